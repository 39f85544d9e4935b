/**
 * Splits a text at separators outside of quotes and brackets. Quoted texts may contain any character; a doubled quote
 * stands for one.
 * @param brackets the opening and the closing ones, such as `[{` and `]}`
 */
export function splitOutside(
  text: string,
  separator: string,
  [opening, closing]: readonly [string, string] = ['', ''],
): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === "'") isQuoted = !isQuoted
    if (isQuoted) continue
    if (opening.includes(character)) depth++
    if (closing.includes(character)) depth = Math.max(0, depth - 1)
    if (character !== separator || depth > 0) continue
    parts.push(text.slice(start, at))
    start = at + 1
  }
  return [...parts, text.slice(start)]
}
