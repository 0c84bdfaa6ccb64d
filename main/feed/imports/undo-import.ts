// Undoes an import by what the log kept of the facts before it. A fact that changed since stays as it is.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { ImportUndone } from '../../../shared/wire/imports.ts'
import type { Submitted } from '../fold/found-faults.ts'
import type { Pace } from '../ingest/pace.ts'
import { factKey } from '../store/entry-key.ts'
import type { By, FactEntry, FactWrite, Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

/** Enough to see which they are. */
const mostIds = 20

export interface UndoParts {
  readonly log: Pick<Log, 'entriesAfter' | 'lastSeq'>
  readonly turns: Turns
  readonly pace: Pace
  readonly submit: (writes: readonly FactWrite[]) => Promise<Submitted>
}

export interface UndoRange {
  /** Its entries lie after the first and up to the second. */
  readonly after: number
  readonly upTo: number
  /** The cause that they have. */
  readonly by: By
}

const ownEntries = async function* (
  { log, turns }: Pick<UndoParts, 'log' | 'turns'>,
  { after, upTo, by }: UndoRange,
): AsyncGenerator<{ readonly key: string; readonly entry: FactEntry }> {
  for await (const page of log.entriesAfter(after)) {
    for (const entry of page) {
      const fact = entry.kind === 'fact' && (entry.after ?? entry.before)?.fact
      if (entry.kind === 'fact' && fact && entry.by === by && entry.seq <= upTo)
        yield { key: factKey(fact.source, fact.id), entry }
    }
    if ((page.at(-1)?.seq ?? upTo) >= upTo) return
    await turns.next()
  }
}

export const countEntries = async (
  parts: Pick<UndoParts, 'log' | 'turns'>,
  range: UndoRange,
): Promise<number> => {
  let entries = 0
  for await (const _ of ownEntries(parts, range)) entries += 1
  return entries
}

const restoring = (
  entry: FactEntry,
  after: StoredFact | null,
  cause: { readonly by: By; readonly at: number },
): FactWrite | null => {
  const fact = (entry.after ?? entry.before)?.fact
  if (fact === undefined) return null
  const { source, id } = fact
  const restores = { over: entry.after, after }
  return { source, id, fact: after?.fact ?? null, receivedAt: cause.at, by: cause.by, restores }
}

/** `cause`: of what it writes; `at` in epoch ms. */
export const undoImport = async (
  parts: UndoParts,
  range: UndoRange,
  cause: { readonly by: By; readonly at: number },
): Promise<Omit<ImportUndone, 'forecast'>> => {
  /** The last of its entries under each key: what it left. */
  const lasts = new Map<string, number>()
  for await (const { key, entry } of ownEntries(parts, range)) lasts.set(key, entry.seq)

  let restored = 0
  let withdrawn = 0
  let left = 0
  const ids: string[] = []
  let batch: FactWrite[] = []
  const submit = async (): Promise<void> => {
    const writes = batch
    batch = []
    const { outcomes } = await parts.submit(writes)
    for (const [index, { changed, refused }] of outcomes.entries()) {
      const write = writes[index]
      if (changed && write?.fact) restored += 1
      else if (changed) withdrawn += 1
      if (refused === undefined || !write) continue
      left += 1
      if (ids.length < mostIds) ids.push(write.id)
    }
  }

  /** What stood before the first of its entries, of keys that have several. */
  const firsts = new Map<string, StoredFact | null>()
  let giveWay = parts.pace.begin()
  for await (const { key, entry } of ownEntries(parts, range)) {
    if (lasts.get(key) !== entry.seq) {
      if (!firsts.has(key)) firsts.set(key, entry.before)
      continue
    }
    const before = firsts.get(key)
    const write = restoring(entry, before === undefined ? entry.before : before, cause)
    if (write !== null) batch.push(write)
    if (batch.length < parts.pace.pieceFacts) continue
    await submit()
    await giveWay()
    giveWay = parts.pace.begin()
  }
  if (batch.length > 0) await submit()
  return { restored, withdrawn, left: { facts: left, ids } }
}
