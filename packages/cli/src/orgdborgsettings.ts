import { SETTINGS } from '@trackmark/dataverse'
import { addCompletion } from './completion.ts'
import { original } from './original-form.ts'
import { main } from './output.ts'
import { newProgram } from './program.ts'
import { addChanges, addRetrieve } from './settings/commands.ts'
import { addTransfer } from './settings/transfer.ts'

const program = newProgram(
  'orgdborgsettings',
  'Reads and writes the OrgDBOrgSettings of an organization.',
  `  orgdborgsettings retrieve
  orgdborgsettings retrieve TrackCategorizedItems
  orgdborgsettings update TrackCategorizedItems false --watch-removal
  orgdborgsettings delete TrackCategorizedItems
  orgdborgsettings reset --all
  orgdborgsettings export settings.xml
  orgdborgsettings import settings.xml --dry-run

In the form of Microsoft's tool, where /u names the organization:
  orgdborgsettings Retrieve /u ORGANIZATION [NAME]
  orgdborgsettings Update /u ORGANIZATION NAME VALUE
  orgdborgsettings Delete /u ORGANIZATION NAME

"orgdborgsettings help COMMAND" has the examples and options of a command.

Where the server is comes from --url and --token, then a connection stored
by "trackmark login" and named by --login, then TRACKMARK_URL and
TRACKMARK_TOKEN (or TRACKMARK_ADMIN_TOKEN), then the stored default, then the
server of this machine.`,
)
addRetrieve(program)
addChanges(program)
addTransfer(program)

const names = SETTINGS.filter((one) => !one.organizationColumn).map((one) => one.name)
addCompletion(program, {
  retrieve: [names],
  update: [names, ['true', 'false']],
  delete: [names],
})

await main(() => program.parseAsync(original(process.argv.slice(2)), { from: 'user' }))
