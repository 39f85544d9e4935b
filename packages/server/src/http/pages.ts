import { createHash } from 'node:crypto'

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}li{margin:.2rem 0}'

/** The token comes in the fragment, which browsers send to nobody and keep out of logs. */
const SIGN_IN_SCRIPT = `
const token = new URLSearchParams(location.hash.slice(1)).get('token')
const form = document.querySelector('form')
const say = (text) => { document.querySelector('output').textContent = text }
async function signIn(token) {
  const response = await fetch(location.pathname, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }),
  })
  const to = new URL(new URLSearchParams(location.search).get('to') || './', location.href)
  if (response.ok) location.replace(to.origin === location.origin ? to.href : './')
  else say('That token is not valid here.')
}
history.replaceState(null, '', location.pathname + location.search)
form.addEventListener('submit', (event) => { event.preventDefault(); signIn(form.token.value.trim()) })
if (token) signIn(token)
`

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

function page(title: string, body: string, script = ''): Response {
  const scriptSource = script === '' ? "'none'" : hash(script)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>${body}${script === '' ? '' : `<script>${script}</script>`}</body></html>`
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; script-src ${scriptSource}; style-src ${hash(STYLE)}`,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  })
}

export const signInPage = (): Response =>
  page(
    'Sign in to Trackmark',
    '<h1>Trackmark</h1><form><label>Token <input name="token" type="password" autocomplete="off" size="50" required></label> <button>Sign in</button></form><p><output></output></p>',
    SIGN_IN_SCRIPT,
  )
