// Makes the text of a document say something else by changing as little of it as can be: comments, order, quotes and
// the layout of whatever is not touched stay byte for byte.
import { isDeepStrictEqual } from 'node:util'
import { isCollection, isMap, isPair, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { blockEntries, columnOf } from './block-entries.ts'
import { matchEntries } from './match-entries.ts'
import { type Manner, printFlow, printItem, printPair } from './print-value.ts'
import { rewriteBlock } from './rewrite-block.ts'
import { rewriteFlow } from './rewrite-flow.ts'
import type { Place, Rewriting, Slot } from './rewriting.ts'
import { lineBreakOf, lineTextEnd, type Patch, patched } from './text-places.ts'
import {
  aliasedAnchors,
  CannotRewrite,
  endOf,
  type Fields,
  isRecord,
  refuseAnchors,
  startOf,
  type YamlSource,
} from './yaml-source.ts'

/** Whether lists stand further in than their key, by the first that is found. */
const indentsLists = (text: string, node: unknown): boolean | null => {
  if (!isCollection(node) || node.flow === true) return null
  for (const item of node.items) {
    const value = isPair(item) ? item.value : item
    if (isPair(item) && isSeq(value) && value.flow !== true)
      return columnOf(text, startOf(value)) > columnOf(text, startOf(item.key))
    const within = indentsLists(text, value)
    if (within !== null) return within
  }
  return null
}

const mannerOf = ({ text, document: { contents } }: YamlSource): Manner => {
  const key = isMap(contents) && contents.flow === true ? contents.items[0]?.key : undefined
  return {
    json: isScalar(key) && key.type === 'QUOTE_DOUBLE',
    indentSeq: indentsLists(text, contents) ?? true,
    lineBreak: lineBreakOf(text),
  }
}

const nameOfKey = (key: unknown): string => String(isScalar(key) ? key.value : key)

/** Keys that stay in their order; new ones in that of `order`, else last. */
const orderedKeys = (
  before: readonly string[],
  after: Fields,
  order: readonly string[],
): readonly string[] => {
  const keys = before.filter((key) => Object.hasOwn(after, key))
  for (const key of Object.keys(after)) {
    if (keys.includes(key)) continue
    const place = order.indexOf(key)
    const next = place === -1 ? -1 : keys.findIndex((each) => order.indexOf(each) > place)
    if (next === -1) keys.push(key)
    else keys.splice(next, 0, key)
  }
  return keys
}

/** A value that is another one from top to bottom. */
const replaced = (rewriting: Rewriting, node: unknown, value: unknown, place: Place): readonly Patch[] => {
  const { text, manner, aliased } = rewriting
  refuseAnchors(node, aliased)
  const like = isScalar(node) ? node : undefined
  const [start, end] = [startOf(node), endOf(node)]
  if (!place.block) {
    const gap = text[start - 1] === ':' ? ' ' : ''
    return [{ start, end, text: `${gap}${printFlow(value, like, manner)}` }]
  }
  const { column, after, isItem } = place
  const printed = isItem
    ? printItem(value, like, column, manner).slice(1)
    : printPair('x', value, like, column, manner).slice(2)
  if (isCollection(node) && node.flow !== true) {
    const entries = blockEntries(text, node)
    const [first, last] = [entries[0], entries.at(-1)]
    if (first === undefined || last === undefined) throw new CannotRewrite(start, 'cannot be read')
    if (first.isInline) return [{ start: after, end: last.contentEnd, text: printed }]
    const [line, lastLine] = [lineTextEnd(text, after), lineTextEnd(text, last.contentEnd)]
    const isBlock = printed.startsWith(manner.lineBreak)
    return [
      { start: isBlock ? line : after, end: isBlock ? line : after, text: printed },
      { start: line, end: lastLine, text: '' },
    ]
  }
  const isBlockText = isScalar(node) && text[end - 1] === '\n' && end > start
  const contentEnd = end > start ? end : after
  if (isBlockText) return [{ start, end, text: `${printed.trimStart()}${manner.lineBreak}` }]
  if (!printed.startsWith(manner.lineBreak))
    return end > start
      ? [{ start, end, text: printed.slice(1) }]
      : [{ start: after, end: after, text: printed }]
  // Lines stand below the comment that stands behind what was there.
  const line = lineTextEnd(text, contentEnd)
  return [
    { start: after, end: contentEnd, text: '' },
    { start: line, end: line, text: printed },
  ]
}

/** Places of a collection's entries, for what changes within them. */
const placesOf = (rewriting: Rewriting, node: YAMLMap | YAMLSeq): readonly Place[] => {
  const { text } = rewriting
  if (node.flow === true) return node.items.map(() => ({ block: false }))
  return blockEntries(text, node).map(({ start, after }) => ({
    block: true,
    column: columnOf(text, start),
    after,
    isItem: isSeq(node),
  }))
}

const mapSlots = (
  rewriting: Rewriting,
  node: YAMLMap,
  before: Fields,
  after: Fields,
  order: readonly string[],
): readonly Slot[] => {
  const places = placesOf(rewriting, node)
  const names = node.items.map(({ key }) => nameOfKey(key))
  return orderedKeys(names, after, order).map((key): Slot => {
    const from = names.indexOf(key)
    const [item, place] = [node.items[from], places[from]]
    if (item === undefined || place === undefined) return { from: null, key, value: after[key] }
    if (isDeepStrictEqual(before[key], after[key])) return { from, patches: [] }
    if (item.value === null) {
      const at = endOf(item.key)
      const text = `: ${printFlow(after[key], undefined, rewriting.manner)}`
      return { from, patches: [{ start: at, end: at, text }] }
    }
    return { from, patches: rewriting.changes(item.value, before[key], after[key], place) }
  })
}

const seqSlots = (
  rewriting: Rewriting,
  node: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Slot[] => {
  const places = placesOf(rewriting, node)
  return matchEntries(before, after).map((from, index): Slot => {
    const place = from === null ? undefined : places[from]
    if (from === null || place === undefined) return { from: null, key: null, value: after[index] }
    return { from, patches: rewriting.changes(node.items[from], before[from], after[index], place) }
  })
}

/**
 * The text that says `after`. Throws `CannotRewrite`, with the place, where only a person can change it: an anchor that
 * others use would change or go. `order`: the keys of the document's top in the order in which they are written.
 */
export const rewriteYaml = (source: YamlSource, after: unknown, order: readonly string[]): string => {
  const { text, document, data } = source
  const slotsFor = (node: YAMLMap | YAMLSeq, was: unknown, is: unknown): readonly Slot[] | null => {
    if (isMap(node) && isRecord(was) && isRecord(is))
      return mapSlots(rewriting, node, was, is, node === document.contents ? order : [])
    if (isSeq(node) && Array.isArray(was) && Array.isArray(is)) return seqSlots(rewriting, node, was, is)
    return null
  }
  const rewriting: Rewriting = {
    text,
    manner: mannerOf(source),
    aliased: aliasedAnchors(document),
    changes: (node, was, is, place) => {
      if (was === is || isDeepStrictEqual(was, is)) return []
      if (isCollection(node) && node.anchor !== undefined && rewriting.aliased.has(node.anchor))
        refuseAnchors(node, rewriting.aliased)
      const grows = isCollection(node) && (node.items.length > 0 || !place.block)
      const slots = grows && (isMap(node) || isSeq(node)) ? slotsFor(node, was, is) : null
      if (slots === null || !(isMap(node) || isSeq(node))) return replaced(rewriting, node, is, place)
      const last = node.items.at(-1)
      const like = isPair(last) ? undefined : last
      return node.flow === true
        ? rewriteFlow(rewriting, { node, slots, like })
        : rewriteBlock(rewriting, { node, slots, like, place })
    },
  }
  const patches = rewriting.changes(document.contents, data, after, { block: false })
  return patched(text, 0, text.length, patches)
}
