import { createHash } from 'node:crypto'
import { PASSWORD_LENGTH_MIN } from './password.ts'

const STYLE = `
:root{color-scheme:light dark;--page:#f5f5f5;--card:#fff;--text:#242424;--soft:#616161;--line:#8a8a8a;--brand:#0f6cbd;--press:#115ea3;--on:#fff;--bad:#b10e1c}
@media (prefers-color-scheme:dark){:root{--page:#1f1f1f;--card:#292929;--text:#fff;--soft:#adadad;--line:#8a8a8a;--brand:#62abf5;--press:#96c6fa;--on:#0a2e4a;--bad:#f1707b}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--page);color:var(--text);font:14px/1.43 "Segoe UI",system-ui,sans-serif}
main{width:min(100%,24rem);padding:2rem;background:var(--card);border-radius:8px;box-shadow:0 2px 12px rgb(0 0 0/.2)}
h1{margin:0 0 .25rem;font-size:24px;line-height:32px}
p{margin:0 0 1rem;color:var(--soft)}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{width:100%;padding:.5rem .6rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:4px}
input:focus-visible,button:focus-visible,summary:focus-visible{outline:2px solid var(--text);outline-offset:2px}
button{width:100%;margin-top:1.25rem;padding:.55rem;font:inherit;font-weight:600;color:var(--on);background:var(--brand);border:0;border-radius:4px;cursor:pointer}
button:hover{background:var(--press)}
.provider{display:block;margin-top:.75rem;padding:.5rem;text-align:center;color:inherit;text-decoration:none;border:1px solid var(--line);border-radius:4px}
.provider:focus-visible{outline:2px solid var(--text);outline-offset:2px}
pre{margin:.25rem 0 1rem;padding:.5rem .6rem;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.4 ui-monospace,Consolas,monospace;background:var(--page);border-radius:4px}
code{white-space:nowrap}
output{display:block;min-height:2.9em;margin-top:1rem;color:var(--bad)}
summary{color:var(--brand);cursor:pointer}
small{color:var(--soft)}
[hidden]{display:none}
`

/** Links carry the code in the fragment, which browsers don't send and servers don't log. */
const SCRIPT = `
let link
const show = (id) => { for (const one of document.querySelectorAll('section')) one.hidden = one.id !== id }
const say = (text) => { document.querySelector('output').textContent = text }
const here = (text) => {
  const to = new URL(text || './', location.href)
  return to.origin === location.origin ? to.href : new URL('./', location.href).href
}
async function signIn(body) {
  say('')
  const response = await fetch(location.pathname, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  }).catch(() => null)
  if (response === null) return say('The server could not be reached. Check that it is running, then try again.')
  if (response.ok) return location.replace(here(new URLSearchParams(location.search).get('to')))
  const answer = await response.json().catch(() => null)
  say('token' in body && response.status === 401 ? 'That token is not valid here.' : answer?.error?.message ?? 'It did not work.')
  if (!('password' in body)) show('people')
}
const follow = () => {
  link = new URLSearchParams(location.hash.slice(1))
  const isCallback = location.pathname.endsWith('/callback')
  history.replaceState(null, '', isCallback ? '/signin' : location.pathname + location.search)
  if (link.has('invite')) show('invited')
  else if (link.has('code')) signIn({ code: link.get('code') })
  else if (link.has('token')) signIn({ token: link.get('token') })
}
const elsewhere = document.querySelector('.provider')
if (elsewhere) elsewhere.href = location.pathname + '/provider' + location.search
const on = (id, body) => document.querySelector('#' + id + ' form').addEventListener('submit', (event) => {
  event.preventDefault()
  signIn(body(Object.fromEntries(new FormData(event.target))))
})
if (document.querySelector('#people form')) on('people', ({ name, password }) => ({ name, password }))
on('invited', ({ password }) => ({ code: link.get('invite'), password }))
document.querySelector('details form').addEventListener('submit', (event) => {
  event.preventDefault()
  signIn({ token: event.target.token.value.trim() })
})
// A link that is pasted while this page is open only changes the fragment, which doesn't reload the page.
addEventListener('hashchange', follow)
follow()
`

const ANOTHER_LINK = 'npx --no trackmark signin-link'

const byPassword = (provider: string | null): string => `
<p>Sign in to see what is tracked, and how it is going.</p>
<form>
<label for="name">Name or address</label><input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="200">
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="500">
<button>Sign in</button>
</form>
${provider === null ? '' : `<a class="provider" href="signin/provider">Sign in with ${escaped(provider)}</a>`}
`

const byLink = `
<p>Nobody has an account here yet. Sign in with the link that <code>npm start</code> printed in the terminal: it works once, within an hour.</p>
<p>To get another link, run this in the folder of Trackmark:</p>
<pre>${ANOTHER_LINK}</pre>
<p><small>To let other people sign in with a password, run <code>npx --no trackmark accounts add</code> and their address.</small></p>
`

const OTHER_LINK = `<p><small>The link that the server prints when it starts signs in its administrator once; <code>${ANOTHER_LINK}</code> makes another.</small></p>
`

const body = ({ provider, isFresh, message }: SignInPage): string => `<main>
<h1>Trackmark</h1>
<section id="people">${isFresh ? byLink : byPassword(provider)}</section>
<section id="invited" hidden>
<p>Choose a password for your account.</p>
<form>
<label for="new">New password</label><input id="new" name="password" type="password" autocomplete="new-password" required minlength="${PASSWORD_LENGTH_MIN}" maxlength="200" aria-describedby="rule">
<small id="rule">At least ${PASSWORD_LENGTH_MIN} characters. A few words that belong together only for you are good.</small>
<button>Keep it and sign in</button>
</form>
</section>
<output role="alert">${escaped(message)}</output>
<details><summary>Other ways</summary>
${isFresh ? '' : OTHER_LINK}<form><label for="token">Token</label><input id="token" name="token" type="password" autocomplete="off" required maxlength="500"><button>Sign in with the token</button></form>
</details>
</main>`

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)

interface SignInPage {
  /** Name of the identity provider; null when there is none. */
  readonly provider: string | null
  /** There are no accounts yet, so the page doesn't ask for name and password. */
  readonly isFresh: boolean
  /** Why the last sign-in failed; empty before the first. */
  readonly message: string
}

/** The sign-in page. It loads no other files, so that it works when everything else fails. */
export const signInPage = (page: SignInPage): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in to Trackmark</title><style>${STYLE}</style></head><body>${body(page)}<script>${SCRIPT}</script></body></html>`,
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(STYLE)}`,
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    },
  )
