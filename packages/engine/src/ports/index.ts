export type { ChangePage, Outcome, UnreadableItem } from '@trackmark/core'
export type * from './connector.ts'
export type * from './mailbox.ts'
export type * from './store.ts'
