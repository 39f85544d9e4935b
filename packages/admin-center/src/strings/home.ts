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
    partial: 'Synchronized in part',
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
  openSandbox: 'Open the sandbox mailboxes',
  steps: {
    title: 'Next steps',
    done: 'Done',
    open: 'To do',
    switchOn: {
      title: 'Switch category tracking on',
      text: 'While it is off, nothing is tracked.',
    },
    read: {
      title: 'Mailboxes are read for the first time',
      text: (count: number) =>
        count === 0
          ? 'This happens by itself. Afterwards each mailbox has the category "Tracked to Dynamics 365".'
          : count === 1
            ? '1 mailbox is synchronized and has the category "Tracked to Dynamics 365".'
            : `${count.toLocaleString('en')} mailboxes are synchronized and have the category "Tracked to Dynamics 365".`,
    },
    mark: {
      title: 'Put the category on an email',
      sandbox:
        'The sandbox is a small Exchange with made-up people, and its page looks like Outlook. Pick a person, open an email, choose Categorize, then "Tracked to Dynamics 365".',
      outlook:
        'In Outlook, on any device: choose an email, an appointment or a task, then Categorize, then "Tracked to Dynamics 365".',
    },
    look: {
      title: 'See it as an activity',
      text: 'Seconds to minutes later the email is listed under Activities, with the reason why it is there.',
      link: 'Activities',
    },
    connect: {
      title: 'Connect Exchange Online',
      text: 'When you have seen enough of the sandbox: a server profile says how your own mailboxes are reached.',
      link: 'Server profiles',
    },
  },
  standstill: {
    title: 'Synchronization stands still since',
    noWorker:
      'No process synchronizes mailboxes. Start the server, or a worker, and look at its log.',
    noCycle: 'Mailboxes are due, but no cycle ends. The log of the server says why.',
  },
  lastSync: 'Last successful synchronization',
  nextSync: 'Next synchronization',
  noMailboxes: {
    title: 'No mailbox is synchronized yet',
    text: 'Connect an Exchange server with a server profile, then add mailboxes to it.',
    action: 'Server profiles',
  },
} as const
