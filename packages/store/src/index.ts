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
  type HeldAccount,
  hasAccounts,
  type Lockout,
  listAccounts,
  type NewAccount,
  readSignInCode,
  removeAccount,
  takeSignInCode,
  uncountAttempt,
} from './admin/accounts.ts'
export {
  type AlertRow,
  type AlertWish,
  type AnswerResult,
  answerAlert,
  closeAlerts,
  listAlerts,
} from './admin/alerts.ts'
export {
  type AuditBy,
  type AuditChange,
  type AuditEntry,
  type AuditRow,
  type AuditWish,
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
export {
  type MailboxDefaults,
  readEmailSettings,
  readMailboxDefaults,
  type StoredEmailSettings,
} from './admin/email-settings.ts'
export { endSession, isSessionEnded } from './admin/ended-sessions.ts'
export {
  countItems,
  explainItems,
  type ItemExplanation,
  type ItemFilter,
  type ItemWish,
} from './admin/items.ts'
export {
  type ChangedMailbox,
  changeMailboxes,
  type MailboxChange,
  setMailboxMethods,
} from './admin/mailbox-changes.ts'
export {
  type CycleState,
  type FolderState,
  listCycles,
  listFolderStates,
  type MailboxDetail,
  readMailbox,
} from './admin/mailbox-detail.ts'
export type { MailboxFilter } from './admin/mailbox-filter.ts'
export {
  countMailboxes,
  listMailboxErrors,
  listMailboxes,
  type MailboxPage,
  type MailboxPlace,
  type MailboxSort,
  type MailboxState,
  type MailboxWish,
  mailboxIds,
} from './admin/mailbox-list.ts'
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
} from './admin/mailbox-tests.ts'
export {
  addMailboxes,
  type MailboxMethods,
  mailboxesOf,
  type NewMailbox,
} from './admin/mailboxes.ts'
export * from './admin/observability.ts'
export {
  ensureOrganization,
  findOrganization,
  listOrganizations,
  type NewOrganization,
  type Organization,
  type OrganizationUpdate,
  type OrganizationWish,
  readOrgSettings,
  removeOrgDbOrgSetting,
  replaceOrgDbOrgSettings,
  updateOrganization,
  updateOrgDbOrgSettings,
} from './admin/organizations.ts'
export {
  addOrganization,
  changeOrganization,
  type OrganizationChange,
  type Remains,
  removeOrganization,
} from './admin/organizations-lifecycle.ts'
export {
  type MailboxCondition,
  mailboxConditions,
  type Overview,
  readOverview,
  releaseLeases,
} from './admin/overview.ts'
export {
  findProfileDetails,
  listProfileDetails,
  type ProfileDetails,
  type ProfileListWish,
  type ProfileOrder,
} from './admin/profile-list.ts'
export {
  assignMailboxes,
  changeProfile,
  deleteProfile,
  type ProfileColumns,
  type ProfileTestRecord,
  type ProfileWish,
  recordProfileTest,
  relocateSandboxProfiles,
} from './admin/profile-write.ts'
export {
  addProfile,
  findProfile,
  listProfiles,
  type NewProfile,
  type Profile,
  setProfileActive,
} from './admin/profiles.ts'
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
  type ApiToken,
  addApiToken,
  findApiToken,
  type HeldToken,
  listApiTokens,
  markApiTokenUsed,
  type NewApiToken,
  revokeApiToken,
} from './admin/tokens.ts'
export { markDue, type Woken, wakeMailboxes } from './admin/wake.ts'
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
  type ChangesWish,
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
export {
  type Database,
  type DatabaseOptions,
  forHealth,
  forRequests,
  openDatabase,
  type Queryable,
} from './database.ts'
export { isAway, sqlState, writeFailure } from './database-errors.ts'
export { FolderLockedError } from './folder-lock.ts'
export type { TakeThrottling, Throttling } from './hours.ts'
export { housekeeping, type Tidied } from './housekeeping.ts'
export { mendFuture } from './leases.ts'
export { type Limit, StatementEndedError } from './limit.ts'
export { appliedSchema, migrate, refuseNewer, SchemaError, schemaNumber } from './migrate.ts'
export { type Erased, type EraseWish, erasePerson } from './people/erase.ts'
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
export {
  type ProcessSign,
  readStandstill,
  type Standstill,
  signOff,
  signOfLife,
} from './processes.ts'
export { type Retention, readRetention, writeRetention } from './retention.ts'
export { createStore, type Store } from './store.ts'
export { tendEmbedded } from './tend.ts'
export * from './webapi/index.ts'
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
} from './webresources/webresources.ts'
