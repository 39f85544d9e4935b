import type { AuditChange, ProfileDetails } from '@trackmark/store'

const SHOWN: readonly (readonly [keyof ProfileDetails, column: string])[] = [
  ['name', 'name'],
  ['description', 'description'],
  ['isActive', 'statecode'],
  ['processEmailsReceivedAfter', 'processemailsreceivedafter'],
  ['minPollingMinutes', 'minpollingintervalinminutes'],
  ['maxConcurrentConnections', 'maxconcurrentconnections'],
  ['moveUndeliveredEmails', 'moveundeliveredemails'],
  ['sendEmailAlert', 'sendemailalert'],
]
/** Parts of the connection that are recorded with their values; of a certificate only that it changed. */
const CONNECTION = ['tenantId', 'clientId', 'credential', 'graphUrl', 'authorityUrl'] as const

/** Lists the changes of a profile. Of a secret only that it changed. */
export function profileChanges(
  before: ProfileDetails | null,
  after: ProfileDetails,
  isSecretNew: boolean,
): readonly AuditChange[] {
  const pairs = [
    ...SHOWN.map(([name, column]) => [column, before?.[name], after[name], name] as const),
    ...CONNECTION.map(
      (name) =>
        [name.toLowerCase(), before?.connection[name], after.connection[name], name] as const,
    ),
  ]
  const changes = pairs.flatMap(([column, was, is, name]) => {
    const change = { name: column, before: text(name, was), after: text(name, is) }
    return change.before === change.after ? [] : [change]
  })
  return isSecretNew
    ? [...changes, { name: 'credentials', before: null, after: 'changed' }]
    : changes
}

function text(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (name === 'isActive') return value === true ? '0' : '1'
  if (name === 'processEmailsReceivedAfter') return new Date(Number(value)).toISOString()
  return String(value)
}
