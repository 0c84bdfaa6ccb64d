// New values as text, written like the entries beside them.
import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Scalar,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** Collections of plain values up to this length stand in one line. */
const shortChars = 100

/** How the rest of the document is written. */
export interface Manner {
  /** Keys in quotes, no plain texts: JSON stays JSON. */
  readonly json: boolean
  /** Lists are indented below their key. */
  readonly indentSeq: boolean
  readonly lineBreak: string
}

/** Holds nothing but plain values, and few. */
const isShort = (node: YAMLMap | YAMLSeq): boolean =>
  node.items.every((item) => isScalar(isPair(item) ? item.value : item)) &&
  JSON.stringify(node.toJSON()).length <= shortChars

/** Writes `node` as `like` is written, which says the same kind of thing elsewhere. */
const dress = (node: unknown, like: unknown): void => {
  if (isScalar(node)) {
    const areTexts = isScalar(like) && typeof node.value === 'string' && typeof like.value === 'string'
    if (areTexts && (like.type === Scalar.QUOTE_DOUBLE || like.type === Scalar.QUOTE_SINGLE))
      node.type = like.type
  }
  if (!isMap(node) && !isSeq(node)) return
  const resembles = isCollection(like) && like.items.length > 0
  node.flow = node.items.length === 0 || (resembles ? like.flow === true : isShort(node))
  for (const item of node.items) {
    if (isPair(item)) dress(item.value, isMap(like) ? like.get(item.key, true) : undefined)
    else dress(item, isSeq(like) ? like.items[0] : undefined)
  }
}

const inFlow = (node: unknown): void => {
  if (!isCollection(node)) return
  node.flow = true
  for (const item of node.items) inFlow(isPair(item) ? item.value : item)
}

const write = (document: Document, { indentSeq }: Manner, more: ToStringOptions = {}): string =>
  document
    .toString({
      lineWidth: 0,
      blockQuote: false,
      indentSeq,
      flowCollectionPadding: true,
      nullStr: 'null',
      ...more,
    })
    .replace(/\n$/, '')

const composed = (value: unknown): Document => new Document(value, { aliasDuplicateObjects: false })

/** In one line, as it stands between brackets. `like`: a value of the same kind that is written there. */
export const printFlow = (value: unknown, like: unknown, manner: Manner): string => {
  if (manner.json) return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
  const document = composed([value])
  if (isSeq(document.contents)) dress(document.contents.items[0], like)
  inFlow(document.contents)
  // A text that holds `#` makes the library break the line around it; a text itself is kept on one line.
  return write(document, manner, { doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .replace(/\n\s*/g, ' ')
    .replace(/^\[ ?/, '')
    .replace(/ ?\]$/, '')
}

/** JSON over several lines, of which the first stands behind what is there and the others are indented by `indent`. */
export const printJsonLines = (value: unknown, indent: string, manner: Manner): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `${manner.lineBreak}${indent}`)

const indented = (text: string, column: number, { lineBreak }: Manner): string =>
  text.replaceAll('\n', `${lineBreak}${' '.repeat(column)}`)

/** An entry of a block list, from its dash on; lines after the first are indented by `column`. */
export const printItem = (value: unknown, like: unknown, column: number, manner: Manner): string => {
  const document = composed([value])
  if (isSeq(document.contents)) {
    document.contents.flow = false
    dress(document.contents.items[0], like)
  }
  return indented(write(document, manner), column, manner)
}

/** A key and its value in a block, from the key on. */
export const printPair = (
  key: string,
  value: unknown,
  like: unknown,
  column: number,
  manner: Manner,
): string => {
  const document = composed({ [key]: value })
  const { contents } = document
  if (isMap(contents)) {
    contents.flow = false
    for (const pair of contents.items) dress(pair.value, like)
  }
  return indented(write(document, manner), column, manner)
}
