/** How mailboxes of new users and queues are synchronized, in the numbers of the `mailbox` table. */
export interface DefaultMethods {
  /** `mailbox_incomingemaildeliverymethod` */
  readonly incoming: number
  /** `mailbox_outgoingemaildeliverymethod` */
  readonly outgoing: number
  /** `mailbox_actdeliverymethod` */
  readonly act: number
}

/** Server-side synchronization for everything (Microsoft, "Connect to Exchange Online"). */
export const DEFAULT_METHODS: DefaultMethods = { incoming: 2, outgoing: 2, act: 1 }

const ELEMENTS = {
  incoming: 'IncomingEmailDeliveryMethod',
  outgoing: 'OutgoingEmailDeliveryMethod',
  act: 'ACTDeliveryMethod',
} as const satisfies Record<keyof DefaultMethods, string>

const ALLOWED: Readonly<Record<keyof DefaultMethods, readonly number[]>> = {
  incoming: [0, 1, 2, 3],
  outgoing: [0, 1, 2],
  act: [0, 1, 2],
}

/**
 * Reads `organization.defaultemailsettings`. What isn't named, or is no method, is the default: the
 * column is written by clients of the Web API as well.
 */
export function readDefaultMethods(xml: string | null): DefaultMethods {
  const read = (method: keyof DefaultMethods): number => {
    const element = ELEMENTS[method]
    const text = new RegExp(`<${element}>\\s*(\\d)\\s*</${element}>`, 'i').exec(xml ?? '')?.[1]
    const value = Number(text ?? Number.NaN)
    return ALLOWED[method].includes(value) ? value : DEFAULT_METHODS[method]
  }
  return { incoming: read('incoming'), outgoing: read('outgoing'), act: read('act') }
}

export function writeDefaultMethods(methods: DefaultMethods): string {
  const elements = (Object.keys(ELEMENTS) as (keyof DefaultMethods)[]).map(
    (method) => `<${ELEMENTS[method]}>${methods[method]}</${ELEMENTS[method]}>`,
  )
  return `<EmailSettings>${elements.join('')}</EmailSettings>`
}
