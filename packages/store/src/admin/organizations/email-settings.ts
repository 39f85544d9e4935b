import type { Instant } from '@trackmark/core'
import {
  type DefaultMethods,
  EMAIL_SETTING_COLUMNS,
  type EmailSettingsSource,
  effectiveSettings,
  readDefaultMethods,
  type SettingsRefusal,
} from '@trackmark/dataverse'
import type { Queryable } from '../../database/database.ts'

type StoredEmailSettings =
  | {
      readonly kind: 'read'
      readonly source: EmailSettingsSource
      readonly version: string
      readonly versionNumber: number
      readonly modifiedOn: Instant
      readonly modifiedBy: string | null
    }
  /** The column `orgdborgsettings` isn't XML. */
  | { readonly kind: 'unreadable'; readonly refusal: SettingsRefusal }
  | { readonly kind: 'notFound' }

/** What the pages "Email tracking" and "Email settings" show of an organization, in one statement. */
export async function readEmailSettings(
  database: Queryable,
  organizationId: string,
): Promise<StoredEmailSettings> {
  const columns = EMAIL_SETTING_COLUMNS.map((name) => `o.${name}`).join(', ')
  const [row] = await database.query<StoredRow>(
    `select ${columns}, o.orgdborgsettings, o.defaultemailsettings, o.usestrackingtokens, o.version,
       o.versionnumber, o.modifiedon, u.fullname as modifiedbyname
     from crm.organization o
     left join crm.systemuser u on u.organizationid = o.organizationid
       and u.systemuserid = o.modifiedby
     where o.organizationid = $1`,
    [organizationId],
  )
  if (row === undefined) return { kind: 'notFound' }
  const effective = effectiveSettings(row.orgdborgsettings, row.version)
  if (!effective.ok) return { kind: 'unreadable', refusal: effective.refusal }
  return {
    kind: 'read',
    source: {
      columns: { ...row },
      effective,
      defaultEmailSettings: row.defaultemailsettings,
      usesTrackingTokens: row.usestrackingtokens,
    },
    version: row.version,
    versionNumber: row.versionnumber,
    modifiedOn: row.modifiedon,
    modifiedBy: row.modifiedbyname,
  }
}

interface StoredRow {
  readonly orgdborgsettings: string | null
  readonly defaultemailsettings: string | null
  readonly usestrackingtokens: boolean
  readonly version: string
  readonly versionnumber: number
  readonly modifiedon: Instant
  readonly modifiedbyname: string | null
}

/** How mailboxes of new users and queues are set up. */
interface MailboxDefaults {
  /** Id of an active server profile; null when none was chosen, or the chosen one is inactive. */
  readonly profileId: string | null
  readonly methods: DefaultMethods
}

export async function readMailboxDefaults(
  database: Queryable,
  organizationId: string,
): Promise<MailboxDefaults> {
  const [row] = await database.query<{ xml: string | null; profileId: string | null }>(
    `select o.defaultemailsettings as xml, p.emailserverprofileid as "profileId"
     from crm.organization o
     left join crm.emailserverprofile p on p.organizationid = o.organizationid
       and p.emailserverprofileid = o.defaultemailserverprofileid and p.statecode = 0
     where o.organizationid = $1`,
    [organizationId],
  )
  return { profileId: row?.profileId ?? null, methods: readDefaultMethods(row?.xml ?? null) }
}
