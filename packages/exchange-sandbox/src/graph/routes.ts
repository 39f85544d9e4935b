import { attachmentRoutes } from './attachmentRoutes.ts'
import type { Route } from './call.ts'
import { categoryRoutes } from './categoryRoutes.ts'
import { eventRoutes } from './eventRoutes.ts'
import { extensionRoutes } from './extensionRoutes.ts'
import { folderRoutes } from './folderRoutes.ts'
import { messageActionRoutes } from './messageActions.ts'
import { messageRoutes } from './messageRoutes.ts'
import { ruleRoutes } from './ruleRoutes.ts'
import { sendRoutes } from './sendRoutes.ts'
import { taskRoutes } from './taskRoutes.ts'
import { userRoutes } from './userRoutes.ts'

/** Everything that lives below one user. */
export const userPathRoutes: readonly Route[] = [
  ...userRoutes,
  ...categoryRoutes,
  ...folderRoutes,
  ...ruleRoutes,
  ...messageRoutes,
  ...messageActionRoutes,
  ...sendRoutes,
  ...attachmentRoutes,
  ...extensionRoutes,
  ...eventRoutes,
  ...taskRoutes,
]
