/** Up to eight groups of digits with dots between; leading zeros don't count (9.1.0000.25547). */
const VERSION = /^\d{1,9}(\.\d{1,9}){0,7}$/

export const isVersion = (text: string): boolean => VERSION.test(text)

/**
 * Negative when `a` comes before `b`; missing groups count as zero (9.2 is 9.2.0.0).
 *
 * @throws TypeError for a text that isn't a version: versions are checked where they enter
 */
export function compareVersions(a: string, b: string): number {
  const left = groups(a)
  const right = groups(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function groups(version: string): readonly number[] {
  if (!isVersion(version)) throw new TypeError(`Not a version: ${version.slice(0, 40)}`)
  return version.split('.').map(Number)
}
