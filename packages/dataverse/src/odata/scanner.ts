import { QueryFault } from './fault.ts'

const SPACE = /[ \t]*/y
const WORD = /[^ \t(),']+/y
const STRING = /'((?:[^']|'')*)'(?!')/y

/** A word or string with where it begins. */
export interface Token {
  readonly text: string
  readonly at: number
}

/** Walks over the decoded text of one query option. */
export class Scanner {
  readonly option: string
  readonly #text: string
  #at = 0

  constructor(option: string, text: string) {
    this.option = option
    this.#text = text
  }

  get at(): number {
    return this.#at
  }

  skipSpace(): void {
    this.#match(SPACE)
  }

  atEnd(): boolean {
    this.skipSpace()
    return this.#at >= this.#text.length
  }

  /** The character at hand, '' at the end. */
  peek(): string {
    this.skipSpace()
    return this.#text.charAt(this.#at)
  }

  skip(character: string): boolean {
    if (this.peek() !== character) return false
    this.#at += 1
    return true
  }

  /** The next run of letters, digits and signs: a name, a keyword or an unquoted literal. */
  peekWord(): Token | null {
    this.skipSpace()
    const at = this.#at
    const found = this.#match(WORD)
    this.#at = at
    return found === null ? null : { text: found, at }
  }

  word(): Token | null {
    const token = this.peekWord()
    if (token !== null) this.#at = token.at + token.text.length
    return token
  }

  /** Whether an opening parenthesis follows the word at hand without space between. */
  wordIsCalled(word: Token): boolean {
    return this.#text.charAt(word.at + word.text.length) === '('
  }

  keyword(text: string): boolean {
    if (this.peekWord()?.text !== text) return false
    this.word()
    return true
  }

  /** A text in quotes, `''` standing for one quote; null when no quote is at hand. */
  quoted(): Token | null {
    if (this.peek() !== "'") return null
    const at = this.#at
    const found = this.#match(STRING)
    if (found === null) throw this.fault('There is an unterminated string literal.', at)
    return { text: found.slice(1, -1).replaceAll("''", "'"), at }
  }

  fault(message: string, at = this.#at): QueryFault {
    return new QueryFault(message, this.option, at)
  }

  #match(sticky: RegExp): string | null {
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#text)
    if (found === null) return null
    this.#at += found[0].length
    return found[0]
  }
}
