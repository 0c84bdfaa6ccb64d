// An edit on its way into the log. Everything that can go wrong with it goes wrong before it is there, since nobody can
// take it out again; it takes effect where the fold comes to it.
import {
  countingFingerprint,
  createFloorModel,
  type FloorModel,
  uncountedCurrency,
} from '../../../shared/domain/counting/floor-model.ts'
import { lostNames } from '../../../shared/domain/people/lost-names.ts'
import type { Clock } from '../clock.ts'
import { fileOf, type ReadFloor } from '../floor-file/floor-reader.ts'
import { factKey } from '../store/entry-key.ts'
import { type By, EditRefused, type Log, type LogEntry, LogUnavailable, StaleFloor } from '../store/log.ts'
import type { Fold } from './fold-entries.ts'
import { type CurrentFloor, FloorLosesNames, FloorRefused } from './live-floor.ts'
import { type Recount, startRecount } from './recount.ts'

export interface FloorEditorParts {
  readonly log: Log
  readonly readFloor: ReadFloor
  readonly clock: Clock
  readonly fold: Fold
}

/**
 * Rejects with `StaleFloor`, `FloorRefused`, `UnreadableFloor` or `LogUnavailable`, and unless `isConfirmed` with
 * `FloorLosesNames`; nothing is changed then.
 */
export type EditFloor = (
  text: string,
  expectedVersion: number | null,
  by: By,
  isConfirmed: boolean,
) => Promise<CurrentFloor>

/** Null when none would lose its money. */
const refusalOf = (currencies: readonly string[]): string | null =>
  currencies.length === 0
    ? null
    : `deals in ${currencies.join(', ')} stand on this floor and would no longer count: keep a rate for each under floor.rates`

/** Currencies of deals that stand after these entries, and that the edited floor has no rate for. */
const uncountedAfter = (model: FloorModel, entries: readonly LogEntry[]): readonly string[] => {
  const lost = new Map<string, string>()
  for (const entry of entries) {
    if (entry.kind !== 'fact') continue
    const { source, id } = (entry.after ?? entry.before)?.fact ?? { source: '', id: '' }
    const currency = entry.after && uncountedCurrency(model, model.corrections.read(entry.after).fact)
    if (currency) lost.set(factKey(source, id), currency)
    else lost.delete(factKey(source, id))
  }
  return [...new Set(lost.values())]
}

/** Whatever keeps the log from being read keeps the edit from being counted: it is an outage, and no fault of the edit. */
const counted = async (recount: Recount): Promise<void> => {
  try {
    await recount.ready
  } catch (error) {
    throw new LogUnavailable('the log cannot be read to count it on the edited floor', { cause: error })
  }
}

export const createFloorEditor = ({ log, readFloor, clock, fold }: FloorEditorParts): EditFloor => {
  let editing: Promise<unknown> = Promise.resolve()

  const edit: EditFloor = async (text, expectedVersion, by, isConfirmed) => {
    const { current } = fold.now()
    if (expectedVersion !== null && expectedVersion !== current.version)
      throw new StaleFloor(`it is at version ${current.version}, not ${expectedVersion}`)
    const file = fileOf(readFloor(text))
    const countsAlike = countingFingerprint(file) === countingFingerprint(current.file)
    const model = countsAlike ? null : createFloorModel(file)
    const recount = model && startRecount(log, model)
    fold.expect({ text, recount })
    try {
      if (recount !== null) await counted(recount)
      const refusal = refusalOf(recount?.engine().uncounted() ?? [])
      if (refusal !== null) throw new FloorRefused(refusal)
      const unassigned = recount?.engine().unassigned() ?? []
      const names = lostNames(current.file.people, file.people, unassigned)
      if (names.length > 0 && !isConfirmed) throw new FloorLosesNames(names, current.version)
      const check = model && {
        upTo: log.lastSeq,
        refuse: (since: readonly LogEntry[]) => refusalOf(uncountedAfter(model, since)),
      }
      const entry = await log.appendFloor({ text, at: clock.now(), by }, expectedVersion, check ?? undefined)
      await fold.settled()
      return { version: entry.seq, text, file }
    } catch (error) {
      throw error instanceof EditRefused ? new FloorRefused(error.message) : error
    } finally {
      fold.expect(null)
    }
  }

  return (text, expectedVersion, by, isConfirmed) => {
    // One edit after the other: each sees the version that the one before it left.
    const edited = editing.then(() => edit(text, expectedVersion, by, isConfirmed))
    editing = edited.catch(() => undefined)
    return edited
  }
}
