interface Look {
  readonly until: number
  readonly answer: Promise<unknown>
}

const looks = new WeakMap<object, Map<string, Look>>()

/**
 * One look at the database for everybody who asks the same within a while, however many pages are
 * open. A failed look isn't kept.
 * @param owner whose looks are kept as long as it is
 */
export function sharedLook<T>(
  owner: object,
  key: string,
  { now, ttlMs }: { readonly now: number; readonly ttlMs: number },
  look: () => Promise<T>,
): Promise<T> {
  const known = looks.get(owner) ?? new Map<string, Look>()
  looks.set(owner, known)
  const found = known.get(key)
  if (found !== undefined && found.until > now) return found.answer as Promise<T>
  for (const [old, { until }] of known) if (until <= now) known.delete(old)
  const answer = look()
  known.set(key, { until: now + ttlMs, answer })
  answer.catch(() => known.delete(key))
  return answer
}
