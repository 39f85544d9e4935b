import { attachmentRoutes } from './attachment-routes.ts'
import type { Route } from './call.ts'
import { categoryRoutes } from './category-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { extensionRoutes } from './extension-routes.ts'
import { folderRoutes } from './folder-routes.ts'
import { messageActionRoutes } from './message-actions.ts'
import { messageRoutes } from './message-routes.ts'
import { ruleRoutes } from './rule-routes.ts'
import { sendRoutes } from './send-routes.ts'
import { taskRoutes } from './task-routes.ts'
import { userRoutes } from './user-routes.ts'

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
