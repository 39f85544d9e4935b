interface SharedAnswer {
  readonly until: number
  readonly answer: Promise<unknown>
}

const answers = new WeakMap<object, Map<string, SharedAnswer>>()

/**
 * Reads once for all requests that ask the same within a short time, however many pages are open. A failed read isn't
 * kept.
 * @param owner the answers are kept as long as this object lives
 */
export function sharedAnswer<T>(
  owner: object,
  key: string,
  { now, ttlMs }: { readonly now: number; readonly ttlMs: number },
  read: () => Promise<T>,
): Promise<T> {
  const known = answers.get(owner) ?? new Map<string, SharedAnswer>()
  answers.set(owner, known)
  const found = known.get(key)
  if (found !== undefined && found.until > now) return found.answer as Promise<T>
  for (const [old, { until }] of known) if (until <= now) known.delete(old)
  const answer = read()
  known.set(key, { until: now + ttlMs, answer })
  answer.catch(() => known.delete(key))
  return answer
}
