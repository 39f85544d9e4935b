/** A bug planted on purpose: the simulation must find it, or else the test that it names. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly {
    readonly file: string
    readonly from: string
    readonly to: string
  }[]
  /** For what the simulation can't see, or sees too rarely. */
  readonly test?: { readonly file: string; readonly name: string }
}

/** The bug that MUTANT names; undefined = none is to be planted. */
export function mutantAsked(): Mutant | undefined {
  const name = process.env.MUTANT
  if (name === undefined) return undefined
  const mutant = MUTANTS.find((one) => one.name === name)
  if (mutant === undefined) throw new Error(`no mutant is called ${name}`)
  return mutant
}

/**
 * The source of a file with the bug in it; null where it has no part in this one.
 * @throws when a place to edit isn't found exactly once: the code has moved on
 */
export function withBug(mutant: Mutant, path: string, source: string): string | null {
  const edits = mutant.edits.filter(({ file }) => path.endsWith(`/${file}`))
  if (edits.length === 0) return null
  return edits.reduce((text, { file, from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`${file} has no single '${from}'`)
    return text.replace(from, () => to)
  }, source)
}

const engine = (name: string) => `packages/engine/src/${name}.ts`
const core = (name: string) => `packages/core/src/${name}.ts`
const store = (name: string) => `packages/store/src/${name}.ts`

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'links are saved after the cursor',
    edits: [
      {
        file: engine('process-pages'),
        from: '  masters.push(...(await trackAndCommit(run, last, { rest, folders })))\n',
        to: '  await run.deps.store.commit(run.input.lease, { cursors }, run.deps.clock())\n  masters.push(...(await trackAndCommit(run, last, { rest, folders })))\n',
      },
    ],
  },
  {
    name: 'categories are overwritten instead of merged',
    edits: [
      {
        file: core('outgoing'),
        from: '[...categories, tracked.name]',
        to: '[tracked.name]',
      },
      {
        file: core('outgoing'),
        from: '[...without(tracked), undeliverable.name]',
        to: '[undeliverable.name]',
      },
    ],
  },
  {
    name: 'categories are written without the change key',
    edits: [
      { file: 'packages/connectors/src/graph/items.ts', from: "'If-Match'", to: "'X-Match'" },
    ],
    test: { file: 'packages/connectors/src/graph/items.test.ts', name: '[MB8]' },
  },
  {
    name: 'a retry makes another activity',
    edits: [
      {
        file: engine('track'),
        from: 'identity: identityOf(item, outgoing, run.input.lease.mailboxId),',
        to: 'identity: identityOf(item, outgoing, run.input.lease.mailboxId) + run.deps.newId(),',
      },
    ],
  },
  {
    name: 'a rename is read as untracking',
    edits: [
      {
        file: core('category'),
        from: 'new Set([state.name, NAMES[state.purpose], ...state.earlierNames].map(foldName))',
        to: 'new Set([state.name].map(foldName))',
      },
    ],
  },
  {
    name: 'a mark that went while the feature was off is read as untracking',
    edits: [
      {
        file: core('tracking'),
        from: 'return !marksRead || foldersBehind.has(folder) || foldersBehind.has(link.folder)',
        to: 'return !marksRead',
      },
    ],
  },
  {
    name: 'two workers write under one lease',
    edits: [{ file: store('sync/commit'), from: '    and s.leasetoken = r.token\n', to: '' }],
  },
  {
    name: 'a page applied twice makes its activities twice',
    edits: [
      {
        file: store('sync/create-activities'),
        from: 'identity: storedIdentity(create.identity),',
        to: 'identity: create.activityId,',
      },
    ],
  },
  {
    name: 'emails that share a Message-ID are taken for one',
    edits: [
      {
        file: core('copies'),
        from: '    alikeSubjects(a.subject, b.subject) &&\n    alikeTexts(wordsOf(a.body), wordsOf(b.body)) &&\n',
        to: '',
      },
    ],
  },
  {
    name: 'events that share an iCalendar id are taken for one',
    edits: [
      {
        file: core('copies'),
        from: '    return !isSameMailbox && !(item.isOrganizer && other.isOrganizer)\n',
        to: '    return true\n',
      },
    ],
  },
  {
    name: 'what a new listing after 410 leaves out is taken for deleted',
    edits: [
      {
        file: core('ends'),
        from: "  if (item === null) return { kind: 'end', reason: 'gone' }",
        to: "  if (item === null || link.pendingEnd === 'gone') return { kind: 'end', reason: 'gone' }",
      },
    ],
    test: { file: 'packages/core/src/ends.test.ts', name: '[TR5]' },
  },
  {
    name: 'the alert is raised again when the category is made again',
    edits: [
      {
        file: core('category'),
        from: "    write: { kind: 'create', name: state.name, color: state.color },\n    next: { ...state, exchangeId: null },\n    alert: null,",
        to: "    write: { kind: 'create', name: state.name, color: state.color },\n    next: { ...state, exchangeId: null, epoch: state.epoch + 1 },\n    alert: 'enabled',",
      },
    ],
  },
  {
    name: 'a parked item is forgotten',
    edits: [
      {
        file: engine('parked-pass'),
        from: 'if (!run.marksRead) return []',
        to: 'if (run !== undefined) return []',
      },
    ],
  },
  {
    name: 'a folder that fails goes unnoticed',
    edits: [
      {
        file: engine('folder-pass'),
        from: '  if (reading.failure !== null) {\n',
        to: '  if (reading.failure !== null && run === undefined) {\n',
      },
      {
        file: core('folder-reading'),
        from: '  return failure === null && folders.every(({ isOpen }) => !isOpen)\n',
        to: '  return folders.every(({ isOpen }) => !isOpen)\n',
      },
    ],
    test: { file: 'test/engine.test.ts', name: '[CY11]' },
  },
  {
    name: 'junk starts tracking',
    edits: [{ file: core('tracking'), from: "    case 'junk':\n", to: "    case 'outbox':\n" }],
  },
  {
    name: 'a creation that was never heard of stays when the feature goes off',
    edits: [
      {
        file: core('category'),
        from: "        ? { ...state, status: 'creating' }\n",
        to: '        ? null\n',
      },
    ],
  },
  {
    name: 'items marked with a new name before it was known stay untracked',
    edits: [
      {
        file: engine('category-pass'),
        from: 'relist: isRenamed(before, run.state.categories.tracked),',
        to: 'relist: false,',
      },
    ],
  },
  {
    name: 'a rename between the list and the look at an item untracks it',
    edits: [
      {
        file: engine('ends-pass'),
        from: 'if (run.marksRead && found.some(isBare)) await categoryPass(run)',
        to: '',
      },
    ],
  },
  {
    name: 'what was passed over while off, the category still there, stays untracked',
    edits: [
      {
        file: core('cursors'),
        from: '  if (context.marksRead) return cursor\n',
        to: '  if (context.epoch >= 0) return cursor\n',
      },
    ],
    test: { file: 'test/engine.test.ts', name: '[CL6]' },
  },
  {
    name: 'a message in Recoverable Items counts as still there',
    edits: [
      {
        file: engine('ends-pass'),
        from: "    item?.kind === 'message' && !known.has(item.folder)",
        to: "    item?.kind === 'task' && !known.has(item.folder)",
      },
    ],
  },
  {
    name: 'settings that changed under a cycle are not noticed',
    edits: [
      {
        file: store('sync/commit'),
        from: ' and o.settingsrevision = r.revision',
        to: '',
      },
    ],
    test: { file: 'test/engine.test.ts', name: '[CY1, CY10]' },
  },
]
