/** What the pages for alerts, failures, monitoring and activities read. */
export {
  ACTIVITY_TYPES,
  type ActivityFilter,
  type ActivityWish,
  type ListedActivity,
  listActivities,
} from './activities.ts'
export {
  type ActivityAttachment,
  type ActivityDetail,
  type ActivityLink,
  type ActivityParty,
  type AttachmentContent,
  readActivity,
  readAttachment,
} from './activity.ts'
export type { AlertFilter } from './alert-filter.ts'
export {
  type AlertCounts,
  type AlertGroup,
  type AlertsDeleted,
  countAlerts,
  deleteAlerts,
  type GroupWish,
  groupAlerts,
} from './alert-groups.ts'
export { type FailedItemPlace, findFailedItems } from './failed-items.ts'
export {
  countFailures,
  FAILURE_SECTIONS,
  type Failure,
  type FailureFilter,
  type FailureRef,
  type FailureRequest,
  type FailureSection,
  type FailureState,
  listFailures,
  retryFailures,
} from './failures.ts'
export { type HourNumbers, type Monitored, readMonitoring } from './monitoring.ts'
