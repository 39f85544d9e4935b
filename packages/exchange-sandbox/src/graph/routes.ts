import type { Route } from './call.ts'
import { categoryRoutes } from './categoryRoutes.ts'
import { folderRoutes } from './folderRoutes.ts'
import { messageActionRoutes } from './messageActions.ts'
import { messageRoutes } from './messageRoutes.ts'
import { userRoutes } from './userRoutes.ts'

/** Everything that lives below one user. */
export const userPathRoutes: readonly Route[] = [
  ...userRoutes,
  ...categoryRoutes,
  ...folderRoutes,
  ...messageRoutes,
  ...messageActionRoutes,
]
