// Makes a document of YAML's text, bounded before it is built, in steps that can be interrupted.
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  Lexer,
  type LineCounter,
  Parser,
  YAMLParseError,
} from 'yaml'
import { createYamlBounds } from './yaml-bounds.ts'

type Composed = { readonly document: Document.Parsed } | { readonly tooMuch: string }

/** Lexemes between two steps: well under a millisecond. */
const stepLexemes = 500

const tokensOf = function* (
  text: string,
  lines: LineCounter,
): Generator<void, { readonly tokens: readonly CST.Token[] } | { readonly tooMuch: string }> {
  const parser = new Parser(lines.addNewLine)
  const tooMuchOf = createYamlBounds()
  const tokens: CST.Token[] = []
  let count = 0
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    const tooMuch = tooMuchOf(lexeme)
    if (tooMuch !== null) return { tooMuch }
    tokens.push(...parser.next(lexeme))
    count += 1
    if (count % stepLexemes === 0) yield
  }
  tokens.push(...parser.end())
  return { tokens }
}

/** It yields where it may be interrupted. */
export const composeYaml = function* (text: string, lines: LineCounter): Generator<void, Composed> {
  const read = yield* tokensOf(text, lines)
  if ('tooMuch' in read) return read
  yield
  const composer = new Composer({ uniqueKeys: false, stringKeys: true, prettyErrors: false })
  const [document, second] = composer.compose(read.tokens, true, text.length)
  if (document === undefined) return { tooMuch: 'is empty' }
  if (second) {
    const [start, end] = second.range
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'a second document begins'))
  }
  return { document }
}

/** Once its aliases stand for what they name. A floor is written without any. */
const maxUnfolded = 200_000

/** Why a document is not to be unfolded, as the end of a sentence; null when it may be. */
export const tooMuchUnfolds = (document: Document.Parsed): string | null => {
  const sizes = new Map<string, number>()
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value)
    // An anchor stands before its aliases; one within itself is refused where it is unfolded.
    if (isAlias(node)) return sizes.get(node.source) ?? 1
    const size = isCollection(node) ? node.items.reduce((sum: number, item) => sum + sizeOf(item), 1) : 1
    if ((isCollection(node) || isScalar(node)) && node.anchor !== undefined) sizes.set(node.anchor, size)
    return size
  }
  return sizeOf(document.contents) > maxUnfolded ? 'unfolds its aliases into too many values' : null
}
