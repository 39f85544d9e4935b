import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitMbox } from './mbox.ts'

async function split(text: string, options: { chunk?: number; most?: number } = {}) {
  const bytes = Buffer.from(text, 'latin1')
  const size = options.chunk ?? (bytes.length || 1)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
  const found: string[] = []
  for await (const part of splitMbox(chunks, options.most)) {
    found.push(part.kind === 'message' ? Buffer.from(part.bytes).toString('latin1') : part.kind)
  }
  return found
}

const SEPARATOR = 'From ada@pine.example Mon May  2 16:07:05 2005\n'

test('[IM16] messages are split at separators that follow an empty line', async () => {
  const text = `${SEPARATOR}Subject: 1\n\none\n\n${SEPARATOR}Subject: 2\n\ntwo\n`
  expect(await split(text)).toEqual(['Subject: 1\n\none\n\n', 'Subject: 2\n\ntwo\n'])
})

test('[IM16] separators of Thunderbird, of Google and with Windows line ends are known', async () => {
  const others = [
    'From - Tue Jan 06 09:15:00 2026\r\n',
    'From 1234567890@xxx Tue Jan 06 09:15:00 +0000 2026\r\n',
    'From ada@pine.example Tue Jan  6 09:15 2026\r\n',
  ]
  for (const separator of others) {
    const text = `${SEPARATOR}Subject: 1\r\n\r\none\r\n\r\n${separator}Subject: 2\r\n\r\ntwo\r\n`
    expect(await split(text), separator).toHaveLength(2)
  }
})

test('[IM16] a paragraph that begins with From is text', async () => {
  const text = `${SEPARATOR}Subject: 1\n\nHello\n\nFrom now on we meet in room 4.\n\nFrom 2005 to 2007.\n`
  expect(await split(text)).toHaveLength(1)
  expect(await split(`${SEPARATOR}Subject: 1\n\none\n${SEPARATOR}`)).toHaveLength(1)
})

test('[IM16] one quoting mark is taken off quoted From lines and no other line is touched', async () => {
  const text = `${SEPARATOR}S: 1\n\n>From a\n>>From b\n> From c\n>Fromage\n`
  expect(await split(text)).toEqual(['S: 1\n\nFrom a\n>From b\n> From c\n>Fromage\n'])
})

test('[IM16] text before the first separator means that the file is no mbox', async () => {
  expect(await split('Subject: 1\n\none\n')).toEqual(['noSeparator'])
  expect(await split(`\n\n${SEPARATOR}Subject: 1\n\none\n`)).toHaveLength(1)
  expect(await split('')).toEqual([])
})

test('[IM16] a message over the limit is left out and the next one is read', async () => {
  const text = `${SEPARATOR}S: 1\n\n${'x'.repeat(500)}\n\n${SEPARATOR}S: 2\n\ntwo\n`
  expect(await split(text, { most: 100, chunk: 64 })).toEqual(['tooLarge', 'S: 2\n\ntwo\n'])
})

test('[IM16] what is written by the rules of mboxrd comes back, however it is cut into chunks', async () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom('', 'From ', '>From x', '>>From y', SEPARATOR.trim(), 'From: a@b.example'),
      fc.string({ maxLength: 20, unit: 'grapheme-ascii' }),
    ),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(lines, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 90 }),
      async (all, chunk) => {
        const messages = all.map((own) => own.map((line) => `${line}\n`).join(''))
        const text = messages
          .map((message) => `${SEPARATOR}${message.replace(/^(>*From )/gm, '>$1')}\n`)
          .join('')
        expect(await split(text, { chunk })).toEqual(messages.map((message) => `${message}\n`))
      },
    ),
    { numRuns: 200 },
  )
})
