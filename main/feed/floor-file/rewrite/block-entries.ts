// Where the entries of a block list or a block of keys stand, each with the lines that belong to it.
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { lineEnd, lineStart, skipBlanks, skipToNext } from './text-places.ts'
import { CannotRewrite, endOf, startOf } from './yaml-source.ts'

export interface BlockEntry {
  /** Its dash or its key. */
  readonly start: number
  /** Behind the dash or the colon. */
  readonly after: number
  /** Where what it says ends. */
  readonly contentEnd: number
  /** The lines above that belong to it begin here: comments and blank ones. */
  readonly leadStart: number
  /** Its first line begins here; `start` where it is inline. */
  readonly bodyStart: number
  /** It begins behind the dash of an entry above. */
  readonly isInline: boolean
  /** Behind its last line, and comments that are indented further than it is. */
  readonly bodyEnd: number
  /** The node that it holds. */
  readonly value: unknown
}

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** Where a value ends that stands behind a dash or a colon. */
const contentEndOf = (text: string, node: unknown, after: number): number => {
  if (!isNode(node)) return after
  if (isCollection(node) && node.flow !== true) {
    const last = blockStarts(text, node).at(-1)
    return last?.contentEnd ?? after
  }
  const [start, end] = [startOf(node), endOf(node)]
  if (isAlias(node) || end > start) return end
  if (isScalar(node) && (node.anchor !== undefined || node.tag !== undefined))
    throw new CannotRewrite(start, 'has an anchor or a tag and no value')
  return after
}

interface BlockStart {
  readonly start: number
  readonly after: number
  readonly contentEnd: number
  readonly value: unknown
}

const unusual = (offset: number): CannotRewrite =>
  new CannotRewrite(offset, 'is written in a way that only a person can change; change it in the file itself')

/** A block's entries, without the lines around them. */
const blockStarts = (text: string, node: YAMLMap | YAMLSeq): readonly BlockStart[] => {
  let from = startOf(node)
  return node.items.map((item: unknown) => {
    const start = skipToNext(text, from)
    const key = isPair(item) ? item.key : null
    if (isMap(node) ? !isNode(key) || startOf(key) !== start : text[start] !== '-') throw unusual(start)
    const after = (isMap(node) ? skipBlanks(text, endOf(key)) : start) + 1
    if (isMap(node) && text[after - 1] !== ':') throw unusual(start)
    const value = isPair(item) ? item.value : item
    const contentEnd = contentEndOf(text, value, after)
    from = contentEnd
    return { start, after, contentEnd, value }
  })
}

/** Behind the comments that stand below an entry and are indented further than it is. */
const tailEnd = (text: string, from: number, column: number): number => {
  let end = from
  for (let line = from; line < text.length; line = lineEnd(text, line + 1)) {
    const at = skipBlanks(text, line)
    if (text[at] === '#' && at - line > column) end = lineEnd(text, at)
    else if (text[at] !== '\n' && text[at] !== '\r') break
  }
  return end
}

/** In the order in which they are written. */
export const blockEntries = (text: string, node: YAMLMap | YAMLSeq): readonly BlockEntry[] => {
  const starts = blockStarts(text, node)
  const column = columnOf(text, starts[0]?.start ?? 0)
  let end: number | null = null
  return starts.map((entry) => {
    const line = lineStart(text, entry.start)
    const isInline = text.slice(line, entry.start).trim() !== ''
    if (isInline && end !== null) throw unusual(entry.start)
    const bodyStart = isInline ? entry.start : line
    const leadStart: number = end ?? bodyStart
    end = Math.max(tailEnd(text, lineEnd(text, entry.contentEnd), column), leadStart)
    return { ...entry, leadStart, bodyStart, isInline, bodyEnd: end }
  })
}
