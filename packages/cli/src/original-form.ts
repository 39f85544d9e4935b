const VERBS = ['retrieve', 'update', 'delete']

/**
 * Arguments as Microsoft's own tool takes them, `Update /u ORG NAME VALUE` (Power Apps
 * documentation, "View entity data in Power BI Desktop"), in the form used here. Others pass.
 */
export function original(args: readonly string[]): string[] {
  const [first = '', ...rest] = args
  const verb = VERBS.find((name) => name === first.toLowerCase())
  if (verb === undefined) return [...args]
  const at = rest.findIndex((argument) => argument.toLowerCase() === '/u')
  const organization = at === -1 ? undefined : rest[at + 1]
  if (organization === undefined) return [verb, ...rest]
  return [verb, ...rest.slice(0, at), ...rest.slice(at + 2), '--org', organization]
}
