import type { Writer } from '@trackmark/store'
import type { Caller } from '../http/caller.ts'

/** One transaction, and who asks for it. */
export interface Writing {
  readonly writer: Writer
  readonly caller: Caller
}
