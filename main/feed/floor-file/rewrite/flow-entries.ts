// Where the entries of a list or of keys between brackets stand, each with the comments around it.
import { isNode, isPair, type YAMLMap, type YAMLSeq } from 'yaml'
import { commentEnd, skipBlanks, skipToNext } from './text-places.ts'
import { CannotRewrite, endOf, startOf } from './yaml-source.ts'

export interface FlowEntry {
  /** Blanks, line breaks and comments before it. */
  readonly lead: string
  readonly start: number
  readonly end: number
  /** What stands between it and its comma. */
  readonly gap: string
  readonly hasComma: boolean
  /** A comment behind it, in the same line. */
  readonly trail: string
  readonly value: unknown
}

export interface FlowEntries {
  readonly entries: readonly FlowEntry[]
  /** What stands before the closing bracket. */
  readonly close: string
  /** Between the brackets. */
  readonly start: number
  readonly end: number
}

/** Where an entry ends that may be a key without a value. */
const entryEnd = (text: string, item: unknown): number => {
  if (!isPair(item)) return endOf(item)
  const keyEnd = endOf(item.key)
  if (!isNode(item.value)) return keyEnd
  if (endOf(item.value) > startOf(item.value)) return endOf(item.value)
  const colon = skipBlanks(text, keyEnd)
  return text[colon] === ':' ? colon + 1 : keyEnd
}

export const flowEntries = (text: string, node: YAMLMap | YAMLSeq): FlowEntries => {
  const [start, end] = [startOf(node) + 1, endOf(node) - 1]
  if (!'[{'.includes(text[start - 1] ?? '-'))
    throw new CannotRewrite(start, 'is written without its brackets; change it in the file itself')
  let from = start
  const entries = node.items.map((item: unknown): FlowEntry => {
    const at = skipToNext(text, from)
    const lead = text.slice(from, at)
    const contentEnd = entryEnd(text, item)
    const next = skipToNext(text, contentEnd)
    const hasComma = text[next] === ','
    const afterComma = hasComma ? next + 1 : contentEnd
    const trailEnd = commentEnd(text, afterComma)
    from = trailEnd
    return {
      lead,
      start: at,
      end: contentEnd,
      gap: hasComma ? text.slice(contentEnd, next) : '',
      hasComma,
      trail: text.slice(afterComma, trailEnd),
      value: isPair(item) ? item.value : item,
    }
  })
  return { entries, close: text.slice(from, end), start, end }
}
