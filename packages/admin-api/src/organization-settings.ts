/** One OrgDBOrgSetting. `GET /api/admin/settings` answers all of them. */
export interface OrganizationSetting {
  readonly name: string
  readonly type: 'Boolean' | 'Number' | 'Double' | 'String'
  /** `whole Number from 0 to 3650` */
  readonly mustBe: string
  readonly min: number | null
  readonly max: number | null
  readonly value: boolean | number | string | null
  readonly default: boolean | number | string | null
  readonly from: 'default' | 'set'
  /** Whether the setting exists in this version of the organization. */
  readonly available: boolean
  /** `acts`: Trackmark acts on it. `kept`: it is only stored and returned. */
  readonly effect: 'acts' | 'kept'
  readonly description: string | null
  /** The last change in the audit. */
  readonly changedOn: string | null
  readonly changedBy: string | null
}

export interface OrganizationSettingList {
  readonly settings: readonly OrganizationSetting[]
}
