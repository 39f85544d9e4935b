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
  /** Whether this version of the organization knows the setting at all. */
  readonly available: boolean
  /** `acts`: Trackmark does something with it. `kept`: it is stored and answered. */
  readonly effect: 'acts' | 'kept'
  readonly description: string | null
  /** The last change the audit knows of. */
  readonly changedOn: string | null
  readonly changedBy: string | null
}

export interface OrganizationSettingList {
  readonly settings: readonly OrganizationSetting[]
}
