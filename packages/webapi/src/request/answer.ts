import { longTurn, underWay } from '@trackmark/http'
import { withoutMetadata } from './metadata-level.ts'
import type { Preferences } from './prefer.ts'

/** 200 with a JSON body, and the preferences that were heeded. A large one waits for its turn. */
export async function answer(
  body: Record<string, unknown>,
  preferences: Preferences,
  headers: Record<string, string> = {},
  status = 200,
): Promise<Response> {
  const applied = appliedPreferences(preferences)
  const { metadata } = preferences
  const shown = metadata === 'none' ? withoutMetadata(body) : body
  const init = {
    status,
    headers: {
      'Content-Type': `application/json; odata.metadata=${metadata}`,
      'OData-Version': '4.0',
      'Cache-Control': 'no-cache',
      ...(applied === '' ? {} : { 'Preference-Applied': applied }),
      ...headers,
    },
  }
  if (!underWay().isLarge) return Response.json(shown, init)
  // Each of these steps takes long.
  await longTurn()
  const text = JSON.stringify(shown)
  await longTurn()
  const bytes = Buffer.from(text)
  await longTurn()
  return new Response(bytes, init)
}

export const plainText = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'text/plain', 'OData-Version': '4.0' } })

/** 204: done, and nothing to say. */
export const noContent = (headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 204, headers: { 'OData-Version': '4.0', ...headers } })

function appliedPreferences(preferences: Preferences): string {
  const { annotations, maxPageSize, returnRepresentation } = preferences
  return [
    annotations === null
      ? null
      : `odata.include-annotations="${annotations.replaceAll(/[^\x20-\x7e]/g, '')}"`,
    maxPageSize === null ? null : `odata.maxpagesize=${maxPageSize}`,
    returnRepresentation ? 'return=representation' : null,
  ]
    .filter((item) => item !== null)
    .join(',')
}
