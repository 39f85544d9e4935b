export {
  type ActivityAttachment,
  type ActivityDetail,
  type ActivityLink,
  type ActivityParty,
  type AttachmentContent,
  readActivity,
  readAttachment,
} from './admin/activities/detail.ts'
export {
  ACTIVITY_TYPES,
  type ActivityFilter,
  type ActivityRequest,
  type ListedActivity,
  listActivities,
} from './admin/activities/list.ts'
export {
  type AlertRequest,
  type AlertRow,
  type AnswerResult,
  answerAlert,
  closeAlerts,
  isAlertOpen,
  listAlerts,
} from './admin/alerts/alerts.ts'
export type { AlertFilter } from './admin/alerts/filter.ts'
export {
  type AlertCounts,
  type AlertGroup,
  type AlertGroupRequest,
  type AlertsDeleted,
  countAlerts,
  deleteAlerts,
  groupAlerts,
} from './admin/alerts/groups.ts'
export {
  type AuditBy,
  type AuditChange,
  type AuditEntry,
  type AuditRequest,
  type AuditRow,
  lastChanges,
  listAudit,
  type Operation,
  recordAudit,
} from './admin/audit.ts'
export {
  type CategoryCondition,
  type CategoryPlace,
  categoryImpact,
  countCategories,
  listOpenCategories,
  type OpenCategoryMailbox,
} from './admin/category.ts'
export { type FailedItemPlace, findFailedItems } from './admin/items/failed-items.ts'
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
} from './admin/items/failures.ts'
export {
  countItems,
  explainItems,
  type ItemExplanation,
  type ItemFilter,
  type ItemRequest,
} from './admin/items/items.ts'
export {
  addMailboxes,
  type MailboxMethods,
  mailboxesByAddress,
  mailboxesOf,
  type NewMailbox,
} from './admin/mailboxes/add.ts'
export {
  type ChangedMailbox,
  changeMailboxes,
  type MailboxChange,
  setMailboxMethods,
} from './admin/mailboxes/changes.ts'
export {
  type CycleState,
  type FolderState,
  listCycles,
  listFolderStates,
  type MailboxDetail,
  readMailbox,
} from './admin/mailboxes/detail.ts'
export type { MailboxFilter } from './admin/mailboxes/filter.ts'
export {
  countMailboxes,
  listMailboxErrors,
  listMailboxes,
  type MailboxPage,
  type MailboxPlace,
  type MailboxRequest,
  type MailboxSort,
  type MailboxState,
  mailboxIds,
} from './admin/mailboxes/list.ts'
export {
  type ClaimedTest,
  claimTests,
  endTest,
  type MailboxTestState,
  noteTest,
  readTest,
  releaseTest,
  requestTests,
  summarizeTests,
  type TestEnd,
  type TestGroup,
  type TestStatusCode,
} from './admin/mailboxes/tests.ts'
export { type HourNumbers, type Monitored, readMonitoring } from './admin/monitoring/monitoring.ts'
export {
  type MailboxCondition,
  mailboxConditions,
  type Overview,
  readOverview,
  releaseLeases,
} from './admin/monitoring/overview.ts'
export {
  type MailboxDefaults,
  readEmailSettings,
  readMailboxDefaults,
  type StoredEmailSettings,
} from './admin/organizations/email-settings.ts'
export {
  addOrganization,
  changeOrganization,
  hasActivitiesOrAccounts,
  type OrganizationChange,
  type Remains,
  removeOrganization,
} from './admin/organizations/lifecycle.ts'
export {
  ensureOrganization,
  findOrganization,
  listOrganizations,
  type NewOrganization,
  type Organization,
  type OrganizationInput,
  type OrganizationUpdate,
  readOrgSettings,
  removeOrgDbOrgSetting,
  replaceOrgDbOrgSettings,
  updateOrganization,
  updateOrgDbOrgSettings,
} from './admin/organizations/organizations.ts'
export {
  findProfileDetails,
  listProfileDetails,
  type ProfileDetails,
  type ProfileListRequest,
  type ProfileOrder,
} from './admin/profiles/list.ts'
export {
  addProfile,
  findProfile,
  listProfiles,
  type NewProfile,
  type Profile,
  setProfileActive,
} from './admin/profiles/profiles.ts'
export {
  assignMailboxes,
  changeProfile,
  deleteProfile,
  isProfileNameTaken,
  type ProfileChange,
  type ProfileColumns,
  type ProfileTestRecord,
  recordProfileTest,
  relocateSandboxProfiles,
} from './admin/profiles/write.ts'
export { addRows, type PeopleTable } from './admin/rows.ts'
export {
  deleteSecret,
  getSecret,
  type Keys,
  putSecret,
  type Resealed,
  resealSecrets,
  type SecretKeys,
  SecretUnreadableError,
} from './admin/secrets.ts'
export {
  type Account,
  type AccountChange,
  addAccount,
  addSignInCode,
  changeAccount,
  countAttempt,
  findAccount,
  findActor,
  findUserBy,
  forgetAttempts,
  hasAccounts,
  type Lockout,
  listAccounts,
  type NewAccount,
  readSignInCode,
  removeAccount,
  type StoredAccount,
  takeSignInCode,
  uncountAttempt,
} from './admin/sign-in/accounts.ts'
export { endSession, isSessionEnded } from './admin/sign-in/ended-sessions.ts'
export {
  type ApiToken,
  addApiToken,
  findApiToken,
  hasTokenOfRole,
  listApiTokens,
  markApiTokenUsed,
  type NewApiToken,
  revokeApiToken,
  type StoredToken,
} from './admin/sign-in/tokens.ts'
export {
  findUser,
  firstUser,
  lockUser,
  NON_INTERACTIVE,
  roleName,
  type User,
} from './admin/users.ts'
export { markDue, type Woken, wakeMailboxes, wakeMailboxesOfProfile } from './admin/wake.ts'
export type { ChangeCursor, ChangePage } from './changes/cursor.ts'
export {
  type Attempt,
  type ClaimedEndpoint,
  claimEndpoints,
  DELIVERY_LIFE_MS,
  type Delivery,
  type EndpointLease,
  nextDelivery,
  noteAttempt,
  releaseEndpoint,
} from './changes/deliveries.ts'
export {
  type Changes,
  type ChangesRequest,
  CursorExpiredError,
  countChanges,
  readChanges,
} from './changes/read-changes.ts'
export { isTracked, TRACKED_TABLES } from './changes/tracked.ts'
export {
  addWebhook,
  endpointSecret,
  type FailedDelivery,
  listFailedDeliveries,
  listWebhooks,
  type NewWebhook,
  removeWebhook,
  retryDeliveries,
  WEBHOOK_AUTH,
  WEBHOOK_CONTRACT,
  type WebhookState,
  type WebhookStep,
} from './changes/webhooks.ts'
export * from './crm/index.ts'
export { databaseTime, ping } from './database/clock.ts'
export {
  type Database,
  type DatabaseOptions,
  forHealth,
  forRequests,
  openDatabase,
  type Queryable,
} from './database/database.ts'
export { isAway, sqlState, writeFailure } from './database/errors.ts'
export { FolderLockedError } from './database/folder-lock.ts'
export { type Limit, StatementEndedError } from './database/limit.ts'
export { type Erased, type EraseRequest, erasePerson } from './people/erase.ts'
export { exportPerson, type PersonalRow } from './people/export.ts'
export { type Holder, holderOf } from './people/find.ts'
export {
  type MailboxRemoval,
  removeMailbox,
  removeUser,
  type UserRemoval,
} from './people/remove.ts'
export { type Dumped, dumpDatabase } from './portable/dump.ts'
export { DumpError, type Loaded, loadDatabase } from './portable/load.ts'
export { inSavepoint } from './statements/savepoint.ts'
export { resetFutureTimes } from './sync/leases.ts'
export type { TakeThrottling, Throttling } from './sync/monitoring-hours.ts'
export {
  type ProcessSign,
  readStandstill,
  type Standstill,
  signOff,
  signOfLife,
} from './sync/processes.ts'
export { createStore, type Store } from './sync/store.ts'
export { vacuumEmbedded } from './upkeep/autovacuum.ts'
export { housekeeping, type Tidied } from './upkeep/housekeeping.ts'
export { appliedSchema, migrate, refuseNewer, SchemaError, schemaNumber } from './upkeep/migrate.ts'
export { type Retention, readRetention, writeRetention } from './upkeep/retention.ts'
export {
  findWebResource,
  type Imported,
  importWebResources,
  type ListedWebResource,
  listWebResources,
  type NewSolution,
  type NewWebResource,
  removeWebResources,
  type WebResource,
  type WebResourceImport,
} from './web-resources/web-resources.ts'
