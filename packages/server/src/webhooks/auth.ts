import { WEBHOOK_AUTH } from '@trackmark/store'

/** How requests authenticate at an endpoint. */
export type Credentials =
  /** Sent as `?code=`, and used as the key of the signature. */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'headers'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'query'; readonly pairs: readonly Pair[] }

type Pair = readonly [name: string, value: string]

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/
/** Headers that this server sets, or that belong to the transfer. */
const RESERVED =
  /^(host|content-length|content-type|transfer-encoding|connection|expect|upgrade|te|trailer|x-ms-.*|x-trackmark-.*|x-request-id)$/i

/**
 * Reads an endpoint's authentication value as Dataverse's tools write it: a key, or names and values as
 * `<settings><setting name="" value=""/></settings>`; also lines of `Name: value`, or a query string. Null when it is
 * invalid.
 */
export function credentialsOf(authType: number | null, value: string): Credentials | null {
  switch (authType) {
    case WEBHOOK_AUTH.webhookKey:
      return value.trim() === '' ? null : { kind: 'key', key: value.trim() }
    case WEBHOOK_AUTH.httpHeader: {
      const pairs = settingsOf(value) ?? headerLines(value)
      const isSound = pairs?.every(
        ([name, text]) =>
          HEADER_NAME.test(name) && !RESERVED.test(name) && /^[\x20-\x7e]*$/.test(text),
      )
      return pairs?.length && isSound ? { kind: 'headers', pairs } : null
    }
    case WEBHOOK_AUTH.httpQueryString: {
      const pairs = settingsOf(value) ?? [...new URLSearchParams(value.trim().replace(/^\?/, ''))]
      return pairs.length > 0 && pairs.every(([name]) => name !== '')
        ? { kind: 'query', pairs }
        : null
    }
    default:
      return null
  }
}

function headerLines(text: string): readonly Pair[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const pairs = lines.map((line): Pair | null => {
    const at = line.indexOf(':')
    return at < 1 ? null : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  })
  return pairs.includes(null) ? null : pairs.filter((pair) => pair !== null)
}

const SETTING = /<setting\s+name="([^"<]*)"\s+value="([^"<]*)"\s*(?:\/>|>\s*<\/setting>)/g

/** Null when the text isn't in this form. */
function settingsOf(text: string): readonly Pair[] | null {
  if (!/^\s*<settings>/.test(text)) return null
  return [...text.matchAll(SETTING)].map(([, name = '', value = '']) => [
    unescaped(name),
    unescaped(value),
  ])
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? '')
