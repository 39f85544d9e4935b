export {
  type ActivityDetail,
  type AttachmentContent,
  readActivity,
  readAttachment,
} from './admin/activities/detail.ts'
export { ACTIVITY_TYPES, type ListedActivity, listActivities } from './admin/activities/list.ts'
export {
  type AlertRow,
  answerAlert,
  closeAlerts,
  isAlertOpen,
  listAlerts,
} from './admin/alerts/alerts.ts'
export type { AlertFilter } from './admin/alerts/filter.ts'
export { type AlertGroup, countAlerts, deleteAlerts, groupAlerts } from './admin/alerts/groups.ts'
export {
  type AuditBy,
  type AuditChange,
  type AuditEntry,
  type AuditRow,
  lastChanges,
  listAudit,
  type Operation,
  recordAudit,
} from './admin/audit.ts'
export {
  type CategoryPlace,
  categoryImpact,
  countCategories,
  listOpenCategories,
} from './admin/category.ts'
export { type FailedItemPlace, findFailedItems } from './admin/items/failed-items.ts'
export {
  countFailures,
  FAILURE_SECTIONS,
  type Failure,
  type FailureSection,
  listFailures,
  retryFailures,
} from './admin/items/failures.ts'
export { countItems, explainItems, type ItemExplanation } from './admin/items/items.ts'
export {
  addMailboxes,
  type MailboxMethods,
  mailboxesByAddress,
  mailboxesOf,
} from './admin/mailboxes/add.ts'
export {
  type ChangedMailbox,
  changeMailboxes,
  type MailboxChange,
} from './admin/mailboxes/changes.ts'
export {
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
  type TestGroup,
} from './admin/mailboxes/tests.ts'
export { type HourNumbers, readMonitoring } from './admin/monitoring/monitoring.ts'
export { mailboxConditions, readOverview, releaseLeases } from './admin/monitoring/overview.ts'
export { readEmailSettings, readMailboxDefaults } from './admin/organizations/email-settings.ts'
export {
  addOrganization,
  changeOrganization,
  hasActivitiesOrAccounts,
  removeOrganization,
} from './admin/organizations/lifecycle.ts'
export {
  ensureOrganization,
  findOrganization,
  listOrganizations,
  type Organization,
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
} from './admin/profiles/list.ts'
export {
  addProfile,
  findProfile,
  listProfiles,
  type Profile,
  setProfileActive,
} from './admin/profiles/profiles.ts'
export {
  assignMailboxes,
  changeProfile,
  deleteProfile,
  isProfileNameTaken,
  recordProfileTest,
  relocateSandboxProfiles,
} from './admin/profiles/write.ts'
export { addRows } from './admin/rows.ts'
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
  addAccount,
  addSignInCode,
  changeAccount,
  countAttempt,
  findAccount,
  findActor,
  forgetAttempts,
  hasAccounts,
  type Lockout,
  listAccounts,
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
  revokeApiToken,
} from './admin/sign-in/tokens.ts'
export {
  findUser,
  firstUser,
  NON_INTERACTIVE,
  roleName,
  type User,
} from './admin/users.ts'
export { markDue, type Woken, wakeMailboxes, wakeMailboxesOfProfile } from './admin/wake.ts'
export type { ChangeCursor } from './changes/cursor.ts'
export {
  type Attempt,
  type ClaimedEndpoint,
  claimEndpoints,
  type Delivery,
  nextDelivery,
  noteAttempt,
  releaseEndpoint,
} from './changes/deliveries.ts'
export {
  type Changes,
  CursorExpiredError,
  countChanges,
  readChanges,
} from './changes/read-changes.ts'
export { isTracked, TRACKED_TABLES } from './changes/tracked.ts'
export {
  addWebhook,
  endpointSecret,
  listFailedDeliveries,
  listWebhooks,
  removeWebhook,
  retryDeliveries,
  WEBHOOK_AUTH,
  type WebhookState,
} from './changes/webhooks.ts'
export * from './crm/index.ts'
export { databaseTime, ping } from './database/clock.ts'
export {
  type Database,
  forHealth,
  forRequests,
  openDatabase,
  type Queryable,
} from './database/database.ts'
export { isAway, sqlState, writeFailure } from './database/errors.ts'
export { FolderLockedError } from './database/folder-lock.ts'
export { StatementEndedError } from './database/limit.ts'
export { erasePerson } from './people/erase.ts'
export { exportPerson } from './people/export.ts'
export { holderOf } from './people/find.ts'
export { removeMailbox, removeUser } from './people/remove.ts'
export { dumpDatabase } from './portable/dump.ts'
export { DumpError, loadDatabase } from './portable/load.ts'
export { inSavepoint } from './statements/savepoint.ts'
export { resetFutureTimes } from './sync/leases.ts'
export type { Throttling } from './sync/monitoring-hours.ts'
export { readStandstill, type Standstill, signOff, signOfLife } from './sync/processes.ts'
export { createStore, type Store } from './sync/store.ts'
export { vacuumEmbedded } from './upkeep/autovacuum.ts'
export { housekeeping } from './upkeep/housekeeping.ts'
export { appliedSchema, migrate, refuseNewer, SchemaError, schemaNumber } from './upkeep/migrate.ts'
export { readRetention, writeRetention } from './upkeep/retention.ts'
export {
  findWebResource,
  importWebResources,
  listWebResources,
  type NewWebResource,
  removeWebResources,
} from './web-resources/web-resources.ts'
