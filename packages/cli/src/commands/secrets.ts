import type { Command } from 'commander'
import { z } from 'zod'
import { print, printJson, warn } from '../output.ts'
import { type Connection, clientOf, examples, online } from '../program.ts'

const rotated = z.object({ resealed: z.number(), unreadable: z.array(z.string()) })

export function addSecrets(program: Command): void {
  const group = program
    .command('secrets')
    .description('the key that credentials in the database are sealed with')
  examples(
    online(group, 'rotate', 'makes a new key where the data folder keeps it, and seals all anew'),
    'trackmark secrets rotate',
  ).action(rotate)
}

async function rotate(options: Connection): Promise<void> {
  const done = await clientOf(options).call('POST', '/secrets/rotate', rotated, {})
  if (options.json) return printJson(done)
  print(`${done.resealed} secrets are sealed with the new key.`)
  for (const name of done.unreadable) {
    warn(`The secret ${name} can't be read with any key, and is as it was; enter it again.`)
  }
}
