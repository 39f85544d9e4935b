/** Texts of the monitoring page. */
export const monitoring = {
  title: 'Server-Side Synchronization Monitoring',
  description: 'How synchronization is going, hour by hour. The page keeps itself up to date.',
  range: 'Time range',
  ranges: { 24: 'Last 24 hours', 72: 'Last 3 days', 168: 'Last 7 days', 336: 'Last 14 days' },
  now: 'Now',
  over: 'Over the time range',
  tiles: {
    health: 'Mailboxes by health',
    synchronized: 'Synchronized',
    partial: 'Synchronized in part',
    waiting: 'Waiting for the first time',
    failing: 'Failing',
    off: 'Not synchronized',
    failures: 'Failing items',
    retrying: 'Tried again',
    givenUp: 'Given up',
    writes: 'Writes to mailboxes',
    progress: 'Category in mailboxes',
    provisioned: 'Provisioned',
    removed: 'Removed',
    pending: 'Pending',
  },
  progressOn: (done: number, all: number) =>
    `In ${done.toLocaleString('en')} of ${all.toLocaleString('en')} mailboxes`,
  progressOff: (done: number, all: number) =>
    `Removed from ${done.toLocaleString('en')} of ${all.toLocaleString('en')} mailboxes`,
  totals: {
    tracked: 'Items tracked',
    ended: 'Items untracked',
    p50: 'Median time from mark to activity',
    p99: 'Time that 99 % stay below',
    itemsFailed: 'Items failed',
    cyclesFailed: 'Cycles failed',
    throttled: 'Throttled answers',
    throttledSeconds: 'Waits asked for',
  },
  none: 'Nothing measured',
  charts: {
    tracked: 'Items tracked per hour',
    latency: 'Time from mark to activity, in seconds',
    failures: 'Failures per hour',
    throttling: 'Throttling per hour',
    removal: 'Categories created and removed per hour',
  },
  legends: {
    tracked: 'Tracked',
    ended: 'Untracked',
    p50: 'Median (p50)',
    p99: '99 % (p99)',
    itemsFailed: 'Items',
    cyclesFailed: 'Cycles of mailboxes',
    throttled: 'Throttled answers (429)',
    provisioned: 'Created',
    removed: 'Removed',
  },
  table: 'Show as table',
  tableOf: (name: string) => `${name}, as a table`,
  hour: 'Hour',
  quiet: {
    title: 'A quiet time',
    text: 'Nothing happened in this time range.',
  },
  seconds: (n: number) =>
    n < 60
      ? `${n.toLocaleString('en', { maximumFractionDigits: 1 })} s`
      : n < 3600
        ? `${(n / 60).toLocaleString('en', { maximumFractionDigits: 1 })} min`
        : `${(n / 3600).toLocaleString('en', { maximumFractionDigits: 1 })} h`,
} as const
