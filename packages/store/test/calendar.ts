/*
 * Calendar sums on ISO texts, for oracles: on purpose not done as the product does them.
 */

export function addDays(iso: string, days: number): string {
  const date = new Date(iso)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString()
}

/** The Sunday a week began with, as `2026-03-29`. */
export function sundayOf(iso: string): string {
  let at = iso
  while (new Date(at).getUTCDay() !== 0) at = addDays(at, -1)
  return at.slice(0, 10)
}

/** The same day and time of another month; its last day where it is shorter. */
export function monthsLater(iso: string, count: number): string {
  const months = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + count
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  const month = String((months % 12) + 1).padStart(2, '0')
  for (let day = Number(iso.slice(8, 10)); ; day--) {
    const text = `${year}-${month}-${String(day).padStart(2, '0')}${iso.slice(10)}`
    const date = new Date(text)
    if (!Number.isNaN(date.getTime()) && date.toISOString() === text) return text
  }
}
