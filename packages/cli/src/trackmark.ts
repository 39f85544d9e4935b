import { addAccounts } from './commands/accounts.ts'
import { addAlerts } from './commands/alerts.ts'
import { addBackups } from './commands/backups.ts'
import { addEnvironments } from './commands/environments.ts'
import { addLogin } from './commands/login.ts'
import { addMailboxes } from './commands/mailboxes.ts'
import { addPeople } from './commands/people.ts'
import { addProcesses } from './commands/processes.ts'
import { addProfiles } from './commands/profiles.ts'
import { addSandbox } from './commands/sandbox.ts'
import { addSecrets } from './commands/secrets.ts'
import { addStatus } from './commands/status.ts'
import { addTokens } from './commands/tokens.ts'
import { addWebResources } from './commands/webresources.ts'
import { addCompletion } from './completion.ts'
import { main } from './output.ts'
import { newProgram } from './program.ts'

const program = newProgram(
  'trackmark',
  'Tracks what carries an Outlook category in a CRM database.',
  `  trackmark serve
  trackmark status
  trackmark mailboxes
  trackmark mailboxes items ada@contoso.com --state parked
  trackmark alerts answer 5f1c… no
  trackmark profiles add "Exchange Online" --tenant … --client … --secret-file secret.txt
  trackmark environments add contoso --display-name "Contoso Ltd"
  trackmark accounts add ada@contoso.com
  trackmark tokens add "Nightly report" -e contoso --role "Basic User"
  trackmark webresources import OrganizationSettingsEditor.zip
  trackmark backup trackmark.backup
  trackmark login --url https://crm.contoso.example
  trackmark sandbox import mail.mbox meeting.ics --mailbox ada@contoso.example`,
)
addProcesses(program)
addStatus(program)
addMailboxes(program)
addAlerts(program)
addProfiles(program)
addSandbox(program)
addEnvironments(program)
addAccounts(program)
addTokens(program)
addWebResources(program)
addBackups(program)
addSecrets(program)
addPeople(program)
addLogin(program)
addCompletion(program)

await main(() => program.parseAsync())
