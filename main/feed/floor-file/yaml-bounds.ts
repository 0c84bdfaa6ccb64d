// Bounds a YAML text by its lexemes, before anything is built of it: two megabytes of brackets become gigabytes of nodes,
// and each level of nesting takes room on the stack.
import { CST } from 'yaml'

/** A thousand people with eight goals each: keys, values and the marks between them all count. */
const maxParts = 200_000
/** Parts, and what stands between them: blanks, comments and line ends. */
const maxLexemes = 500_000
/** In characters. What is longer is composed a character and a line at a time, and so counts by its length. */
const longText = 100
/** Composing as many characters of a long text takes as long as composing one part. */
const charsOfPart = 2
/** The floor file is eight deep. */
const maxDepth = 64
/** Each level of a block is indented further than the one above. */
const maxIndent = 256

const tooMany = 'holds too many values, or texts that are too long'
const tooDeep = 'is nested too deeply'

const between: ReadonlySet<string | null> = new Set(['space', 'comment', 'newline', 'doc-mode'])

/** Why no more is to be read, as the end of a sentence; null as long as there is no reason. */
export type YamlBounds = (lexeme: string) => string | null

/** Call it with every lexeme of a text, in their order. */
export const createYamlBounds = (): YamlBounds => {
  let lexemes = 0
  let parts = 0
  let flowDepth = 0
  /** Blocks that begin in this line. */
  let begun = 0
  let atLineStart = true
  let indent = 0
  /** After its mark comes the text of a plain value, whatever it looks like. */
  let isText = false

  const note = (type: string | null): void => {
    if (type === 'flow-seq-start' || type === 'flow-map-start') flowDepth += 1
    else if (type === 'flow-seq-end' || type === 'flow-map-end' || type === 'flow-error-end')
      flowDepth = Math.max(0, flowDepth - 1)
    else if (flowDepth === 0 && (type === 'seq-item-ind' || type === 'explicit-key-ind')) begun += 1
  }

  const tooMuch = (): string | null => (parts > maxParts || lexemes > maxLexemes ? tooMany : null)

  return (lexeme) => {
    lexemes += 1
    const long = lexeme.length > longText ? Math.ceil(lexeme.length / charsOfPart) : 0
    if (isText) {
      isText = false
      parts += long
      return tooMuch()
    }
    const type = CST.tokenType(lexeme)
    isText = type === 'scalar'
    if (type === 'newline') {
      atLineStart = true
      indent = 0
      begun = 0
    } else if (type === 'space' && atLineStart) indent = lexeme.length
    else if (type !== 'comment') atLineStart = false
    if (!between.has(type)) {
      parts += 1 + long
      note(type)
      if (flowDepth > maxDepth || begun > maxDepth || (flowDepth === 0 && indent > maxIndent)) return tooDeep
    }
    return tooMuch()
  }
}
