/** Change key of an item: the inside of a weak etag; any other form of etag is kept as it is. */
export function changeKeyOf(item: {
  readonly '@odata.etag'?: string | null | undefined
  readonly changeKey?: string | null | undefined
}): string | null {
  const etag = item['@odata.etag']
  // A task has no changeKey, only the etag; so the etag leads for all kinds.
  if (etag) return /^W\/"(.*)"$/.exec(etag)?.[1] ?? etag
  return item.changeKey || null
}

export function ifMatchOf(changeKey: string): string {
  return changeKey.startsWith('"') || changeKey.startsWith('W/') ? changeKey : `W/"${changeKey}"`
}
