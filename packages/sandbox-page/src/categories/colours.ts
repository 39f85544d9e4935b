/**
 * Exchange's colours of categories: `none` and `preset0` to `preset24`, by their documented names.
 * The wire knows no shades; these are ours.
 */
export const COLOURS = [
  ['preset0', 'Red', '#d13438'],
  ['preset1', 'Orange', '#f7630c'],
  ['preset2', 'Peach', '#c98b5a'],
  ['preset3', 'Yellow', '#eaa300'],
  ['preset4', 'Green', '#13a10e'],
  ['preset5', 'Teal', '#00a5b5'],
  ['preset6', 'Olive', '#8e9a2b'],
  ['preset7', 'Blue', '#1c7ed6'],
  ['preset8', 'Purple', '#8764b8'],
  ['preset9', 'Cranberry', '#c4407c'],
  ['preset10', 'Steel', '#7a9cb8'],
  ['preset11', 'Dark steel', '#4a6a85'],
  ['preset12', 'Gray', '#9b9b9b'],
  ['preset13', 'Dark gray', '#616161'],
  ['preset14', 'Black', '#1f1f1f'],
  ['preset15', 'Dark red', '#8b1a1e'],
  ['preset16', 'Dark orange', '#a84300'],
  ['preset17', 'Dark peach', '#7a4b23'],
  ['preset18', 'Dark yellow', '#9a7300'],
  ['preset19', 'Dark green', '#0b6a0b'],
  ['preset20', 'Dark teal', '#00666d'],
  ['preset21', 'Dark olive', '#565d17'],
  ['preset22', 'Dark blue', '#0b4a86'],
  ['preset23', 'Dark purple', '#4b2e83'],
  ['preset24', 'Dark cranberry', '#7b1648'],
] as const satisfies readonly (readonly [wire: string, name: string, shade: string])[]

const shades: ReadonlyMap<string, string> = new Map(COLOURS.map(([wire, , shade]) => [wire, shade]))

/** Null = no colour. */
export const shadeOf = (color: string): string | null => shades.get(color.toLowerCase()) ?? null
