/** Texts of the pages "Email tracking" and "Email settings"; labels come from the server. */
export const email = {
  tracking: {
    title: 'Email tracking',
    description: 'What becomes an activity, and how replies find the conversation they belong to.',
  },
  settings: {
    title: 'Email settings',
    description: 'What holds for the mailboxes of the whole environment.',
  },
  /** By group. */
  groups: {
    Notifications:
      "When these occur, send details to the mailbox's notifications area. An alert that asks a question is always shown.",
    'Synchronization methods':
      'The selected settings will be applied to mailboxes of all newly created users and queues.',
    'Tracking token preview': 'What is put at the end of the subject of outgoing email.',
  } as Readonly<Record<string, string>>,
  /** By setting. */
  descriptions: {
    emailcorrelationenabled: 'Links emails to records through data in their headers.',
    usetrackingtokens: 'Puts a token into the subject, by which replies are recognised.',
    enablesmartmatching: 'Links emails by likeness of subject and people.',
    isfolderbasedtrackingenabled: 'People map folders of their Inbox to records.',
    TrackCategorizedItems:
      'Creates the category "Tracked to Dynamics 365" in every synchronized mailbox, and tracks the emails, appointments and tasks that carry it.',
    AutoTrackSentFolderItems: 'Tracks what is in Sent Items without anybody marking it.',
    trackinternalemail: 'One activity for the sender, one for the recipient.',
    maxuploadfilesize:
      'Larger attachments are left out of the activity, which is made all the same.',
    generatealertsforerrors: 'What has failed and needs somebody.',
    generatealertsforwarnings: 'What has failed and is tried again.',
    generatealertsforinformation: 'What was done, such as creating the category.',
    notifymailboxownerofemailserverlevelalerts:
      'Errors of a server profile go to the owners of its mailboxes as well.',
    unresolveemailaddressifmultiplematch:
      'Otherwise every record that has the address becomes a party of the activity.',
    syncirmemail: 'Emails under rights management are synchronized like others.',
  } as Readonly<Record<string, string>>,
  noProfile: 'None',
  preview: 'Preview',
  mustBe: {
    integer: (min: string, max: string) => `Enter a whole number from ${min} to ${max}.`,
    text: (min: number, max: number) => `Enter ${min} to ${max} characters.`,
  },
  category: {
    offTitle: 'Switch category tracking off?',
    offMailboxes: (count: number) =>
      count === 0
        ? 'No mailbox has the category at the moment.'
        : count === 1
          ? 'The category "Tracked to Dynamics 365" will be removed from the category list of 1 mailbox.'
          : `The category "Tracked to Dynamics 365" will be removed from the category lists of ${count.toLocaleString('en')} mailboxes.`,
    offItems: (count: number) =>
      count === 0
        ? 'No tracked item has the mark. Activities stay, and nothing is untracked.'
        : count === 1
          ? '1 tracked item keeps its mark, and its activity stays. Nothing is untracked.'
          : `${count.toLocaleString('en')} tracked items keep their mark, and their activities stay. Nothing is untracked.`,
    offNew:
      'While it is off, marking an item tracks nothing, and taking a mark off untracks nothing.',
    offAgain: 'You can switch it on again at any time; the category then comes back.',
    offCounting: 'Counting the mailboxes…',
    offConfirm: 'Switch off',
    titleOn: 'The category in the mailboxes',
    titleOff: 'Removal of the category',
    doneOn: (count: number) =>
      count === 1
        ? 'The category is in the 1 synchronized mailbox.'
        : `The category is in all ${count.toLocaleString('en')} synchronized mailboxes.`,
    doneOff: (count: number) =>
      count === 1
        ? 'The category is gone from the 1 mailbox.'
        : `The category is gone from all ${count.toLocaleString('en')} mailboxes.`,
    noMailboxes: 'No mailbox is synchronized yet.',
    progressOn: (done: number, total: number) =>
      `The category is in ${done.toLocaleString('en')} of ${total.toLocaleString('en')} mailboxes.`,
    progressOff: (done: number, total: number) =>
      `The category is gone from ${done.toLocaleString('en')} of ${total.toLocaleString('en')} mailboxes.`,
    failing: (count: number) =>
      count === 1
        ? '1 mailbox fails. It is tried again by itself.'
        : `${count.toLocaleString('en')} mailboxes fail. They are tried again by themselves.`,
    table: 'Mailboxes that are not done yet',
    mailbox: 'Mailbox',
    state: 'State',
    waiting: 'Waiting',
    running: 'Being worked on',
    failed: 'Failed',
    nextTry: 'Next try',
    more: 'Show more mailboxes',
    counts: {
      provisioned: 'Has it',
      removed: 'Gone',
      waiting: 'Waiting',
      failing: 'Failing',
      off: 'Not synchronized',
    },
  },
} as const
