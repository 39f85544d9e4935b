import type { Instant, ItemRef, Link, LinkedLink, OtherLink, SeenItem } from './types.ts'

/** A link for an item that has a key and about which nothing was decided yet. */
export function newLink(
  ref: ItemRef & Partial<Pick<SeenItem, 'changeKey' | 'masterKey' | 'fingerprint'>>,
  at: Instant,
): OtherLink {
  return {
    kind: ref.kind,
    key: ref.key,
    folder: ref.folder,
    state: 'noted',
    activityId: null,
    activityType: null,
    masterKey: ref.masterKey ?? null,
    mark: 'seen',
    changeKey: ref.changeKey ?? null,
    isOrganizer: false,
    itemEnd: null,
    pendingEnd: null,
    park: null,
    decision: { rule: 'TR1', at, seen: 'marked' },
    fingerprint: ref.fingerprint ?? null,
  }
}

export const isLinked = (link: Link): link is LinkedLink => link.state === 'linked'
