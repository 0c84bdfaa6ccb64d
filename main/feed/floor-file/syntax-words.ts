// What is not YAML, in words for whoever wrote it. A parser stumbles on after its first error, so only that one is told.
export interface SyntaxFault {
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** Where the parser gave up, from 1, and what it said. */
interface SyntaxError {
  readonly line: number
  readonly message: string
}

const key = String.raw`[\p{L}_][\p{L}\p{N}_-]*`
const emptyValue = new RegExp(String.raw`^\s*(?:-\s+)*(${key}):\s*(\[\]|\{\})\s*(?:#.*)?$`, 'u')
const bareKey = new RegExp(String.raw`^\s*(?:-\s+)*(${key})\s*(?:#.*)?$`, 'u')
const keyAndWords = new RegExp(String.raw`^\s*(?:-\s+)*(${key})\s+[^:#\s][^:]*$`, 'u')
const colonWithin = new RegExp(String.raw`^\s*(?:-\s+)*(${key}):\s+([^"'[{\s].*:\s.*\S)\s*$`, 'u')
const tightColon = new RegExp(String.raw`^\s*(?:-\s+)*(${key}):(\S+)\s*$`, 'u')

/** The parser's words, in those of somebody who does not write parsers. */
const inPlainWords: readonly (readonly [RegExp, string])[] = [
  [/^Tabs are not allowed/, 'a line is indented by a tab; only spaces indent'],
  [
    /same column|without - indicator|Bad indentation/,
    'it begins further left or right than the lines that it belongs to',
  ],
  [/^Missing closing/, 'a quote that was opened above is never closed'],
]

const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line)

/** The last line before `line` that says anything. */
const lineBefore = (lines: readonly string[], line: number): number => {
  let at = line - 1
  while (at > 0 && isBlank(lines[at - 1] ?? '')) at -= 1
  return at
}

/** The first line after `line` that says anything. */
const lineAfter = (lines: readonly string[], line: number): number => {
  let at = line + 1
  while (at < lines.length && isBlank(lines[at - 1] ?? '')) at += 1
  return at
}

const causeAt = (lines: readonly string[], at: number, next: string): string | null => {
  const line = lines[at - 1] ?? ''
  const empty = emptyValue.exec(line)
  if (empty !== null && /^\s*-\s|:/.test(next))
    return `${empty[2]} stands after "${empty[1]}", and its entries follow; take ${empty[2]} away`
  const bare = bareKey.exec(line)?.[1] ?? keyAndWords.exec(line)?.[1]
  if (bare !== undefined) return `"${bare}" needs a colon after it`
  const within = colonWithin.exec(line)
  if (within !== null) return `a text with a colon in it needs quotes: ${within[1]}: "${within[2]}"`
  const tight = tightColon.exec(line)
  return tight === null ? null : `the colon needs a space after it: "${tight[1]}: ${tight[2]}"`
}

/** The one fault that is told of a text that is no YAML; `errors` in the order in which the parser came upon them. */
export const syntaxFault = (text: string, errors: readonly SyntaxError[]): SyntaxFault | null => {
  const [first] = errors
  if (first === undefined) return null
  const lines = text.split(/\r\n|\n|\r/)
  const said = (line: number, words: string): SyntaxFault => ({
    line,
    message: `is not valid YAML here: ${words}`,
  })
  const known = inPlainWords.find(([pattern]) => pattern.test(first.message))
  if (known !== undefined) return said(first.line, known[1])
  if (/^Unexpected scalar/.test(first.message) && /^\s+\S/.test(lines[lineAfter(lines, 0) - 1] ?? ''))
    return said(lineAfter(lines, 0), 'the first lines are indented, as if a key above them were missing')
  if (/implicit|map key|indicator|nested mapping/i.test(first.message)) {
    const before = lineBefore(lines, first.line)
    const isEmpty = before > 0 && emptyValue.test(lines[before - 1] ?? '')
    const empty = isEmpty ? causeAt(lines, before, lines[first.line - 1] ?? '') : null
    if (empty !== null) return said(before, empty)
    const cause = causeAt(lines, first.line, '')
    if (cause !== null) return said(first.line, cause)
  }
  return said(first.line, first.message)
}
