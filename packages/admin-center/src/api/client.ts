import type { DataverseErrorBody } from './error-body.ts'

/** `https://host/contoso/` where this page is `https://host/contoso/admin/…`. */
export const organizationRoot = new URL('../', document.baseURI)

/** A refusal of the server, in its own words. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  /** HTTP status; 0 = the server couldn't be reached. */
  readonly status: number
  /** Such as `0x80060888`; empty where the answer had none. */
  readonly code: string

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.code = code
  }
}

export type QueryValue = string | number | boolean | null | undefined

export interface RequestOptions {
  /** Parts that are null, undefined or empty are left out. */
  readonly query?: Readonly<Record<string, QueryValue>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Address below `api/admin/` of this organization. @param path without a leading slash */
export function apiUrl(path: string, query: RequestOptions['query'] = {}): URL {
  const url = new URL(`api/admin/${path}`, organizationRoot)
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') {
      url.searchParams.set(name, String(value))
    }
  }
  return url
}

async function call<T>(method: string, path: string, options: RequestOptions): Promise<T> {
  const response = await fetch(apiUrl(path, options.query), {
    method,
    headers: {
      ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new ApiFailure(0, '', '', { cause: error })
  })
  if (response.status === 401) askToSignIn()
  if (!response.ok) throw await failureOf(response)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const body = (await response.json().catch(() => null)) as DataverseErrorBody | null
  return new ApiFailure(response.status, body?.error?.code ?? '', body?.error?.message ?? '')
}

/** The session has ended: the sign-in page brings the person back to where they were. */
function askToSignIn(): void {
  const to = window.location.pathname + window.location.search
  const url = new URL('signin', organizationRoot)
  url.searchParams.set('to', to)
  window.location.assign(url)
}

/** The admin API. Each call rejects with `ApiFailure`. */
export const api = {
  get: <T>(path: string, options: Omit<RequestOptions, 'body'> = {}) =>
    call<T>('GET', path, options),
  post: <T>(path: string, body: unknown = {}, options: RequestOptions = {}) =>
    call<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options: RequestOptions = {}) =>
    call<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options: RequestOptions = {}) =>
    call<T>('PATCH', path, { ...options, body }),
  delete: <T = void>(path: string, options: RequestOptions = {}) =>
    call<T>('DELETE', path, options),
}
