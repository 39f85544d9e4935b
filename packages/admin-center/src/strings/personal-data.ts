/** Texts of the page "Personal data". */
export const personalData = {
  title: 'Personal data',
  description:
    'For how long Trackmark keeps what it knows of people, and how to answer a person who asks for it.',
  retention: {
    title: 'How long it is kept',
    text: 'Every hour Trackmark deletes what is older. Leave a field empty to keep it for ever.',
    days: 'days',
    names: {
      bodies: 'Texts and attachments of activities',
      audit: 'Audit',
      signInAttempts: 'Counts of wrong passwords',
      trail: 'Earlier decisions about items',
    },
    hints: {
      bodies:
        'The activities stay, with subject, times and people. Counted from when an email was sent, or an appointment or a task ended.',
      audit: 'Who changed which setting, from what to what.',
      signInAttempts:
        'They are stored under hashes of name and address. 30 days unless you change it.',
      trail:
        'What the page of an activity tells of why it was tracked or not. The last decision always stays.',
    },
    fault: 'Enter a whole number from 1 to 36,500, or nothing.',
    saved: 'Saved. What is older goes within an hour.',
    confirm: {
      title: 'Delete older data?',
      text: 'Within an hour this is deleted for good; only a backup still has it:',
      line: (name: string, days: number) =>
        `${name}, when older than ${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`,
      action: 'Save and delete',
    },
  },
  export: {
    title: 'Tell a person what is kept',
    text: 'A file with one JSON object a line: contacts, leads and accounts with the address, its users and mailboxes, every activity that the person takes part in, and what the audit says. Look at it before you pass it on, since activities name other people too. The audit notes that you have fetched it.',
    address: 'Email address',
    fault: 'Enter an email address.',
    action: 'Download',
  },
  commands: {
    title: 'Erasing and backups',
    text: "What can't be undone, and what holds everybody's mail, is done on the command line with a token: a page that acts by your session can do neither.",
    erase: 'Erase a person',
    backup: 'Back up the whole installation',
    restore: 'Restore a backup',
  },
} as const
