import type { Command } from 'commander'
import { z } from 'zod'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, table, warn } from '../output.ts'
import { type Connection, clientOf, examples, helpText, online } from '../program.ts'
import { readSource } from '../webresources/source.ts'

const imported = z.looseObject({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  names: z.array(z.string()),
})
const listed = z.object({
  webResources: z.array(
    z.looseObject({ name: z.string(), type: z.number(), size: z.number(), modifiedOn: z.string() }),
  ),
})

export function addWebResources(program: Command): void {
  const group = program
    .command('webresources')
    .description('pages and scripts served at /WebResources/, such as those of a Dynamics solution')
  examples(
    online(
      group,
      'import <source>',
      'imports the web resources of a solution, or pages of your own',
    )
      .addHelpText('after', () =>
        helpText(
          '\n<source> is a solution as a zip, the folder of an unpacked one (which holds "Other" and "WebResources"), or, with --prefix, a folder of pages.',
        ),
      )
      .option('--prefix <text>', 'of pages: what their names start with, such as new_/pages/')
      .action(importFrom),
    'trackmark webresources import OrganizationSettingsEditor_1_0_4_0_managed.zip',
    'trackmark webresources import ./OrganizationSettingsEditor/Solution',
    'trackmark webresources import ./pages --prefix new_/pages/',
  )
  examples(
    online(group, 'list', 'every web resource').action(list),
    'trackmark webresources list --json',
  )
  examples(
    online(group, 'remove <names...>', 'removes web resources').action(remove),
    'trackmark webresources remove new_/pages/start.html',
  )
  group.action(() => list({}))
}

async function importFrom(
  source: string,
  options: Connection & { prefix?: string },
): Promise<void> {
  const { leftOut, ...bundle } = readSource(source, options.prefix)
  const client = clientOf(options)
  const done = await client.call('POST', '/webresources', imported, bundle)
  if (options.json) return printJson({ ...done, solution: bundle.solution, leftOut })
  if (bundle.solution !== null) print(`${bundle.solution.uniqueName} ${bundle.solution.version}`)
  if (leftOut.length > 0) warn(`Left out, because no .data.xml names them: ${leftOut.join(', ')}.`)
  print(`${done.created} new, ${done.updated} changed, ${done.unchanged} as they were.`)
  for (const [index, name] of done.names.entries()) {
    if (bundle.files[index]?.type === 1) print(`  ${client.rootUrl}/WebResources/${name}`)
  }
}

async function list(options: Connection): Promise<void> {
  const { webResources } = await clientOf(options).call('GET', '/webresources', listed)
  if (options.json) return printJson(webResources)
  print(
    table(
      ['NAME', 'TYPE', 'BYTES', 'MODIFIED'],
      webResources.map((one) => [one.name, String(one.type), String(one.size), one.modifiedOn]),
    ),
  )
}

async function remove(names: string[], options: Connection): Promise<void> {
  const query = new URLSearchParams(names.map((name): [string, string] => ['name', name]))
  const client = clientOf(options)
  const gone = await client.call(
    'DELETE',
    `/webresources?${query}`,
    z.object({ removed: z.array(z.string()) }),
  )
  if (options.json) return printJson(gone)
  print(`${gone.removed.length} removed.`)
  const left = names.filter((name) => !gone.removed.some((one) => same(one, name)))
  if (left.length > 0) throw new Failure(EXIT.refused, `Not there: ${left.join(', ')}.`)
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
