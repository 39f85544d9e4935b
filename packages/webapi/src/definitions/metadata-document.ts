import { createHash } from 'node:crypto'
import { ERROR_CODES, metadataDocument } from '@trackmark/dataverse'
import { ApiError, isKnown, methodNotAllowed } from '@trackmark/http'
import type { Handler } from '../request/context.ts'
import { wantsAnnotation } from '../request/prefer.ts'

interface Document {
  readonly text: string
  readonly etag: string
}

const documents = new Map<boolean, Document>()

/** The catalogue doesn't change while the process lives, so each form is written once. */
function document(annotations: boolean): Document {
  const known = documents.get(annotations)
  if (known !== undefined) return known
  const text = metadataDocument({ annotations })
  const hash = createHash('sha256').update(text).digest('base64url')
  const made = { text, etag: `W/"${hash.slice(0, 22)}"` }
  documents.set(annotations, made)
  return made
}

/** Answers `$metadata` as CSDL in XML, the only format that Dataverse has; annotations are included on request. */
export const answerMetadata: Handler<{ readonly kind: 'metadata' }> = async ({
  request,
  reading,
}) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw methodNotAllowed('$metadata is only read.', 'GET')
  }
  if (!acceptsXml(request.headers.get('accept'), reading.url.searchParams.get('$format'))) {
    throw new ApiError(
      406,
      ERROR_CODES.badQuery,
      '$metadata is answered as application/xml; ask for that.',
    )
  }
  const annotations =
    reading.url.searchParams.get('annotations') === 'true' ||
    wantsAnnotation(reading.preferences.annotations, 'Org.OData.Core.V1.Permissions')
  const { text, etag } = document(annotations)
  const headers = {
    'Content-Type': 'application/xml',
    'OData-Version': '4.0',
    'Cache-Control': 'private, no-cache',
    Vary: 'Prefer, Accept, Authorization',
    ETag: etag,
  }
  if (isKnown(request.headers, etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(text, { headers })
}

/** Whether the client accepts XML. `$format` takes precedence over the header. */
function acceptsXml(accept: string | null, format: string | null): boolean {
  const mediaType = format ?? accept
  return (
    mediaType === null || mediaType.trim() === '' || /xml|\*\/\*|application\/\*/i.test(mediaType)
  )
}
