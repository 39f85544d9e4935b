import type { ConfigKey } from './keys.ts'

/** Masks a value for display: secrets as a whole, the password of URLs. */
export function mask(key: Pick<ConfigKey, 'secret'>, value: string): string {
  if (key.secret === 'no') return value
  if (key.secret === 'whole') return '••••••••'
  if (!URL.canParse(value)) return '(not a URL)'
  const url = new URL(value)
  if (url.password !== '') url.password = '***'
  // Drivers also accept a password in the query.
  for (const name of url.searchParams.keys()) {
    if (/pass|secret|token/i.test(name)) url.searchParams.set(name, '***')
  }
  return url.href
}
