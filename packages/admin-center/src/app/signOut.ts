/** Ends the session and shows the sign-in page. @param root where the organization answers */
export async function signOut(root: URL): Promise<void> {
  await fetch(new URL('signout', root), { method: 'POST' })
  window.location.assign(new URL('signin', root))
}
