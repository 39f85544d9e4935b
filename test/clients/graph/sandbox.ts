import { type ServedSandbox, serveSandbox } from '@trackmark/exchange-sandbox'

export const ANNA = 'anna@contoso.example'
export const BEN = 'ben@contoso.example'
export const GRAPH = ['https://graph.microsoft.com/.default']

/** A sandbox of two people, for clients of Microsoft Graph. */
export const startSandbox = (httpsPort?: number): Promise<ServedSandbox> =>
  serveSandbox({
    port: 0,
    ...(httpsPort === undefined ? {} : { httpsPort }),
    seed: {
      users: [
        { id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Anna', mail: ANNA },
        { id: 'aaaaaaaa-0000-4000-8000-000000000002', displayName: 'Ben', mail: BEN },
      ],
    },
  })

/** A token bound to Anna, so that `/me` works. */
export async function tokenOfAnna({ url }: ServedSandbox): Promise<string> {
  const answer = await fetch(`${url}/contoso/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: ANNA,
      password: 'x',
      client_id: 'sandbox',
      client_secret: 'sandbox',
      scope: GRAPH.join(' '),
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

/** A letter to Ben. */
export const letter = (subject: string) => ({
  subject,
  body: { contentType: 'text', content: 'hello' },
  toRecipients: [{ emailAddress: { address: BEN } }],
})
