import type {
  MailboxCycles,
  MailboxDetail,
  MailboxFolders,
  MailboxItems,
} from '@trackmark/admin-api'
import type { FolderRole } from '@trackmark/core'
import { numberSetting } from '@trackmark/dataverse'
import { checked, noSuchRow } from '@trackmark/http'
import {
  countItems,
  explainItems,
  type FolderState,
  listCycles,
  listFolderStates,
  readMailbox,
  readOrgSettings,
  readTest,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { CONNECTORS } from '../../runtime/connections.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { findMailbox } from '../shared/find.ts'
import { instantText, isoOrNull } from '../shared/instants.ts'
import { nextAfter, parseAfter } from '../shared/paging.ts'
import { MASK, scopeOf } from '../shared/scope.ts'
import { detailJson, itemJson, testJson } from './json.ts'
import { mailboxLog } from './log.ts'

const itemListing = z.strictObject({
  state: z.enum(['noted', 'parked', 'linked', 'ended']).optional(),
  kind: z.enum(['message', 'event', 'task']).optional(),
  parked: z.stringbool().optional(),
  /** Only items that wait for the answer to the question about many ended links (TR12). */
  isEnding: z.stringbool().optional(),
  search: z.string().trim().max(200).optional(),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})
const afterSchema = z.tuple([z.number(), z.string()])

const cycleListing = z.strictObject({
  limit: z.coerce.number().int().min(1).max(2000).default(500),
})

/** Routes that show one mailbox. */
export function mailboxDetailRoutes(deps: AdminDeps): Hono {
  const { database, organization, clock, organizationId } = deps
  return new Hono()
    .get('/:id/items', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      return c.json(await items(deps, id, checked(itemListing, c.req.query())))
    })
    .get('/:id/folders', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const states = await listFolderStates(database, organizationId, id)
      const { folders, hierarchy, connector } = states
      const roles = connector && CONNECTORS[connector].folderRoles(hierarchy)
      const answer: MailboxFolders = {
        folders: folders.map((folder) => ({
          ...folder,
          name: nameOf(folder, roles?.get(folder.folderId)),
          windowStart: isoOrNull(folder.windowStart),
          windowEnd: isoOrNull(folder.windowEnd),
        })),
      }
      return c.json(answer)
    })
    .get('/:id/cycles', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const { limit } = checked(cycleListing, c.req.query())
      const cycles = await listCycles(database, organizationId, id, limit)
      const settings = await readOrgSettings(database, organizationId)
      const answer: MailboxCycles = {
        cycles: cycles.map(({ startedOn, completedOn, ...cycle }) => ({
          ...cycle,
          startedOn: instantText(startedOn),
          durationMs: Math.max(0, completedOn - startedOn),
        })),
        isComplete:
          settings?.effective.ok === true &&
          numberSetting(settings.effective, 'MailboxStatisticsPersistenceTimeInDays') > 0,
      }
      return c.json(answer)
    })
    .get('/:id/test', async (c) => {
      const { id } = await findMailbox(deps, c.req.param('id'))
      const test = await readTest(database, organizationId, id)
      return c.json(test && testJson(test))
    })
    .get('/:id/details', async (c) => {
      const { id, values } = await findMailbox(deps, c.req.param('id'))
      const detail = await readDetail(deps, id)
      const { folders } = await listFolderStates(database, organizationId, id)
      const name = `mailbox-${id}.log`
      return c.body(mailboxLog({ detail, values, folders, organization, now: clock() }), 200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      })
    })
}

/** @throws ApiError 404 */
export async function readDetail(deps: AdminDeps, mailboxId: string): Promise<MailboxDetail> {
  const { database, organizationId, clock } = deps
  const found = await readMailbox(database, organizationId, mailboxId, clock())
  if (found === null) throw noSuchRow('mailbox', mailboxId)
  return detailJson(found, await readTest(database, organizationId, mailboxId))
}

async function items(
  deps: AdminDeps,
  mailboxId: string,
  options: z.infer<typeof itemListing>,
): Promise<MailboxItems> {
  const { database, organizationId, clock } = deps
  const { after, limit, search, ...rest } = options
  const scope = await scopeOf(deps, 'activities')
  const isMasked = scope !== 'all' && !scope.includes(mailboxId)
  // Callers who may not see subjects can't search by them either.
  const filter = { ...rest, ...(search && !isMasked ? { search } : {}) }
  const position = after === undefined ? undefined : parseAfter(after, afterSchema)
  const rows = await explainItems(database, organizationId, mailboxId, {
    ...filter,
    limit,
    after: position && { decidedAt: position[0], key: position[1] },
  })
  const mailbox = await readMailbox(database, organizationId, mailboxId, clock())
  return {
    items: rows
      .map((row) => itemJson(row, mailbox?.ownerName ?? null))
      .map((item) => (isMasked ? { ...item, subject: MASK, activityId: null } : item)),
    total:
      after === undefined ? await countItems(database, organizationId, mailboxId, filter) : null,
    next: nextAfter(rows, limit, ({ link }) => [link.decision.at, link.key]),
  }
}

const ROLE_NAMES: Readonly<Partial<Record<FolderRole, string>>> = {
  inbox: 'Inbox',
  sent: 'Sent Items',
  drafts: 'Drafts',
  outbox: 'Outbox',
  junk: 'Junk Email',
  deleted: 'Deleted Items',
  flagged: 'Flagged email',
}

/** Names that people gave their folders aren't stored; well-known folders are named by their role. */
const nameOf = ({ kind }: FolderState, role: FolderRole | undefined): string | null =>
  role === undefined || (kind === 'taskList' && role !== 'flagged')
    ? null
    : (ROLE_NAMES[role] ?? null)
