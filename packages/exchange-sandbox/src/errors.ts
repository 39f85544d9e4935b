/** An answer that refuses a request: status and `code` as Graph gives them. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    options: {
      headers?: Readonly<Record<string, string>>
      /** Beside `error` in the body, as `@event.existingEventId`. */
      extra?: Readonly<Record<string, unknown>>
      cause?: unknown
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.status = status
    this.code = code
    this.headers = options.headers ?? {}
    this.extra = options.extra ?? {}
  }
}

/** The answer was lost on its way: in process `fetch` rejects, on a socket the line is cut. */
export class LostAnswer extends TypeError {
  override readonly name = 'LostAnswer'
}

export const itemNotFound = () =>
  new SandboxError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')

export const badRequest = (message: string) => new SandboxError(400, 'BadRequest', message)

export const invalidRequest = (message: string) =>
  new SandboxError(400, 'ErrorInvalidRequest', message)

export const unknownProperty = (name: string, type: string) =>
  new SandboxError(
    400,
    'RequestBroker--ParseUri',
    `Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
  )
