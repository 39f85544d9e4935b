import type { Run } from './calls.ts'

const begin = (client: string): string => `<!-- begin ${client} -->`
const end = (client: string): string => `<!-- end ${client} -->`

/** Markdown of one client's run, the same whenever the same came of it. */
export function sectionOf({ client, version, source, license, calls }: Run): string {
  const refused = calls.filter((one) => one.refused !== null)
  const worked = calls.filter((one) => one.refused === null)
  const cell = (text: string): string => text.replace(/\|/g, '\\|')
  return [
    begin(client),
    `## ${client} ${version.replace(/^v/, '')}`,
    '',
    `From ${source}, ${license}. ${calls.length} calls, ${refused.length === 0 ? 'none' : refused.length} refused.`,
    '',
    `Worked: ${worked.map((one) => one.name).join('; ')}.`,
    ...(refused.length === 0
      ? []
      : [
          '',
          '| refused | reason |',
          '|---|---|',
          ...refused.map((one) => `| ${cell(one.name)} | ${cell(one.refused ?? '')} |`),
        ]),
    end(client),
  ].join('\n')
}

/** The section of a client as the document has it; null = it has none. */
export function sectionIn(document: string, client: string): string | null {
  const from = document.indexOf(begin(client))
  const to = document.indexOf(end(client))
  return from < 0 || to < from ? null : document.slice(from, to + end(client).length)
}

/** The document with one section replaced, or added at the end. */
export function withSection(document: string, run: Run): string {
  const known = sectionIn(document, run.client)
  const made = sectionOf(run)
  return known === null ? `${document.trimEnd()}\n\n${made}\n` : document.replace(known, () => made)
}
