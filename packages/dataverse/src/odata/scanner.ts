import { QueryFault } from './fault.ts'

const SPACE = /[ \t]*/y
const WORD = /[^ \t(),']+/y
const STRING = /'((?:[^']|'')*)'(?!')/y
const JSON_STRING = /"(?:[^"\\]|\\.)*"/y
const VARIABLE = /[A-Za-z_]\w{0,127}(?=[ \t]*:)/y
const NAME = /[A-Za-z_]\w{0,127}(?=[ \t]*=)/y
const OPTION = /\$?[A-Za-z_]\w{0,127}(?=[ \t]*=)/y
const BARE = /[^ \t(),'"[\]]+/y

/** A word or string with where it begins. */
export interface Token {
  readonly text: string
  readonly at: number
}

/** Walks over the decoded text of one query option, or of a part of it. */
export class Scanner {
  readonly option: string
  readonly #text: string
  readonly #end: number
  #at: number

  /** @param part where the part begins and ends in the text; positions count from the text's start */
  constructor(option: string, text: string, part: { at: number; end: number } | null = null) {
    this.option = option
    this.#text = part === null ? text : text.slice(0, part.end)
    this.#at = part?.at ?? 0
    this.#end = this.#text.length
  }

  get at(): number {
    return this.#at
  }

  skipSpace(): void {
    this.#match(SPACE)
  }

  atEnd(): boolean {
    this.skipSpace()
    return this.#at >= this.#end
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

  /** A text in double quotes with the escapes of JSON, unescaped. */
  jsonString(): Token | null {
    if (this.peek() !== '"') return null
    const at = this.#at
    const found = this.#match(JSON_STRING)
    if (found === null) throw this.fault('There is an unterminated string literal.', at)
    try {
      return { text: String(JSON.parse(found)), at }
    } catch {
      throw this.fault('The text in double quotes is no JSON string.', at)
    }
  }

  /** The next run of signs of an unquoted value in a list. */
  bare(): Token | null {
    return this.#token(BARE)
  }

  /** A name with a colon behind it, which is passed over. */
  variable(): Token | null {
    return this.#named(VARIABLE, ':')
  }

  /** A name with an equals sign behind it, which is passed over. */
  parameterName(): Token | null {
    return this.#named(NAME, '=')
  }

  /** The name of an option with an equals sign behind it, which is passed over. */
  optionName(): Token | null {
    return this.#named(OPTION, '=')
  }

  /**
   * What stands in the parenthesis at hand, split at each `;` that is in no text and in no further
   * parenthesis. Null when no parenthesis is at hand.
   */
  options(): readonly Scanner[] | null {
    if (this.peek() !== '(') return null
    const open = this.#at
    let depth = 0
    let from = open + 1
    const parts: Scanner[] = []
    for (let at = open; at < this.#end; at++) {
      const sign = this.#text.charAt(at)
      if (sign === "'") at = this.#endOfString(STRING, at)
      else if (sign === '"') at = this.#endOfString(JSON_STRING, at)
      else if (sign === '(') depth += 1
      else if (sign === ')') depth -= 1
      const isOver = depth === 0
      if (!isOver && !(sign === ';' && depth === 1)) continue
      parts.push(new Scanner(this.option, this.#text, { at: from, end: at }))
      from = at + 1
      if (!isOver) continue
      this.#at = from
      return parts
    }
    throw this.fault("Syntax error: ')' is expected, not the end.", this.#end)
  }

  fault(message: string, at = this.#at): QueryFault {
    return new QueryFault(message, this.option, at)
  }

  #endOfString(sticky: RegExp, at: number): number {
    sticky.lastIndex = at
    const found = sticky.exec(this.#text)
    if (found === null) throw this.fault('There is an unterminated string literal.', at)
    return at + found[0].length - 1
  }

  #token(sticky: RegExp): Token | null {
    this.skipSpace()
    const at = this.#at
    const text = this.#match(sticky)
    return text === null ? null : { text, at }
  }

  #named(sticky: RegExp, sign: string): Token | null {
    const token = this.#token(sticky)
    if (token !== null) this.skip(sign)
    return token
  }

  #match(sticky: RegExp): string | null {
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#text)
    if (found === null) return null
    this.#at += found[0].length
    return found[0]
  }
}
