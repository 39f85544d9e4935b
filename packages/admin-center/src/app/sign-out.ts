/**
 * Ends the session and shows the sign-in page.
 * @param root where the organization answers
 * @param everywhere ends all sessions of the account
 */
export async function signOut(root: URL, everywhere = false): Promise<void> {
  await fetch(new URL('signout', root), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ everywhere }),
  })
  window.location.assign(new URL('signin', root))
}
