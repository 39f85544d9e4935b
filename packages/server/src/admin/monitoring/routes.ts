import { createHash } from 'node:crypto'
import type { HourFigures, Monitoring } from '@trackmark/admin-api'
import { percentileMs } from '@trackmark/core'
import { booleanSetting } from '@trackmark/dataverse'
import { checked, isKnown } from '@trackmark/http'
import { type HourNumbers, readMonitoring, readOrgSettings } from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AdminDeps } from '../shared/deps.ts'
import { instantText } from '../shared/instants.ts'
import { sharedAnswer } from './shared-answer.ts'

const HOUR = 3_600_000
/** Housekeeping keeps the figures for 35 days. */
const HOURS_MAX = 35 * 24
const SHARED_MS = 4_000

const listing = z.strictObject({
  hours: z.coerce.number().int().min(1).max(HOURS_MAX).default(24),
})

/**
 * Routes of the hourly figures of synchronization. Pages poll every few seconds, and mostly get the answer that
 * nothing changed. A stream would occupy a connection for each tab, and browsers open only six connections to a
 * server.
 */
export function monitoringRoutes(deps: AdminDeps): Hono {
  return new Hono().get('/', async (c) => {
    const { hours } = checked(listing, c.req.query())
    const { organizationId } = deps
    const now = deps.clock()
    const { body, etag } = await sharedAnswer(
      deps.sharedDatabase,
      `monitoring ${organizationId} ${hours}`,
      { now, ttlMs: SHARED_MS },
      async () => {
        const text = JSON.stringify(await monitoringOf(deps, hours, now))
        return { body: text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
      },
    )
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
    if (isKnown(c.req.raw.headers, etag)) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'Content-Type': 'application/json' })
  })
}

async function monitoringOf(deps: AdminDeps, hours: number, now: number): Promise<Monitoring> {
  const { sharedDatabase: database, organizationId } = deps
  const to = Math.floor(now / HOUR) * HOUR
  const from = to - (hours - 1) * HOUR
  const seen = await readMonitoring(database, organizationId, from)
  const settings = await readOrgSettings(database, organizationId)
  return {
    from: instantText(from),
    to: instantText(to),
    trackCategorizedItems:
      settings?.effective.ok === true &&
      booleanSetting(settings.effective, 'TrackCategorizedItems'),
    mailboxes: seen.mailboxes,
    categories: seen.categories,
    failing: seen.failing,
    total: figures(seen.hours),
    hours: seen.hours.map((one) => ({ hour: instantText(one.hour), ...figures([one]) })),
  }
}

/** Percentiles of several hours are computed from the sum of their buckets, because percentiles can't be added. */
function figures(hours: readonly HourNumbers[]): HourFigures {
  const sum = (pick: (hour: HourNumbers) => number) =>
    hours.reduce((all, hour) => all + pick(hour), 0)
  const buckets = (hours[0]?.latency ?? []).map((_, at) => sum(({ latency }) => latency[at] ?? 0))
  const seconds = (share: number) => {
    const ms = percentileMs(buckets, share)
    return ms === null ? null : Math.round(ms / 100) / 10
  }
  return {
    tracked: sum((hour) => hour.tracked),
    ended: sum((hour) => hour.ended),
    itemsFailed: sum((hour) => hour.itemsFailed),
    cyclesFailed: sum((hour) => hour.cyclesFailed),
    throttled: sum((hour) => hour.throttled),
    throttledSeconds: Math.round(sum((hour) => hour.throttledMs) / 1000),
    provisioned: sum((hour) => hour.provisioned),
    removed: sum((hour) => hour.removed),
    timed: buckets.reduce((all, count) => all + count, 0),
    p50Seconds: seconds(0.5),
    p99Seconds: seconds(0.99),
  }
}
