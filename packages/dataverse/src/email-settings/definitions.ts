import type { EmailSetting, EmailSettingPlace, EmailSettingsPage } from './types.ts'

const rest = { min: null, max: null, unit: null, options: [], onlyWith: null } as const

type More = Partial<Omit<EmailSetting, 'page' | 'group' | 'name' | 'label' | 'place'>>

const column = (name: string, as?: 'inverse' | 'kilo' | 'digits'): EmailSettingPlace =>
  as === undefined ? { kind: 'column', column: name } : { kind: 'column', column: name, as }
const setting = (name: string, as?: 'inverse'): EmailSettingPlace =>
  as === undefined
    ? { kind: 'orgDbOrgSetting', setting: name }
    : { kind: 'orgDbOrgSetting', setting: name, as }
const method = (name: 'incoming' | 'outgoing' | 'act'): EmailSettingPlace => ({
  kind: 'defaultMethod',
  method: name,
})

const ACTS = { acts: true } as const
const TOKENS = { onlyWith: 'usetrackingtokens' } as const

function group(
  page: EmailSettingsPage,
  title: string,
  ...rows: readonly (readonly [
    label: string,
    name: string,
    place: EmailSettingPlace,
    more?: More,
  ])[]
): readonly EmailSetting[] {
  return rows.map(([label, name, place, more = {}]) => ({
    ...rest,
    type: 'boolean',
    acts: false,
    ...more,
    page,
    group: title,
    name,
    label,
    place,
  }))
}

const SYNCHRONIZATION = 'Server-Side Synchronization or Email Router'

/**
 * The two pages of the Power Platform admin center, with its labels and in its order (Microsoft,
 * "Email tracking settings" and "Email settings"; ranges of the tracking token: "Email message
 * filtering and correlation"). `acts` moves to true in the commit that makes a setting work.
 */
export const EMAIL_SETTINGS: readonly EmailSetting[] = [
  ...group(
    'tracking',
    'Tracking email conversations',
    ['Use correlation', 'emailcorrelationenabled', column('emailcorrelationenabled')],
    ['Use tracking tokens', 'usetrackingtokens', { kind: 'usesTrackingTokens' }],
  ),
  ...group(
    'tracking',
    'Tracking token preview',
    [
      'Prefix',
      'trackingprefix',
      column('trackingprefix'),
      { type: 'text', min: 1, max: 20, ...TOKENS },
    ],
    [
      'Base tracking number',
      'trackingtokenidbase',
      column('trackingtokenidbase'),
      { type: 'integer', min: 0, max: 2_147_483_647, ...TOKENS },
    ],
    [
      'Number of digits for personal numbers',
      'trackingtokeniddigits',
      column('trackingtokeniddigits'),
      { type: 'integer', min: 1, max: 9, ...TOKENS },
    ],
    [
      'Number of digits for email activity counter',
      'trackingcounterdigits',
      column('maximumtrackingnumber', 'digits'),
      { type: 'integer', min: 1, max: 9, ...TOKENS },
    ],
    ['Use smart matching', 'enablesmartmatching', column('enablesmartmatching')],
  ),
  ...group('tracking', 'Folder-level tracking', [
    'Use folder-level tracking for Exchange folders (server-side synchronization must be enabled)',
    'isfolderbasedtrackingenabled',
    column('isfolderbasedtrackingenabled'),
  ]),
  ...group(
    'tracking',
    'Tracking items',
    [
      'People can use categories to track emails and appointments',
      'TrackCategorizedItems',
      setting('TrackCategorizedItems'),
      ACTS,
    ],
    [
      'Allow auto-tracking on outgoing email',
      'AutoTrackSentFolderItems',
      setting('AutoTrackSentFolderItems'),
    ],
  ),
  ...group('tracking', 'Tracking between people', [
    'Track emails sent between Dynamics 365 users as two activities',
    'trackinternalemail',
    column('ignoreinternalemail', 'inverse'),
  ]),

  ...group(
    'settings',
    'Security and permissions',
    [
      'Process emails only for approved users',
      'requireapprovalforuseremail',
      column('requireapprovalforuseremail'),
      ACTS,
    ],
    [
      'Process emails only for approved queues',
      'requireapprovalforqueueemail',
      column('requireapprovalforqueueemail'),
      ACTS,
    ],
    [
      'Sync information rights management-enabled emails to the server',
      'syncirmemail',
      setting('RestrictIRMEmailItems', 'inverse'),
    ],
    [
      'Allow to delete appointments if system auto detects changes that will result in change in ownership',
      'deleteonownershipchange',
      setting('DistinctPhysicalAndLogicalDeletesForExchangeSync', 'inverse'),
    ],
  ),
  ...group(
    'settings',
    'Notifications',
    ['Errors', 'generatealertsforerrors', column('generatealertsforerrors'), ACTS],
    ['Warnings', 'generatealertsforwarnings', column('generatealertsforwarnings'), ACTS],
    ['Information', 'generatealertsforinformation', column('generatealertsforinformation'), ACTS],
    [
      'Notify mailbox owner',
      'notifymailboxownerofemailserverlevelalerts',
      column('notifymailboxownerofemailserverlevelalerts'),
    ],
  ),
  ...group('settings', 'Attachments', [
    'Maximum file size attachments',
    'maxuploadfilesize',
    column('maxuploadfilesize', 'kilo'),
    { type: 'integer', min: 0, max: 131_072, unit: 'KB', acts: true },
  ]),
  ...group(
    'settings',
    'Synchronization methods',
    [
      'Server profile',
      'defaultemailserverprofileid',
      column('defaultemailserverprofileid'),
      { type: 'profile', acts: true },
    ],
    [
      'Incoming email',
      'incomingemaildeliverymethod',
      method('incoming'),
      {
        type: 'choice',
        acts: true,
        options: [
          { value: 0, label: 'None' },
          { value: 1, label: 'Microsoft Dynamics 365 for Outlook' },
          { value: 2, label: SYNCHRONIZATION },
          { value: 3, label: 'Forward Mailbox' },
        ],
      },
    ],
    [
      'Outgoing email',
      'outgoingemaildeliverymethod',
      method('outgoing'),
      {
        type: 'choice',
        acts: true,
        options: [
          { value: 0, label: 'None' },
          { value: 1, label: 'Microsoft Dynamics 365 for Outlook' },
          { value: 2, label: SYNCHRONIZATION },
        ],
      },
    ],
    [
      'Appointments, contacts, and tasks',
      'actdeliverymethod',
      method('act'),
      {
        type: 'choice',
        acts: true,
        options: [
          { value: 2, label: 'None' },
          { value: 0, label: 'Microsoft Dynamics 365 for Outlook' },
          { value: 1, label: 'Server-Side Synchronization' },
        ],
      },
    ],
  ),
  ...group(
    'settings',
    'Email form options',
    [
      'Use secure frames to restrict email message content',
      'rendersecureiframeforemail',
      column('rendersecureiframeforemail'),
    ],
    [
      'People can send emails with unresolved recipients',
      'allowunresolvedpartiesonemailsend',
      column('allowunresolvedpartiesonemailsend'),
    ],
    [
      'If there are multiple possible recipient matches in the to, CC, or BCC fields, set them as unresolved',
      'unresolveemailaddressifmultiplematch',
      column('unresolveemailaddressifmultiplematch'),
      ACTS,
    ],
    [
      'When someone manually resolves an unresolved email address, apply it to all similar unresolved addresses',
      'resolvesimilarunresolvedemailaddress',
      column('resolvesimilarunresolvedemailaddress'),
      { onlyWith: 'unresolveemailaddressifmultiplematch' },
    ],
  ),
]

export const emailSetting = (name: string): EmailSetting | undefined =>
  EMAIL_SETTINGS.find((one) => one.name === name)
