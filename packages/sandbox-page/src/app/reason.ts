import { GraphFailure } from '../api/graph.ts'
import { common } from '../strings/common.ts'

/** What went wrong, for the person in front of the page. */
export function reasonOf(error: unknown): string {
  if (error instanceof GraphFailure) return common.reason(error.status, error.message)
  // A browser's own error for a line that isn't there.
  if (error instanceof TypeError) return common.offline
  return error instanceof Error ? error.message : String(error)
}
