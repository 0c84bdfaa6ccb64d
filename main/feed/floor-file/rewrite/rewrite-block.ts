// Rewrites a block list or a block of keys: entries that stay keep their lines, comments and all.
import { isMap, type YAMLMap, type YAMLSeq } from 'yaml'
import { type BlockEntry, blockEntries, columnOf } from './block-entries.ts'
import { printItem, printPair } from './print-value.ts'
import { isUnmoved, type Place, patchesOf, type Rewriting, type Slot } from './rewriting.ts'
import { lineTextEnd, type Patch, patched } from './text-places.ts'
import { refuseAnchors } from './yaml-source.ts'

const withLineBreak = (lines: string, lineBreak: string): string =>
  lines === '' || lines.endsWith('\n') ? lines : `${lines}${lineBreak}`

/** Lines above an entry that goes stay where they are when they say something. */
const keptLead = (lead: string): string => (lead.includes('#') ? lead : '')

export interface BlockRewrite {
  readonly node: YAMLMap | YAMLSeq
  readonly slots: readonly Slot[]
  /** What a new entry is written like. */
  readonly like: unknown
  readonly place: Place
}

/** All entries are gone: brackets stand behind the key, and comments where they were. */
const emptied = (
  text: string,
  entries: readonly BlockEntry[],
  { node, place }: BlockRewrite,
): readonly Patch[] => {
  const [first, last] = [entries[0], entries.at(-1)]
  if (first === undefined || last === undefined) return []
  const brackets = isMap(node) ? '{}' : '[]'
  if (!place.block || first.isInline) {
    const end = lineTextEnd(text, last.contentEnd)
    return [{ start: first.start, end: Math.max(end, last.contentEnd), text: brackets }]
  }
  const comments = entries.map(({ leadStart, bodyStart }) => keptLead(text.slice(leadStart, bodyStart)))
  return [
    { start: place.after, end: place.after, text: ` ${brackets}` },
    { start: first.leadStart, end: last.bodyEnd, text: comments.join('') },
  ]
}

export const rewriteBlock = (rewriting: Rewriting, rewrite: BlockRewrite): readonly Patch[] => {
  const { node, slots, like } = rewrite
  if (isUnmoved(slots, node.items.length)) return patchesOf(slots)
  const { text, manner, aliased } = rewriting
  const { lineBreak } = manner
  const entries = blockEntries(text, node)
  const [first, last] = [entries[0], entries.at(-1)]
  const stays = new Set(slots.map(({ from }) => from))
  for (const [index, { value }] of entries.entries()) if (!stays.has(index)) refuseAnchors(value, aliased)
  if (slots.length === 0 || first === undefined || last === undefined) return emptied(text, entries, rewrite)

  const column = columnOf(text, first.start)
  const indent = ' '.repeat(column)
  const { isInline } = first
  /** Comments above entries that go: they stand above the next entry that stays. */
  const orphans = new Map<number, string>()
  let waiting = ''
  for (const [index, { leadStart, bodyStart }] of entries.entries()) {
    if (stays.has(index)) {
      orphans.set(index, waiting)
      waiting = ''
    } else waiting += keptLead(text.slice(leadStart, bodyStart))
  }

  const parts = slots.map((slot, at): { lead: string; body: string } => {
    const prefix = isInline && at === 0 ? '' : indent
    if (slot.from === null) {
      const printed =
        slot.key === null
          ? printItem(slot.value, like, column, manner)
          : printPair(slot.key, slot.value, undefined, column, manner)
      return { lead: '', body: `${prefix}${printed}${lineBreak}` }
    }
    const entry = entries[slot.from]
    if (entry === undefined) return { lead: '', body: '' }
    const lead = `${orphans.get(slot.from) ?? ''}${text.slice(entry.leadStart, entry.bodyStart)}`
    return { lead, body: `${prefix}${patched(text, entry.start, entry.bodyEnd, slot.patches)}` }
  })
  const written = parts.map(({ lead, body }, at) => {
    const lines = at < parts.length - 1 || waiting !== '' ? withLineBreak(body, lineBreak) : body
    // Nothing can stand above an entry that begins behind a dash.
    return isInline && at === 0 ? `${withLineBreak(lines, lineBreak)}${keptLead(lead)}` : `${lead}${lines}`
  })
  const start = first.leadStart
  return [{ start, end: last.bodyEnd, text: `${written.join('')}${waiting}` }]
}
