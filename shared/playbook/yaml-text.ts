// Writes parts of a floor file as people would: each key of an entry on a line, its value on that line.
import { Document, type Node, stringify } from 'yaml'

/** Dates need no quotes. Other words that YAML 1.1 reads as a time or a boolean are quoted. */
const plainDate = /^\d{4}-\d\d-\d\d$/

/** One for all values: to make a document takes longer than to write a value. */
const document = new Document<Node>([], { version: '1.2', compat: 'yaml-1.1' })

const written = (value: unknown): string => {
  if (typeof value === 'string' && plainDate.test(value)) return value
  document.contents = document.createNode([value], { flow: true })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}

/** Most values of a floor stand in it a dozen times: its ids, and how its people look. */
const known = new Map<unknown, string>()
const mostKnown = 2000

const scalarText = (value: unknown): string => {
  const before = known.get(value)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const text = written(value)
  known.set(value, text)
  return text
}

/** `{ id: ae, ramp: [0.25, 0.5] }` */
const inOneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return scalarText(value)
  const pairs = keysOf(value).map(([key, inside]) => `${key}: ${inOneLine(inside)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** The contract's keys need no quotes. */
const keysOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, inside]) => inside !== undefined)

/** `lists`: keys whose items get a line each. */
const linesOf = (value: object, lists: readonly string[] = []): readonly string[] =>
  keysOf(value).flatMap(([key, inside]) => {
    if (lists.includes(key) && Array.isArray(inside) && inside.length > 0)
      return [`${key}:`, ...inside.map((item) => `  - ${inOneLine(item)}`)]
    const paragraphs = typeof inside === 'string' && inside.includes('\n')
    return paragraphs
      ? stringify({ [key]: inside }, { lineWidth: 0 })
          .trimEnd()
          .split('\n')
      : [`${key}: ${inOneLine(inside)}`]
  })

const indented = (lines: readonly string[], first: string, others: string): string =>
  lines.map((line, index) => (line === '' ? '' : `${index === 0 ? first : others}${line}`)).join('\n')

/** An entry of a list, a line for each of its keys. */
export const entryText = (value: object, ...lists: readonly string[]): string =>
  indented(linesOf(value, lists), '  - ', '    ')

/** An entry of a list, all in one line. */
export const lineText = (value: object): string => `  - ${inOneLine(value)}`

/** `  name: Northwind`, a line for each key. */
export const settingsText = (value: object): string => indented(linesOf(value), '  ', '  ')

export const commentText = (text: string): string => `  # ${text}`
