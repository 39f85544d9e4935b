import { WELL_KNOWN, type WellKnown } from '../api/queries.ts'
import type { MailFolder } from '../api/wire.ts'

export interface FolderNode {
  readonly folder: MailFolder
  readonly wellKnown: WellKnown | null
  /** As it stands in addresses: the well-known name, else the id. */
  readonly name: string
  readonly depth: number
}

/** All folders from top to bottom as they are listed: the well-known ones first, then by name. */
export function listed(
  folders: readonly MailFolder[],
  wellKnown: ReadonlyMap<string, WellKnown>,
): readonly FolderNode[] {
  const ids = new Set(folders.map(({ id }) => id))
  const rank = ({ id }: MailFolder) => {
    const known = wellKnown.get(id)
    return known === undefined ? WELL_KNOWN.length : WELL_KNOWN.indexOf(known)
  }
  const below = (parent: string | null, depth: number): readonly FolderNode[] =>
    folders
      .filter(({ id, parentFolderId }) =>
        parent === null
          ? !ids.has(parentFolderId) || parentFolderId === id
          : parentFolderId === parent,
      )
      .sort((a, b) => rank(a) - rank(b) || a.displayName.localeCompare(b.displayName))
      .flatMap((folder) => {
        const known = wellKnown.get(folder.id) ?? null
        const node = { folder, wellKnown: known, name: known ?? folder.id, depth }
        return [node, ...below(folder.id, depth + 1)]
      })
  return below(null, 0)
}

/** Where mail can be put by hand. */
export const canTake = ({ wellKnown }: FolderNode): boolean =>
  wellKnown !== 'drafts' && wellKnown !== 'outbox'

export const findFolder = (nodes: readonly FolderNode[], name: string): FolderNode | undefined =>
  nodes.find((node) => node.name === name || node.folder.id === name)

/** Drafts count all they hold, other folders what is unread. */
export const countShown = ({ folder, wellKnown }: FolderNode): number =>
  wellKnown === 'drafts' ? folder.totalItemCount : folder.unreadItemCount
