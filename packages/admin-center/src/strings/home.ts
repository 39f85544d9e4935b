export const home = {
  title: 'Home',
  description: (name: string) => `What is tracked in ${name}, and how it is going.`,
  category: {
    title: 'Tracked to Dynamics 365',
    on: 'People can use the category to track emails, appointments and tasks.',
    off: 'Category tracking is off. Nothing new is tracked; activities stay.',
    change: 'Email tracking settings',
  },
  mailboxes: {
    title: 'Mailboxes',
    synchronized: 'Synchronized',
    waiting: 'Waiting for their first synchronization',
    failing: 'Failing',
    off: 'Not synchronized',
  },
  items: {
    title: 'Items',
    linked: 'Tracked',
    parked: 'Set aside after a failure',
    noted: 'Marked, but not tracked',
    ended: 'Untracked',
  },
  alerts: {
    title: 'Open alerts',
    error: 'Errors',
    warning: 'Warnings',
    information: 'Information',
  },
  lastSync: 'Last successful synchronization',
  nextSync: 'Next synchronization',
  noMailboxes: {
    title: 'No mailbox is synchronized yet',
    text: 'Connect an Exchange server with a server profile, then add mailboxes to it.',
    action: 'Server profiles',
  },
} as const
