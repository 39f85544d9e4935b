import type { RequestReport } from '@trackmark/connectors'
import type { EngineEvent } from '@trackmark/engine'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observe(event: EngineEvent): void
  observeRequest(report: RequestReport): void
  /** Renders the Prometheus text format. @param mailboxes current counts by organization and state */
  render(mailboxes: Readonly<Record<string, Readonly<Record<string, number>>>>): Promise<string>
  readonly contentType: string
}

export function createMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const { cycles, durations, items, requests, mailboxes } = metersIn(register)
  return {
    observe: (event) => {
      switch (event.kind) {
        case 'cycle':
          cycles.inc({ result: event.ok ? 'ok' : 'failed' })
          durations.observe(event.durationMs / 1000)
          break
        case 'tracked':
          items.inc({ outcome: 'created' }, event.created)
          items.inc({ outcome: 'joined' }, event.joined)
          break
        case 'ended':
        case 'parked':
          items.inc({ outcome: event.kind }, event.count)
          break
      }
    },
    observeRequest: ({ method, status, isPart }) => {
      if (!isPart) requests.inc({ method, status: String(status) })
    },
    render: (counts) => {
      mailboxes.reset()
      for (const [organization, states] of Object.entries(counts)) {
        for (const [state, count] of Object.entries(states)) {
          mailboxes.set({ organization, state }, count)
        }
      }
      return register.metrics()
    },
    contentType: register.contentType,
  }
}

function metersIn(register: Registry) {
  const registers = [register]
  const cycles = new Counter({
    name: 'trackmark_cycles_total',
    help: 'Cycles of mailboxes that ended, by result.',
    labelNames: ['result'],
    registers,
  })
  const durations = new Histogram({
    name: 'trackmark_cycle_duration_seconds',
    help: 'Duration of a cycle.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers,
  })
  const items = new Counter({
    name: 'trackmark_items_total',
    help: 'Items by what became of them: a new activity, joined to one, link ended, parked.',
    labelNames: ['outcome'],
    registers,
  })
  const requests = new Counter({
    name: 'trackmark_exchange_requests_total',
    help: 'Requests to mail servers by method and status; 0 = no answer came.',
    labelNames: ['method', 'status'],
    registers,
  })
  const mailboxes = new Gauge({
    name: 'trackmark_mailboxes',
    help: 'Mailboxes by organization and state.',
    labelNames: ['organization', 'state'],
    registers,
  })
  return { cycles, durations, items, requests, mailboxes }
}
