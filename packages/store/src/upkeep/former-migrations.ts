import type { Queryable } from '../database/database.ts'

/**
 * Migrations were edited or renumbered a few times after people may have applied them. These are their former
 * forms, by the SHA-256 of their text, each with the change that brings a schema made by it to the present
 * form. Since sql/hashes.txt exists, no migration is edited any more, and this list doesn't grow.
 */
interface FormerMigration {
  /** Number of the present migration that does the same. */
  readonly number: number
  /** Absent when the schema is the same. */
  readonly mend?: (tx: Queryable, present: Present) => Promise<void>
}

/** Finds the statement of the present form that begins with this text. */
export type Present = (beginning: string) => string

const replacing = (statement: string): string =>
  statement.replace('create function', 'create or replace function')

async function allowNoSeriesEnded(tx: Queryable): Promise<void> {
  await tx.query('alter table sync.link drop constraint link_pendingend_check')
  await tx.query(`update sync.link set pendingend = null where pendingend = 'seriesEnded'`)
  await tx.query(`alter table sync.link add constraint link_pendingend_check
    check (pendingend in ('markRemoved', 'gone'))`)
}

export const FORMER: Readonly<Record<string, FormerMigration>> = {
  // 0002_sync.sql without `catchup`, 2026-11-23
  '5b69defe02a6c65c326243bb03249ea7fff7fd7252373054987d936fa61e4a86': {
    number: 2,
    mend: async (tx) => {
      await tx.query(
        'alter table sync.folder_cursor add column catchup boolean not null default false',
      )
      await tx.query('alter table sync.folder_cursor alter column catchup drop default')
      await allowNoSeriesEnded(tx)
    },
  },
  // 0002_sync.sql with a pending end that nothing used, 2026-11-23
  '974b21f23daa290053f5bc29b4228e69e042b7ede31facdb5bd18ea35bd66941': {
    number: 2,
    mend: allowNoSeriesEnded,
  },
  // 0003_changes.sql: webhooks weren't told which table a changed lookup points to, 2026-11-24
  cb857da034efd19a0ffdb5f6f270eaf589092041d6b727682dfb6ac85335e04c: {
    number: 3,
    mend: async (tx, present) =>
      void (await tx.query(replacing(present('create function sync.queue_webhooks(')))),
  },
  // 0008_directory.sql, 0009_webapi_indexes.sql and 0010_change_expiry.sql before they were
  // numbered without a gap, 2026-11-24
  d9ac0775cc21b7da846f7ff26bc71b900c6eb81b3ba529fb68373c95f8f9a9ab: { number: 7 },
  d5667f8dc0e475d1f9d73c0afbb2de52bd9193c0f4597854bb9469b398d63f8a: { number: 8 },
  '3d5dc73b9455c91c10e7f4495a8fe8a8c07097a2d9fb0b314287f0b03dae5b1f': { number: 9 },
  // 0011_observability.sql: words were folded as the database's locale folds them, 2026-11-26
  '1c86df781bb2882e78f824d36ba1f90fe2f70cf556398ce1ccefaf0ea71aa05c': {
    number: 11,
    mend: async (tx, present) => {
      await tx.query(replacing(present('create function crm.searchwords(')))
      for (const table of ['email', 'appointment', 'recurringappointmentmaster', 'task']) {
        // `reindex` isn't enough: a connection that has used the index may go on with the former function.
        await tx.query(`drop index crm.${table}_search`)
        await tx.query(present(`create index ${table}_search on`))
      }
    },
  },
  // 0012_sign_in.sql: wrong passwords were counted by account, and by address in clear, 2026-11-26
  '202aba30a670d0ecfa14ac2169a068b25e21e581ebf1a4dcbb79b8f9e34d01b0': {
    number: 12,
    mend: async (tx) => {
      await tx.query('alter table sync.account drop column failures, drop column lockeduntil')
      await tx.query('delete from sync.signin_attempt')
      await tx.query('alter table sync.signin_attempt rename column source to subject')
    },
  },
  // 0016_copies.sql and 0020_failing_folders.sql asked the database for the time; 0016_counters.sql
  // and 0019_more_columns.sql had other numbers for some hours, 2026-11-30
  '545280ce5340333306a6f6e8825ef7c0011af45634445d870936502c5c90ee82': { number: 16 },
  ec080ce2b5158cb96db9db28fb2849d50939ce3e77e1d37a29bf7f78d7a44717: { number: 17 },
  '68cd794ea380c72e45c217273a8509a8f110043481f94b6315db6fbc127ef6b8': { number: 18 },
  bba35a018872995aa34444ae6850f3399cd7e5faf8030d43f1002feef90019b5: { number: 20 },
}
