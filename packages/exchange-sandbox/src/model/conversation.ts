/**
 * `conversationIndex`: 22 bytes for a thread (a reserved byte, 5 bytes of time, 16 of an id), and
 * 5 more for every reply. Source: Microsoft, [MS-OXOMSG] PidTagConversationIndex.
 */
export function newConversationIndex(nowMs: number, random: () => number): string {
  const bytes = Buffer.alloc(22)
  bytes[0] = 1
  // FILETIME counts 100 ns since 1601; only its upper bytes are kept.
  const fileTime = (BigInt(nowMs) + 11_644_473_600_000n) * 10_000n
  bytes.writeUIntBE(Number(fileTime >> 24n) & 0x7fffffff, 1, 5)
  for (let index = 6; index < 22; index += 1) bytes[index] = Math.floor(random() * 256)
  return bytes.toString('base64')
}

export function replyConversationIndex(parent: string, random: () => number): string {
  const bytes = Array.from({ length: 5 }, () => Math.floor(random() * 256))
  return Buffer.concat([Buffer.from(parent, 'base64'), Buffer.from(bytes)]).toString('base64')
}
