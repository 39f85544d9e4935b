import type { SearchSchemaInput } from '@tanstack/react-router'
import type { OrganizationSetting } from '@trackmark/admin-api'
import { organizationSettings } from '../../strings/organization-settings.ts'

export const SHOWS = ['all', 'sync', 'acts', 'set'] as const
export type Show = (typeof SHOWS)[number]

export interface SettingsQuery {
  readonly search: string
  readonly show: Show
}

/** The filter as the address has it; what it can't be is left out. */
export const readSearch = (search: Partial<SettingsQuery> & SearchSchemaInput): SettingsQuery => ({
  search: typeof search.search === 'string' ? search.search : '',
  show: SHOWS.find((one) => one === search.show) ?? 'all',
})

/** Those that fit. First whose name was looked for, then what acts, then what has to do with synchronization. */
export function shownSettings(
  settings: readonly OrganizationSetting[],
  { search, show }: SettingsQuery,
): readonly OrganizationSetting[] {
  const wanted = search.trim().toLowerCase()
  const inName = ({ name }: OrganizationSetting) => name.toLowerCase().includes(wanted)
  const fits = (one: OrganizationSetting) =>
    isShown(one, show) && (inName(one) || (one.description ?? '').toLowerCase().includes(wanted))
  return settings
    .filter(fits)
    .sort(
      (a, b) =>
        Number(inName(b)) - Number(inName(a)) ||
        weight(b) - weight(a) ||
        a.name.localeCompare(b.name, 'en'),
    )
}

const weight = ({ effect, description }: OrganizationSetting): number =>
  effect === 'acts' ? 2 : description === null ? 0 : 1

function isShown(setting: OrganizationSetting, show: Show): boolean {
  if (show === 'sync') return setting.description !== null
  if (show === 'acts') return setting.effect === 'acts'
  if (show === 'set') return setting.from === 'set'
  return true
}

export const valueText = (value: OrganizationSetting['value']): string =>
  value === null ? organizationSettings.noValue : String(value)

/** What a person typed, as the setting's own type; the fault is the server's words for it. */
export function parseValue(
  setting: OrganizationSetting,
  text: string,
): { readonly value: boolean | number | string } | { readonly fault: string } {
  const fault = { fault: organizationSettings.mustBe(setting.mustBe) }
  const trimmed = text.trim()
  switch (setting.type) {
    case 'Boolean':
      return trimmed === 'true' || trimmed === 'false' ? { value: trimmed === 'true' } : fault
    case 'String':
      return { value: text }
    default: {
      const form = setting.type === 'Number' ? /^[+-]?\d{1,15}$/ : /^[+-]?\d{1,15}(\.\d{1,15})?$/
      const value = Number(trimmed)
      const isWithin =
        value >= (setting.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (setting.max ?? Number.POSITIVE_INFINITY)
      return form.test(trimmed) && isWithin ? { value } : fault
    }
  }
}
