import type { ConfigKey } from './keys.ts'

/** A value fit to be shown: whole secrets vanish, of URLs only the password does. */
export function mask(key: Pick<ConfigKey, 'secret'>, value: string): string {
  if (key.secret === 'no') return value
  if (key.secret === 'whole') return '••••••••'
  if (!URL.canParse(value)) return '(not a URL)'
  const url = new URL(value)
  if (url.password !== '') url.password = '***'
  // Drivers take a password from the query as well.
  for (const name of url.searchParams.keys()) {
    if (/pass|secret|token/i.test(name)) url.searchParams.set(name, '***')
  }
  return url.href
}
