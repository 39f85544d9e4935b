/** `GET /api/admin/audit` */
export interface AuditAnswer {
  readonly records: readonly AuditRecord[]
  /** `after` of the next page; null = this is the last one. */
  readonly next: string | null
}

export interface AuditRecord {
  readonly auditId: string
  readonly createdOn: string
  readonly userId: string | null
  readonly userName: string | null
  readonly operation: 'create' | 'update' | 'delete' | 'access'
  /** Logical name of a table, or one of Trackmark's own names such as `apitoken`. */
  readonly table: string
  readonly objectId: string | null
  readonly objectName: string
  readonly changes: readonly AuditedChange[]
}

/** Null = no value. A secret is never shown, only the fact that it changed. */
export interface AuditedChange {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
  /** Display names of the column and its values: `Status`, `Active`, `Inactive`. */
  readonly label: string
  readonly from: string | null
  readonly to: string | null
}
