import { SandboxError } from '../errors.ts'
import { etag } from '../model/ids.ts'
import type { Call } from './call.ts'

/** `If-Match` against the version of an item. @throws 412, or as switched */
export function checkIfMatch(call: Call, seq: number): void {
  const wanted = call.header('if-match')
  if (wanted === null || wanted.trim() === '*') return
  if (wanted.split(',').some((one) => one.trim() === etag(seq))) return
  const { status, code } = call.world.switches().ifMatchMismatch
  throw new SandboxError(
    status,
    code,
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  )
}
