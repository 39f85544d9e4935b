import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { keptSecret } from '../client.ts'
import { EXIT, Failure } from '../failure.ts'
import { print, printJson, progress } from '../output.ts'

const report = z.looseObject({
  imported: z.object({ message: z.number(), event: z.number(), task: z.number() }),
  refused: z.array(z.looseObject({ name: z.string(), reason: z.string() })),
})

/** The sandbox's error codes differ in form from those of Trackmark's own server. */
const refusal = z.object({
  error: z.object({ code: z.string().regex(/^(?!0x)/), message: z.string() }),
})

interface Outcome {
  readonly imported: number
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
}

interface Options {
  readonly mailbox: string
  readonly sandboxUrl?: string
  readonly json?: boolean
}

export function addSandbox(program: Command): void {
  const group = program.command('sandbox').description('the Exchange that comes along')
  group
    .command('import <files...>')
    .description('puts .eml, .mbox and .ics files into a mailbox of the sandbox')
    .requiredOption('--mailbox <address>', 'the mailbox')
    .option('--sandbox-url <url>', 'the sandbox (default: the local one)')
    .option('--json', 'print JSON')
    .action(importFiles)
}

async function importFiles(files: string[], options: Options): Promise<void> {
  const port = process.env.TRACKMARK_SANDBOX_PORT || '4311'
  const base = (options.sandboxUrl ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '')
  const bar = progress('Importing')
  const refused: { name: string; reason: string }[] = []
  let count = 0
  for (const [index, file] of files.entries()) {
    const result = await importFile(base, options.mailbox, file)
    count += result.imported
    refused.push(...result.refused)
    bar.update(index + 1, files.length)
  }
  bar.end()
  if (options.json) printJson({ imported: count, refused })
  else {
    print(`${count} imported, ${refused.length} refused.`)
    for (const { name, reason } of refused) print(`  ${name}: ${reason}`)
  }
  if (refused.length > 0 && count === 0) process.exitCode = EXIT.refused
}

/** The secret of this machine's sandbox is never sent to another machine. */
function control(base: string): Record<string, string> {
  const isHere =
    URL.canParse(base) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(base).hostname)
  const secret = isHere ? keptSecret(process.env, 'sandbox-control-secret') : undefined
  return secret === undefined ? {} : { 'x-sandbox-control': secret }
}

async function importFile(base: string, mailbox: string, file: string): Promise<Outcome> {
  const name = basename(file)
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { imported: 0, refused: [{ name, reason: `the file can't be read (${code})` }] }
  }
  const query = new URLSearchParams({ name })
  const response = await fetch(
    `${base}/sandbox/mailboxes/${encodeURIComponent(mailbox)}/import?${query}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...control(base) },
      body: bytes,
    },
  ).catch(() => {
    throw new Failure(EXIT.unreachable, `No sandbox answers at ${base}.`)
  })
  const body: unknown = await response.json().catch(() => null)
  const parsed = report.safeParse(body)
  if (response.ok && parsed.success) {
    const { message, event, task } = parsed.data.imported
    return { imported: message + event + task, refused: parsed.data.refused }
  }
  const failure = refusal.safeParse(body)
  if (!failure.success) {
    throw new Failure(
      EXIT.refused,
      `What answers at ${base} isn't the sandbox (HTTP ${response.status}). Its port is 4311 unless TRACKMARK_SANDBOX_PORT says otherwise; name its address with --sandbox-url.`,
    )
  }
  const reason = failure.data.error.message
  if (response.status === 401) {
    throw new Failure(
      EXIT.refused,
      'The sandbox takes files from those only who can read sandbox-control-secret in its data folder: run this where the server runs, or name the folder with TRACKMARK_DATA_DIR.',
    )
  }
  if (response.status === 404) throw new Failure(EXIT.refused, reason)
  return { imported: 0, refused: [{ name, reason }] }
}
