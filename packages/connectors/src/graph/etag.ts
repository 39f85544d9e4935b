/** Change key of an item: the text inside a weak etag. Other etags are kept as they are. */
export function changeKeyOf(item: {
  readonly '@odata.etag'?: string | null | undefined
  readonly changeKey?: string | null | undefined
}): string | null {
  const etag = item['@odata.etag']
  // A task has only an etag and no changeKey, so the etag is used for all kinds.
  if (etag) return /^W\/"(.*)"$/.exec(etag)?.[1] ?? etag
  return item.changeKey || null
}

export function ifMatchOf(changeKey: string): string {
  return changeKey.startsWith('"') || changeKey.startsWith('W/') ? changeKey : `W/"${changeKey}"`
}
