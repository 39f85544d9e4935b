/** Exit codes of both tools, listed in `--help`. */
export const EXIT = {
  ok: 0,
  refused: 1,
  usage: 2,
  unreachable: 3,
  notSignedIn: 4,
  timedOut: 5,
} as const

export const EXIT_HELP = `
Exit codes:
  0  done
  1  refused or failed; the message says why
  2  wrong usage
  3  the server can't be reached
  4  the token is missing or not valid
  5  what was waited for didn't end in time`

/** Ends the command with a message and without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly exitCode: number
  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
