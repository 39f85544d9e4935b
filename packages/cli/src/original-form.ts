const VERBS = ['retrieve', 'update', 'delete', 'reset', 'export', 'import']

/**
 * Arguments as Microsoft's own tool takes them, `Update /u ORG NAME VALUE` (Power Apps
 * documentation, "View entity data in Power BI Desktop"), in the form used here; `-u` is the same,
 * for shells that take `/u` for a path. Others pass.
 */
export function original(args: readonly string[]): string[] {
  const [first = '', ...rest] = args
  const verb = VERBS.find((name) => name === first.toLowerCase())
  if (verb === undefined) return [...args]
  const at = rest.findIndex((argument) => ['/u', '-u'].includes(argument.toLowerCase()))
  const organization = at === -1 ? undefined : rest[at + 1]
  if (organization === undefined) return [verb, ...rest]
  return [verb, ...rest.slice(0, at), ...rest.slice(at + 2), '--org', organization]
}
