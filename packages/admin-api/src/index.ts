/**
 * Shapes of the admin API's answers, which server, command line and admin center share. Instants are
 * ISO 8601 texts.
 */

export { ERROR_CODES } from '@trackmark/dataverse/errors'
export type * from './accounts.ts'
export type * from './activities.ts'
export type * from './alerts.ts'
export type * from './audit.ts'
export type * from './category.ts'
export type * from './email-settings.ts'
export type * from './environments.ts'
export * from './failure-help.ts'
export type * from './failures.ts'
export * from './mailbox-error-help.ts'
export * from './mailboxes.ts'
export type * from './me.ts'
export type * from './monitoring.ts'
export type * from './organization-settings.ts'
export type * from './profiles.ts'
export type * from './retention.ts'
export * from './rules.ts'
