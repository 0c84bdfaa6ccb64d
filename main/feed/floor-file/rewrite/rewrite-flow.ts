// Rewrites what stands between brackets: entries that stay keep their text, and comments theirs.
import { isMap, type YAMLMap, type YAMLSeq } from 'yaml'
import { type FlowEntry, flowEntries } from './flow-entries.ts'
import { printFlow, printJsonLines } from './print-value.ts'
import { isUnmoved, patchesOf, type Rewriting, type Slot } from './rewriting.ts'
import { type Patch, patched } from './text-places.ts'
import { refuseAnchors } from './yaml-source.ts'

const says = (text: string): boolean => text.includes('#')

interface Part {
  readonly lead: string
  readonly body: string
  readonly trail: string
}

/** Of what stands between entries: within one, `#` may be part of a text. */
const endsInComment = (between: string): boolean => /(^|\s)#[^\n]*$/.test(between)

/** Goes on after what stands between entries: a comment ends with its line. */
const after = (between: string, text: string, newLine: string): string =>
  endsInComment(between) && !/^\s*\n/.test(text) ? `${newLine}${text}` : text

/** A line that goes on between brackets has to be indented further than the one on which they begin. */
const newLineIn = (text: string, start: number, lineBreak: string): string => {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return `${lineBreak}${/^\s*/.exec(line)?.[0] ?? ''}  `
}

const printed = (
  { manner }: Rewriting,
  { value, key }: Extract<Slot, { readonly from: null }>,
  like: { readonly node: unknown; readonly lines: boolean },
  lead: string,
): string => {
  const indent = /\n([ \t]*)$/.exec(lead)?.[1]
  const lines = manner.json && like.lines && indent !== undefined
  const said = lines ? printJsonLines(value, indent, manner) : printFlow(value, like.node, manner)
  return key === null ? said : `${printFlow(key, undefined, manner)}: ${said}`
}

export interface FlowRewrite {
  readonly node: YAMLMap | YAMLSeq
  readonly slots: readonly Slot[]
  readonly like: unknown
}

export const rewriteFlow = (rewriting: Rewriting, { node, slots, like }: FlowRewrite): readonly Patch[] => {
  if (isUnmoved(slots, node.items.length)) return patchesOf(slots)
  const { text, manner, aliased } = rewriting
  const { entries, close, start, end } = flowEntries(text, node)
  const newLine = newLineIn(text, start, manner.lineBreak)
  const stays = new Set(slots.map(({ from }) => from))
  for (const [index, { value }] of entries.entries()) if (!stays.has(index)) refuseAnchors(value, aliased)

  const firstLead = entries[0]?.lead ?? (isMap(node) ? ' ' : '')
  const opening = says(firstLead) ? '' : firstLead
  const later = entries.slice(1).find(({ lead }) => !says(lead))?.lead
  const between = later ?? (opening.includes('\n') ? opening : ' ')
  const lines = entries.some((entry) => text.slice(entry.start, entry.end).includes('\n'))
  const leadAt = (entry: FlowEntry | undefined, at: number): string => {
    if (entry !== undefined && says(entry.lead)) return entry.lead
    if (at === 0) return opening
    return entry === undefined || entry === entries[0] ? between : entry.lead
  }

  /** Comments before entries that go: they stand before the next entry that stays. */
  const orphans = new Map<number, string>()
  let waiting = ''
  for (const [index, { lead }] of entries.entries()) {
    if (stays.has(index)) {
      orphans.set(index, waiting)
      waiting = ''
    } else if (says(lead)) waiting += lead.trimEnd()
  }
  const parts = slots.map((slot, at): Part => {
    const entry = slot.from === null ? undefined : entries[slot.from]
    const lead = leadAt(entry, at)
    if (slot.from === null || entry === undefined)
      return {
        lead,
        body: slot.from === null ? printed(rewriting, slot, { node: like, lines }, lead) : '',
        trail: '',
      }
    const orphan = orphans.get(slot.from) ?? ''
    return {
      lead: orphan + after(orphan, lead, newLine),
      body: patched(text, entry.start, entry.end, slot.patches) + entry.gap,
      trail: entry.trail,
    }
  })
  const endsInComma = entries.at(-1)?.hasComma === true
  let written = ''
  let trailing = ''
  for (const [index, { lead, body, trail }] of parts.entries()) {
    const comma = index < parts.length - 1 || endsInComma ? ',' : ''
    written += after(trailing, lead, newLine) + after(lead, body, newLine) + comma + trail
    trailing = trail
  }
  written += after(trailing, waiting, newLine)
  const isBare = entries.length === 0 || parts.length === 0
  const closing = isBare && !says(close) ? (parts.length > 0 ? opening : '') : close
  return [{ start, end, text: written + after(waiting || trailing, closing, newLine) }]
}
