import { badRequest } from '../errors.ts'
import { toIana } from '../zones.ts'
import type { Prefer } from './call.ts'

/** `Prefer` entries as RFC 7240 has them: `name="value", name=value`. */
export function readPrefer(header: string | null): Prefer {
  const found = new Map<string, string>()
  for (const part of (header ?? '').match(/[^\s,;=]+\s*=\s*(?:"[^"]*"|[^\s,;]+)/g) ?? []) {
    const equals = part.indexOf('=')
    const value = part.slice(equals + 1).trim()
    found.set(part.slice(0, equals).trim().toLowerCase(), value.replace(/^"|"$/g, ''))
  }
  const size = found.get('odata.maxpagesize')
  if (size !== undefined && !/^[1-9]\d{0,5}$/.test(size)) {
    throw badRequest(`Invalid odata.maxpagesize '${size}'.`)
  }
  const zone = found.get('outlook.timezone') ?? null
  if (zone !== null && toIana(zone) === null) {
    throw badRequest(`A valid TimeZone value must be specified: '${zone}' is unknown.`)
  }
  return {
    immutable: found.get('idtype')?.toLowerCase() === 'immutableid',
    maxPageSize: size === undefined ? null : Number(size),
    textBody: found.get('outlook.body-content-type')?.toLowerCase() === 'text',
    timeZone: zone,
  }
}

/** What of the preference was followed, for `Preference-Applied`. */
export function appliedPreference(prefer: Prefer): string | null {
  const applied = [
    prefer.immutable ? 'IdType="ImmutableId"' : null,
    prefer.maxPageSize === null ? null : `odata.maxpagesize=${prefer.maxPageSize}`,
    prefer.textBody ? 'outlook.body-content-type="text"' : null,
    prefer.timeZone === null ? null : `outlook.timezone="${prefer.timeZone}"`,
  ].filter((entry) => entry !== null)
  return applied.length > 0 ? applied.join(', ') : null
}
