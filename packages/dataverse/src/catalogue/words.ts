/**
 * The words logical names are made of. Dataverse's schema names and labels show the words of a
 * name (`LastSyncErrorCode`); a logical name alone has lost them.
 */
const WORDS = new Set(
  `accepting access account act action active activity actual address administrator admin
  aggressive alert alerts all allow amount and appointment appt approval approved asynchronous as
  assigned at attachment attachments attempted attempts attendees authentication authorization auto
  autodiscover autodiscovered available average azure base based batch back off backlog backoff bcc
  be blocked body business by can category cc change channel client code collation color company
  complete completed component concurrent connection connections connector contact content context
  conversation copied correlated correlation count create created credential credentials crm
  customer customization cycle cycles date day days deduplication default delegate delete deleted
  delivery delta dependency description details digits directory direction disabled discover display
  do domain draft due dup check duration durations editor effective email emails enable enabled
  encoding end entity entry error errors event ews exceptions exchange execution expanded expansion
  experience failed failure failures fields file filter filtering first flag set folder for forced
  forward friendly from full future generate global handler has hash hierarchy host id identity if
  ignore impersonation in inactive incoming index individual information installed instance
  integrated intermittent internal interval introduced invocation is isolation issue item items job
  keywords label language last lead level licensed list locale location log logging lookup machine
  mailbox managed mapi mapping mappings mark marked mask mass master match matching max maximum
  message messages method mime min minimum minutes mobile mode modified monitoring month monthly move
  multiple name next no notifications notify nth number object occurred occurrences of offline on
  onboarding online open operation optional option or org organization organizer original outgoing
  outlook owner owning page parameter parent participation parties party password past pattern
  percent permanent personal pointer polling port postpone postponed poll prefix primary priority
  private process processed processing profile protocol publisher queue range read receipt
  receiving received recipients recurrence recurring reference regarding reminder render reply
  request require required resolve resource response result results retrieval retries retry rich
  rule run same scheduled script secure seconds security send sender senders sending sent series
  server service settings similar size smart solution sort source ssl stage start started starting
  state statistics status step steps sub subject submitted successful support sync synch system tag
  tagged tagging tags task team telephone tenant test testing text time timeout timeouts times to
  token total trace tracking transient type ui undeliverable undelivered unique unit unlinked
  unlocking unresolve unresolved unsafe until update upload url usage use user users validation
  value verbose version view visible warnings web website week weekday weeks windows with workflow
  xml yearly zone zones decision iframe deployment endpoint contract format auth sdk
  handlers attributes rank title phone used not requested link window mailing tasks allowed only year after
  configuration detail db sequence annual income revenue gender family spouses nick middle suffix
  salutation manager assistant department children amount budget quality ticker symbol sic limit
  credit hold employees fax postal latitude longitude line city province country county audit
  unified interface shell refresh records export excel days description migrated save plug log
  session inactivity mins external search schema prefix precision decimal convention string
  title job employee live photo integration directory migrated flows entity business maximum
  retention period`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Written as Dataverse writes them, not capitalized. */
const ACRONYMS: Readonly<Record<string, string>> = { id: 'Id', ui: 'UI', sdk: 'Sdk', crm: 'CRM' }

const COST_OF_UNKNOWN = 10

/**
 * A logical name taken apart, in as few words as there are in it; letters of no known word stay
 * together.
 */
export function wordsOf(logicalName: string): readonly string[] {
  const best: { cost: number; words: readonly string[] }[] = [{ cost: 0, words: [] }]
  for (let end = 1; end <= logicalName.length; end++) {
    let found = { cost: Number.POSITIVE_INFINITY, words: [] as readonly string[] }
    for (let start = 0; start < end; start++) {
      const piece = logicalName.slice(start, end)
      const known = WORDS.has(piece) || /^\d+$/.test(piece)
      const cost = (best[start]?.cost ?? 0) + (known ? 1 : COST_OF_UNKNOWN * piece.length)
      if (cost < found.cost) found = { cost, words: [...(best[start]?.words ?? []), piece] }
    }
    best.push(found)
  }
  return joinUnknown(best[logicalName.length]?.words ?? [])
}

function joinUnknown(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  let wasUnknown = false
  for (const word of words) {
    const isUnknown = !WORDS.has(word) && !/^\d+$/.test(word)
    if (isUnknown && wasUnknown) joined.push(`${joined.pop()}${word}`)
    else joined.push(word)
    wasUnknown = isUnknown
  }
  return joined
}

const capital = (word: string): string =>
  ACRONYMS[word] ?? `${word.charAt(0).toUpperCase()}${word.slice(1)}`

/** `LastSyncErrorCode`. */
export const schemaName = (logicalName: string): string =>
  wordsOf(logicalName)
    .map((word) => (word === 'crm' ? 'Crm' : capital(word)))
    .join('')

/** `Last Sync Error Code`; a lookup is called by what it leads to, `Owner` and not `Owner Id`. */
export function displayName(logicalName: string, isLookup = false): string {
  const words = wordsOf(logicalName)
  const shown = isLookup && words.length > 1 && words.at(-1) === 'id' ? words.slice(0, -1) : words
  return shown.map(capital).join(' ')
}
