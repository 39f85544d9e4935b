/** Texts of the settings hub and of what its pages share. */
export const settings = {
  title: 'Settings',
  description: (name: string) => `How ${name} tracks, who is told, and how mailboxes are reached.`,
  email: 'Email',
  organization: 'Organization',
  cards: {
    tracking: 'Categories, tracking tokens, correlation and folders: what is tracked, and how.',
    settings: 'Approval, notifications, attachments and the defaults of new mailboxes.',
    mailboxes: 'Who is synchronized, and how it is going.',
    profiles: 'How mailboxes are reached: tenant, application and credentials.',
    organization: 'Every OrgDBOrgSetting: what it does, its value and its default.',
    audit: 'Who changed what, when, from what to what.',
    access: 'Who may sign in, and with which role.',
    personalData:
      'How long what is known of people is kept, and what to do when somebody asks for it.',
  },
  notActive: 'Not active yet',
  notActiveCount: (count: number) => `Not active yet (${count.toLocaleString('en')})`,
  notActiveHint:
    'Trackmark stores these settings, and the Web API answers them, so that scripts and tools work. They change nothing else yet.',
  byDefault: (value: string) => `Default: ${value}`,
  lastChanged: 'Last changed',
  by: (name: string) => `by ${name}`,
  unsaved: (count: number) => (count === 1 ? '1 unsaved change' : `${count} unsaved changes`),
  nothingToSave: 'No unsaved changes',
  mayNotChange: 'Your role may read these settings, but not change them.',
  conflict:
    'Somebody else has changed something here since you opened the page. Their values are loaded; your own changes are kept. Check them, then save again.',
  leave: {
    title: 'Leave without saving?',
    text: 'What you have changed on this page is lost when you leave it.',
    confirm: 'Leave',
    stay: 'Stay on the page',
  },
} as const
