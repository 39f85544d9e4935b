import { type AuditBy, type AuditEntry, type Queryable, recordAudit } from '@trackmark/store'
import type { AdminDeps } from './deps.ts'

/** The author of the request's changes, for audit records. */
export const auditBy = (deps: Pick<AdminDeps, 'newId' | 'caller'>): AuditBy => ({
  auditId: deps.newId(),
  userId: deps.caller.userId,
})

/** Records a change by the caller. @param tx the transaction that makes it */
export const audited = (
  deps: AdminDeps,
  tx: Queryable,
  entry: Omit<AuditEntry, keyof AuditBy>,
): Promise<void> =>
  recordAudit(tx, deps.organizationId, [{ ...auditBy(deps), ...entry }], deps.clock())
