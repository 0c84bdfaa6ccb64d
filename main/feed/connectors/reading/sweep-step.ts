// Whether anything is missing: the vendor's ids and versions against what stands here, each night and after a past that was read
// again. What differs is read by its id.
import { pastBy } from '../../store/source-by.ts'
import type { Connector, PastWindow } from '../connector.ts'
import type { SourceMemory } from '../source-state.ts'
import { periodOf } from '../take-changes.ts'
import { type Gathered, gather } from './gather.ts'
import type { LiveStep } from './live-step.ts'
import { idsAtOnce, type Reading } from './reading.ts'

type Sweep = NonNullable<SourceMemory['sweep']>

/** The running fiscal quarter with all that is to come, the one before it, and what is open still from before. */
export const nightly = ({ settings, vendor, zone, floor, now }: Reading): readonly PastWindow[] => {
  const { calendar } = floor.numbers().model
  const today = zone.dayAt(now())
  const day =
    vendor.sweepDays === undefined ? calendar.period('quarter', today, -1).from : today - vendor.sweepDays
  const from = zone.startOf(day)
  const recent = { from, to: null, openOnly: false }
  return settings.reads.includes('deals') ? [recent, { from: null, to: from, openOnly: true }] : [recent]
}

const isWithin = ({ from, to, openOnly }: PastWindow, at: number | null, isOpen: boolean): boolean =>
  at !== null && (from === null || at >= from) && (to === null || at < to) && (!openOnly || isOpen)

/** The vendor's, each with its version. Null: it was given up, and is begun anew. */
const theirIds = async (
  { turns, place, isClosed }: Reading,
  { windows }: Sweep,
  from: Connector,
  live: LiveStep,
): Promise<Map<string, string | null> | null> => {
  const theirs = new Map<string, string | null>()
  for (const window of windows) {
    let cursor: unknown = null
    for (let isOver = false; !isOver; ) {
      const page = await from.ids(window, cursor)
      if (isClosed()) return null
      for (const { id, version } of page.ids) theirs.set(id, version)
      cursor = page.cursor
      isOver = page.done
      if (turns.due()) await turns.next()
      // A vendor that is asked slowly takes long for all its ids: what happens now does not wait for them.
      if (!isOver && live.isDue()) await live.run(from)
      if (isClosed() || place.memory.question !== null) return null
    }
  }
  return theirs
}

/** Ids of what is there in another version than here, here alone, or there alone. Empties `theirs`. */
const doubtsOf = async (
  { log, source, zone, turns }: Reading,
  { windows }: Sweep,
  theirs: Map<string, string | null>,
): Promise<readonly string[]> => {
  const doubtful: string[] = []
  for await (const page of log.factsOf(source)) {
    for (const { fact } of page) {
      const version = theirs.get(fact.id)
      if (version !== undefined) {
        theirs.delete(fact.id)
        if (version !== null && version !== (fact.version ?? null)) doubtful.push(fact.id)
        continue
      }
      const at = periodOf(fact, zone)
      const isOpen = fact.type === 'deal' && fact.status === 'open'
      if (windows.some((window) => isWithin(window, at, isOpen))) doubtful.push(fact.id)
    }
    if (turns.due()) await turns.next()
  }
  return [...doubtful, ...theirs.keys()]
}

export const sweep = async (reading: Reading, from: Connector, live: LiveStep): Promise<void> => {
  const { settings, place, allowed } = reading
  const { sweep: due } = place.memory
  if (due === null) return
  const theirs = await theirIds(reading, due, from, live)
  if (theirs === null) return
  const doubtful = await doubtsOf(reading, due, theirs)
  const gathered: Gathered = new Map()
  for (let first = 0; first < doubtful.length; first += idsAtOnce) {
    gather(gathered, await from.read(doubtful.slice(first, first + idsAtOnce)))
    if (reading.isClosed()) return
  }
  const isAllowed = allowed.step === 'sweep'
  const question = await reading.take(gathered, pastBy(settings.id), isAllowed ? null : new Map(), true)
  if (question !== null) {
    place.keep({ question, askedIn: 'sweep' })
    return
  }
  if (isAllowed) allowed.step = null
  if (place.memory.sweep === due) place.keep({ sweep: null, sweptOn: reading.today() })
}
