import { requestBudget, turnForLongStep } from '@trackmark/http'
import { withoutMetadata } from './metadata-level.ts'
import type { Preferences } from './prefer.ts'

/** Makes an answer with a JSON body and the applied preferences. A large one waits for its turn. */
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
  if (!requestBudget().isLarge) return Response.json(shown, init)
  // Each of the following steps blocks the thread.
  await turnForLongStep()
  const text = JSON.stringify(shown)
  await turnForLongStep()
  const bytes = Buffer.from(text)
  await turnForLongStep()
  return new Response(bytes, init)
}

export const plainText = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'text/plain', 'OData-Version': '4.0' } })

/** 204 without a body. */
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
