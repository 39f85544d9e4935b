import type { Extension } from '../model/types.ts'

export const extensionRow = (extension: Extension): Readonly<Record<string, unknown>> => ({
  '@odata.type': '#microsoft.graph.openTypeExtension',
  id: `microsoft.graph.openTypeExtension.${extension.name}`,
  extensionName: extension.name,
  ...Object.fromEntries(
    Object.entries(extension.values).filter(([name]) => name !== 'id' && name !== 'extensionName'),
  ),
})
