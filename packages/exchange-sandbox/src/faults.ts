import { z } from 'zod'

const effect = z.discriminatedUnion('kind', [
  /** Answered instead of the real thing; nothing is done. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().default('UnknownError'),
    message: z.string().default(''),
    retryAfterSeconds: z.int().min(0).optional(),
  }),
  /** Answered late, by the injected sleep. */
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0) }),
  /** The request is done, or not, and the answer never arrives. */
  z.strictObject({ kind: z.literal('lostAnswer'), done: z.boolean().default(true) }),
  /** A delta page comes once more: its link leads to itself. */
  z.strictObject({ kind: z.literal('repeatPage') }),
])

export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      /** Part of the path below `/v1.0`, or a regular expression between slashes. */
      path: z.string().optional(),
      /** Id, principal name or address. */
      mailbox: z.string().optional(),
    })
    .prefault({}),
  /** Begins at this matching request, counted from 1. */
  nth: z.int().min(1).default(1),
  /** How many requests are hit from there; 0 = all. */
  times: z.int().min(0).default(1),
  /** Chance that a request in turn is hit, drawn from the injected randomness. */
  chance: z.number().min(0).max(1).default(1),
  effect,
})

export type FaultInput = z.input<typeof faultSchema>
export type Fault = z.output<typeof faultSchema>
export type Effect = Fault['effect']

export interface PlacedFault {
  readonly id: string
  readonly fault: Fault
  readonly pattern: RegExp | null
  seen: number
  hits: number
}

export interface FaultedRequest {
  readonly method: string
  readonly path: string
  /** Names the mailbox goes by, in lower case. */
  readonly mailboxNames: readonly string[]
}

/** @throws ZodError, SyntaxError for a bad regular expression */
export function placeFault(id: string, input: unknown): PlacedFault {
  const fault = faultSchema.parse(input)
  const path = fault.match.path
  const regular = path && /^\/(.+)\/$/.exec(path)
  const pattern = regular?.[1] ? new RegExp(regular[1], 'i') : null
  return { id, fault, pattern, seen: 0, hits: 0 }
}

/** The effects that hit this request, in the order the faults were placed. */
export function effectsOn(
  faults: readonly PlacedFault[],
  request: FaultedRequest,
  random: () => number,
): readonly Effect[] {
  return faults.filter((placed) => hits(placed, request, random)).map(({ fault }) => fault.effect)
}

function hits(placed: PlacedFault, request: FaultedRequest, random: () => number): boolean {
  const { match, nth, times, chance } = placed.fault
  if (match.method && match.method.toUpperCase() !== request.method) return false
  if (match.mailbox && !request.mailboxNames.includes(match.mailbox.toLowerCase())) return false
  if (placed.pattern && !placed.pattern.test(request.path)) return false
  const plain = placed.pattern ? undefined : match.path?.toLowerCase()
  if (plain !== undefined && !request.path.toLowerCase().includes(plain)) return false
  placed.seen += 1
  if (placed.seen < nth || (times > 0 && placed.hits >= times)) return false
  if (chance < 1 && random() >= chance) return false
  placed.hits += 1
  return true
}
