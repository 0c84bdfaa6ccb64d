// What the world knows of the log: what was sent to it, what it acknowledged and what it announced. An acknowledged entry
// is there for good, unless the disk lied about it.

import { topics } from '../../main/feed/celebrations/record-bodies.ts'
import { withdrawnTopic } from '../../main/feed/store/entry-key.ts'
import type { FactWrite, LogEntry, RecordWrite, WriteOutcome } from '../../main/feed/store/log.ts'
import { type StoredFact, sameFact } from '../../shared/domain/facts/stored-fact.ts'
import { sameJson } from './same-json.ts'
import { must } from './violation.ts'

export interface Ledger {
  /** All that was announced and has not been lost by a disk that lied. */
  readonly entries: readonly LogEntry[]
  /** Entries as a log announces them. */
  announce(entries: readonly LogEntry[]): void
  /** A log was opened on what the disk had kept. */
  reopen(found: readonly LogEntry[], mayHaveLost: boolean): void
  send(writes: readonly FactWrite[]): void
  sendFloor(text: string): void
  sendRecords(writes: readonly RecordWrite[]): void
  acknowledge(writes: readonly FactWrite[], outcomes: readonly WriteOutcome[]): void
  acknowledgeRecords(writes: readonly RecordWrite[], outcomes: readonly WriteOutcome[]): void
  /** The facts that stand, by their keys, with their last entry. */
  standing(): ReadonlyMap<string, LogEntry & { readonly kind: 'fact'; readonly after: StoredFact }>
}

type Standing = { readonly seq: number; readonly fact: StoredFact['fact'] | null }

const keyOf = (source: string, id: string): string => JSON.stringify([source, id])
const keyOfEntry = (entry: LogEntry): string | null => {
  if (entry.kind !== 'fact') return null
  const stored = entry.after ?? entry.before
  return stored && keyOf(stored.fact.source, stored.fact.id)
}
const causeOf = ({ topic, cause }: { readonly topic: string; readonly cause: string }): string =>
  `${topic}:${cause}`

/** Written by the feed itself. */
const ownTopics: readonly string[] = Object.values(topics)

export const createLedger = (): Ledger => {
  let entries: LogEntry[] = []
  let versions = new Map<string, Standing[]>()
  let causes = new Map<string, number>()
  const sent = new Map<string, (StoredFact['fact'] | null)[]>()
  const sentFloors = new Set<string>()
  const sentCauses = new Set<string>()

  const note = (entry: LogEntry): void => {
    must(
      entry.seq === entries.length + 1,
      () => `entry ${entry.seq} is announced after entry ${entries.length}`,
    )
    entries.push(entry)
    // The log's own note beside a withdrawn fact: the next withdrawal replaces it.
    if (entry.kind === 'record' && entry.topic === withdrawnTopic) return
    if (entry.kind === 'record') {
      must(!causes.has(causeOf(entry)), () => `a second record of ${causeOf(entry)} is in the log`)
      const isKnown = ownTopics.includes(entry.topic) || sentCauses.has(causeOf(entry))
      must(isKnown, () => `nobody sent the record of ${causeOf(entry)}`)
      causes.set(causeOf(entry), entry.seq)
      return
    }
    if (entry.kind === 'floor') {
      must(sentFloors.has(entry.text), () => `nobody sent the floor of entry ${entry.seq}`)
      return
    }
    const key = keyOfEntry(entry) ?? ''
    const known = versions.get(key) ?? []
    const before = known.at(-1)?.fact ?? null
    must(
      sameJson(entry.before?.fact ?? null, before),
      () => `entry ${entry.seq} says that before it ${JSON.stringify(entry.before?.fact)} stood under ${key}`,
    )
    const fact = entry.after?.fact ?? null
    must(
      (sent.get(key) ?? []).some((each) => sameJson(each, fact)),
      () => `nobody sent what entry ${entry.seq} holds under ${key}`,
    )
    versions.set(key, [...known, { seq: entry.seq, fact }])
  }

  /** What stood under a key once the log had `seq` entries. */
  const standingAt = (key: string, seq: number): StoredFact['fact'] | null =>
    (versions.get(key) ?? []).findLast((each) => each.seq <= seq)?.fact ?? null

  return {
    get entries() {
      return entries
    },
    announce: (announced) => {
      for (const entry of announced) note(entry)
    },
    reopen: (found, mayHaveLost) => {
      const common = Math.min(found.length, entries.length)
      must(
        mayHaveLost || found.length >= entries.length,
        () => `of ${entries.length} announced entries ${found.length} are left`,
      )
      for (let index = 0; index < common; index += 1)
        must(
          sameJson(found[index], entries[index]),
          () => `entry ${index + 1} is another one after the restart: ${JSON.stringify(found[index])}`,
        )
      if (found.length < entries.length) {
        const kept = entries.slice(0, common)
        entries = []
        versions = new Map()
        causes = new Map()
        for (const entry of kept) note(entry)
      }
      for (const entry of found.slice(common)) note(entry)
    },
    send: (writes) => {
      for (const { source, id, fact } of writes) {
        const key = keyOf(source, id)
        sent.set(key, [...(sent.get(key) ?? []), fact])
      }
    },
    sendFloor: (text) => void sentFloors.add(text),
    sendRecords: (writes) => {
      for (const write of writes) sentCauses.add(causeOf(write))
    },
    acknowledge: (writes, outcomes) => {
      must(outcomes.length === writes.length, () => 'a write has no outcome')
      for (const [index, { source, id, fact }] of writes.entries()) {
        const { seq = -1, changed, late, refused } = outcomes[index] ?? {}
        if (late || refused !== undefined) {
          must(!changed, () => `a write of ${source} ${id} was turned down and changed something`)
          continue
        }
        const stood = standingAt(keyOf(source, id), seq)
        const holds = stood === null || fact === null ? stood === fact : sameFact(stood, fact)
        must(
          holds && seq <= entries.length,
          () => `a write of ${source} ${id} was acknowledged with entry ${seq}, which does not hold it`,
        )
        const last = entries[seq - 1]
        // What is withdrawn is noted right after its entry.
        const entry = last?.kind === 'record' && last.topic === withdrawnTopic ? entries[seq - 2] : last
        must(
          !changed || (entry !== undefined && keyOfEntry(entry) === keyOf(source, id)),
          () => `entry ${seq} was acknowledged for ${source} ${id} and is of another key`,
        )
      }
    },
    acknowledgeRecords: (writes, outcomes) => {
      for (const [index, write] of writes.entries()) {
        const at = causes.get(causeOf(write))
        const outcome = outcomes[index]
        must(
          at !== undefined && outcome !== undefined && (!outcome.changed || outcome.seq === at),
          () => `the record of ${causeOf(write)} was acknowledged and is not in the log`,
        )
      }
    },
    standing: () => {
      const standing = new Map<string, LogEntry & { readonly kind: 'fact'; readonly after: StoredFact }>()
      for (const entry of entries) {
        const key = keyOfEntry(entry)
        if (key === null || entry.kind !== 'fact') continue
        standing.delete(key)
        if (entry.after) standing.set(key, { ...entry, after: entry.after })
      }
      return standing
    },
  }
}
