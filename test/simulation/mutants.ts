/** A bug planted on purpose: the simulation must find it. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly {
    readonly file: string
    readonly from: string
    readonly to: string
  }[]
}

const engine = (name: string) => `packages/engine/src/${name}.ts`
const core = (name: string) => `packages/core/src/${name}.ts`
const store = (name: string) => `packages/store/src/${name}.ts`

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'links are saved after the cursor',
    edits: [
      {
        file: engine('page'),
        from: '  const tracked = await trackAll(run, last)\n',
        to: '  await commit(run, { cursors })\n  const tracked = await trackAll(run, last)\n',
      },
    ],
  },
  {
    name: 'categories are overwritten instead of merged',
    edits: [
      {
        file: engine('outgoing-pass'),
        from: '[...categories, run.categories.tracked.name]',
        to: '[run.categories.tracked.name]',
      },
      {
        file: engine('outgoing-pass'),
        from: '[...without(tracked), run.categories.undeliverable.name]',
        to: '[run.categories.undeliverable.name]',
      },
    ],
  },
  {
    name: 'categories are written without the change key',
    edits: [{ file: 'packages/exchange/src/graph/items.ts', from: "'If-Match'", to: "'X-Match'" }],
  },
  {
    name: 'a retry makes another activity',
    edits: [
      {
        file: engine('track'),
        from: 'identity: identityOf(item, wish.outgoing, mailboxId),',
        to: 'identity: identityOf(item, wish.outgoing, mailboxId) + run.deps.newId(),',
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
        from: 'if (!context.marksRead || context.catchUp) {',
        to: 'if (!context.marksRead && context.catchUp) {',
      },
    ],
  },
  {
    name: 'two workers write under one lease',
    edits: [
      { file: store('commit'), from: '         and s.leasetoken = r.token\n', to: '' },
      { file: store('commit'), from: ' and s.leasetoken = h.leasetoken', to: '' },
    ],
  },
  {
    name: 'a page applied twice makes its activities twice',
    edits: [
      {
        file: store('activities'),
        from: 'identity: storedIdentity(create.identity),',
        to: 'identity: create.activityId,',
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
  },
  {
    name: 'the alert is raised again when the category is made again',
    edits: [
      {
        file: core('category'),
        from: "    write: { kind: 'create', name: state.name, color: state.color },\n    next: { ...state, exchangeId: null },\n    told: null,",
        to: "    write: { kind: 'create', name: state.name, color: state.color },\n    next: { ...state, exchangeId: null, epoch: state.epoch + 1 },\n    told: 'enabled',",
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
    name: 'a folder that fails lets the cursors of the cycle end links',
    edits: [
      {
        file: engine('folder-pass'),
        from: '  if (failure !== null) throw failure\n',
        to: '',
      },
    ],
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
        from: "  if (step.write?.kind !== 'create') return null\n",
        to: '  if (step.write !== undefined) return null\n',
      },
    ],
  },
  {
    name: 'items marked with a new name before it was known stay untracked',
    edits: [{ file: engine('category-pass'), from: 'relist: isRenamed,', to: 'relist: false,' }],
  },
  {
    name: 'a rename between the list and the look at an item untracks it',
    edits: [
      {
        file: engine('ends-pass'),
        from: 'if (run.marksRead && looks.some(isBare)) await categoryPass(run)',
        to: '',
      },
    ],
  },
  {
    name: 'what was passed over while off, the category still there, stays untracked',
    edits: [
      {
        file: engine('folder-pass'),
        from: '  if (run.marksRead) return cursor\n',
        to: '  if (run !== undefined) return cursor\n',
      },
    ],
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
        file: store('commit'),
        from: ' and o.settingsrevision = r.revision',
        to: '',
      },
    ],
  },
]
