/**
 * Shapes of the admin API's answers, which server, command line and admin center share. Instants are
 * ISO 8601 texts.
 */
export type * from './me.ts'
