export const access = {
  title: 'Access',
  description:
    'People who sign in, and tokens of programs. Both are made on the command line, with a token: a page somebody uploaded, acting by your session, must not make itself a way back in.',
  accounts: 'Accounts',
  tokens: 'Tokens',
  columns: {
    name: 'Name',
    user: 'User',
    role: 'Role',
    state: 'State',
    lastSignIn: 'Last sign-in',
    lastUsed: 'Last used',
    expires: 'Expires',
  },
  states: { disabled: 'Disabled', active: 'Active', invited: 'No password yet' },
  expired: 'Expired',
  neverExpires: 'Never',
  commands: {
    title: 'Commands',
    addAccount: 'Give a person an account',
    invite: 'A new link to choose a password',
    disable: 'Disable an account',
    addToken: 'Make a token for a program',
    revoke: 'Revoke a token',
  },
  noAccounts: {
    title: 'Nobody has an account yet',
    text: 'You signed in with a link or a token. Give people accounts with the command below.',
  },
  noTokens: {
    title: 'No tokens',
    text: 'The token of the installation is kept in its data folder.',
  },
  password: {
    title: 'Change password',
    old: 'Old password',
    new: 'New password',
    rule: 'At least 12 characters. A few words that belong together only for you are good.',
    submit: 'Change password',
  },
} as const
