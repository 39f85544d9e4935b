export const instantText = (instant: number): string => new Date(instant).toISOString()

export const isoOrNull = (instant: number | null): string | null =>
  instant === null ? null : instantText(instant)
