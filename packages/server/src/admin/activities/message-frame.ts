/** An empty page, for the frame that the admin center writes a mail's cleaned body into. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Message</title></head><body></body></html>`

/**
 * Answers the frame's page. Its policy applies to whatever is written into the frame: no scripts, forms, frames or
 * fonts, and nothing from other servers, except pictures once the person asked for them.
 */
export function messageFrame(images: 'none' | 'remote'): Response {
  const sources = images === 'remote' ? 'data: https: http:' : 'data:'
  return new Response(PAGE, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        `img-src ${sources}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
      ].join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=3600',
    },
  })
}
