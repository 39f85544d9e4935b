import type { Environment } from '@trackmark/admin-api'
import { environments } from '../../strings/environments.ts'

/** Where an environment's admin center is, seen from the address of this one. */
export const centerOf = (uniqueName: string, here: string): string =>
  new URL(`/${uniqueName}/admin/`, here).href

export const webApiOf = (uniqueName: string, here: string): string =>
  new URL(`/${uniqueName}/api/data/v9.2/`, here).href

export interface Command {
  readonly title: string
  readonly line: string
}

/** What the installation's administrator runs to change this environment. */
export function commandsFor({
  uniqueName,
  isDisabled,
  isDefault,
}: Environment): readonly Command[] {
  const { commands } = environments
  const set = `npx --no trackmark environments set ${uniqueName}`
  return [
    { title: commands.rename, line: `${set} --display-name "New name"` },
    { title: commands.version, line: `${set} --version 9.2.24091.190` },
    { title: commands.hosts, line: `${set} --host crm.contoso.com` },
    isDisabled
      ? { title: commands.enable, line: `${set} --enable` }
      : { title: commands.disable, line: `${set} --disable` },
    ...(isDefault
      ? []
      : [
          {
            title: commands.remove,
            line: `npx --no trackmark environments remove ${uniqueName} --confirm ${uniqueName}`,
          },
        ]),
    {
      title: commands.add,
      line: 'npx --no trackmark environments add contoso --display-name "Contoso"',
    },
  ]
}
