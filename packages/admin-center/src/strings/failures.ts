/** Texts of the item level monitoring. */
export const failures = {
  title: 'Server-Side Synchronization Failures',
  description:
    'Items that could not be synchronized, with the reason. Most are tried again by themselves.',
  sections: {
    incoming: 'Incoming Email',
    outgoing: 'Outgoing Email',
    act: 'Appointments, Contacts, and Tasks',
  },
  failed: {
    incoming: 'Incoming Email Failed To Sync',
    outgoing: 'Outgoing Email Failed To Sync',
    act: 'Appointments, Contacts, and Tasks Failed To Sync',
  },
  section: 'Section',
  withCount: (name: string, count: number | undefined) =>
    count === undefined ? name : `${name} (${count.toLocaleString('en')})`,
  search: 'Search reasons and mailboxes',
  state: 'State',
  allStates: 'All states',
  states: { retrying: 'Tried again', givenUp: 'Given up', notTracked: 'Not tracked' },
  columns: {
    item: 'Item Subject',
    mailbox: 'Mailbox',
    error: 'Sync Error',
    state: 'State',
    tries: 'Tries',
    next: 'Next try',
    failed: 'Failed',
    actions: 'Actions',
  },
  kinds: { message: 'Email', event: 'Appointment', task: 'Task' },
  noSubject: 'Subject not stored',
  reading: 'Its subject is read from the mailbox…',
  unread: (problem: string) => `Its subject could not be read: ${problem}`,
  sender: 'From',
  date: 'Date',
  live: 'Subject, sender and date are read from your mailbox now. Trackmark does not store them.',
  masked: 'Another person’s item: its subject is hidden',
  write: 'Writing the category to the item',
  details: 'Details',
  tryNow: 'Try now',
  nextTry: ', next try ',
  tries: (n: number) => (n === 1 ? '1 try' : `${n} tries`),
  tried: (count: number) =>
    count === 0
      ? 'Nothing was left to try.'
      : `${count === 1 ? '1 item is' : `${count} items are`} tried now.`,
  whatToDo: 'What to do',
  reason: 'Reason',
  means: 'What it means',
  openActivity: 'Open the activity',
  neverAgain: 'Not by itself',
  empty: {
    title: 'No failures',
    text: 'Everything here could be synchronized.',
    filtered: 'No failure fits the filters.',
    action: 'Show all failures',
  },
} as const
