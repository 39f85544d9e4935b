import type { EngineSettings } from '@trackmark/core'
import {
  booleanSetting,
  columnByLogicalName,
  type EffectiveSettings,
  effectiveSettings,
  numberSetting,
  tableByLogicalName,
} from '@trackmark/dataverse'
import type { Row } from '../database/database.ts'

/** Microsoft doesn't publish the default of the future window. A year covers most planned meetings. */
const FUTURE_MONTHS = 12
const PAST_MONTHS = 3
const ORGANIZATION = tableByLogicalName('organization')!

/** Parsed settings by version and XML. To parse them took a sixth of an idle cycle. */
const parsed = new Map<string, EffectiveSettings>()
const PARSED_MAX = 1_000

/** The months of a window. A value stored before it had limits counts as the nearest allowed one. */
function months(row: Row, name: 'pastexpansionwindow' | 'futureexpansionwindow'): number | null {
  const value = row[name] as number | null
  const [least, greatest] = columnByLogicalName(ORGANIZATION, name)!.range!
  return value === null ? null : Math.min(Math.max(value, least), greatest)
}

/**
 * The settings in force in the organization of a row.
 * @throws when the stored column can't be read: to take the defaults then would switch a feature
 * that an administrator switched off back on
 */
export function effectiveSettingsOf(row: Row): EffectiveSettings {
  const xml = (row.orgdborgsettings as string | null) ?? ''
  const version = row.version as string
  const key = `${version} ${xml}`
  const known = parsed.get(key)
  if (known !== undefined) return known
  const effective = effectiveSettings(xml, version)
  if (!effective.ok) {
    throw new Error('organization.orgdborgsettings holds text that is not a settings document.')
  }
  if (parsed.size >= PARSED_MAX) parsed.clear()
  parsed.set(key, effective)
  return effective
}

/** For how many days rows of statistics are kept; null = the organization doesn't say. */
export function statisticsDays({ settings }: EffectiveSettings): number | null {
  const setting = settings.get('MailboxStatisticsPersistenceTimeInDays')!
  return setting.from === 'set' ? Number(setting.value) : null
}

export function engineSettings(row: Row, settings: EffectiveSettings): EngineSettings {
  const deletion = numberSetting(settings, 'SSSTaskDeletionSyncBehaviorFromExchange')
  return {
    trackCategorizedItems: booleanSetting(settings, 'TrackCategorizedItems'),
    taskDeletion: deletion === 1 || deletion === 2 ? deletion : 0,
    trackAppointmentsFromNonOrganizer: booleanSetting(
      settings,
      'TrackAppointmentsFromNonOrganizer',
    ),
    syncPrivateFlag: booleanSetting(settings, 'SSSSyncAppointmentIsPrivateFromExchange'),
    unresolveOnMultipleMatch: row.unresolveemailaddressifmultiplematch === true,
    unresolveSenderOnMultipleMatch: booleanSetting(
      settings,
      'UnresolveSenderInCaseOfMultipleMatch',
    ),
    resolveForInactive: booleanSetting(settings, 'ResolveForInactiveEntities'),
    attachmentBytesMax: (row.maxuploadfilesize as number | null) ?? 5_242_880,
    pastWindowMonths: months(row, 'pastexpansionwindow') ?? PAST_MONTHS,
    futureWindowMonths: months(row, 'futureexpansionwindow') ?? FUTURE_MONTHS,
  }
}
