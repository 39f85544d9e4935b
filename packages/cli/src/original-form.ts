const VERBS = ['retrieve', 'update', 'delete', 'reset', 'export', 'import']

/**
 * Converts the arguments of Microsoft's own tool, `Update /u ORG NAME VALUE` (Power Apps
 * documentation, "View entity data in Power BI Desktop"), into the form used here. `-u` means the
 * same, for shells that take `/u` for a path. Other arguments are returned unchanged.
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
