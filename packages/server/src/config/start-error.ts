/** What keeps the server from starting, told so that a person knows what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
