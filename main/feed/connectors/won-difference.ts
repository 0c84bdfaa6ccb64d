// A month as a vendor counts it, and as the wall does: how many deals were won there and here, of how much, and which of them one
// side lacks.
import { type Day, formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { SourceDifference, WonTotals } from '../../../shared/wire/sources.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { checkFact, isRefused } from '../ingest/check-fact.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import type { Connector, PastWindow, VendorFact } from './connector.ts'
import { isWonIn, totalsOf } from './won-totals.ts'

interface CompareParts {
  readonly connector: Pick<Connector, 'totals' | 'past'>
  /** The source that its facts name. */
  readonly source: string
  readonly floor: Pick<LiveFloor, 'refuse' | 'numbers'>
  readonly turns: Turns
  /** A day of the month, by the floor's clock. */
  readonly day: Day
}

/** Of a month: a vendor that has more pages is counted as far as these go. */
const mostPages = 300
const mostNamed = 10

/** What the vendor has of a window, as facts. */
const readWindow = async (
  connector: Pick<Connector, 'past'>,
  window: PastWindow,
): Promise<ReadonlyMap<string, VendorFact>> => {
  const found = new Map<string, VendorFact>()
  let cursor: unknown = null
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await connector.past(window, cursor)
    for (const fact of page.facts) found.set(fact.id, fact)
    for (const id of page.withdrawn) found.delete(id)
    cursor = page.cursor
    if (page.done) break
  }
  return found
}

export interface WonThere {
  readonly zone: Zone
  /** Dates, the end not in it. */
  readonly from: string
  readonly to: string
  readonly label: string
  /** As the vendor itself counts. */
  readonly theirs: WonTotals
  /** Its deals, as far as the floor takes them. */
  readonly won: ReadonlyMap<string, Fact>
  readonly refused: readonly { readonly id: string; readonly why: string }[]
  /** Of these the won ones, as the vendor has them. */
  readonly refusedWon: ReadonlyMap<string, Fact>
}

/** Rejects with `SourceTrouble`. */
export const wonThere = async ({ connector, source, floor, turns, day }: CompareParts): Promise<WonThere> => {
  const { calendar, roster } = floor.numbers().model
  const zone = roster.floorZone
  const days = calendar.period('month', day, 0)
  const window: PastWindow = { from: zone.startOf(days.from), to: zone.startOf(days.to), openOnly: false }
  const [from, to] = [formatDay(days.from), formatDay(days.to)]
  const theirs = await connector.totals(window)
  const read = await readWindow(connector, window)
  const won = new Map<string, Fact>()
  const refused: { id: string; why: string }[] = []
  const refusedWon = new Map<string, Fact>()
  for (const [id, vendorFact] of read) {
    const fact = { ...vendorFact, source }
    const checked = checkFact({ value: fact }, floor.refuse)
    if (isRefused(checked)) {
      refused.push({ id, why: checked.error })
      if (isWonIn(fact, zone, from, to)) refusedWon.set(id, fact)
    } else if (isWonIn(checked, zone, from, to)) won.set(id, checked)
    if (turns.due()) await turns.next()
  }
  const label = calendar.label({ kind: 'period', grain: 'month', offset: 0 }, day)
  return { zone, from, to, label, theirs, won, refused, refusedWon }
}

const nameOf = (fact: Fact): string => (fact.type === 'deal' && fact.name) || fact.id

/** What facts are called that the other side lacks, the first few. */
export const namesWithout = (all: ReadonlyMap<string, Fact>, those: ReadonlyMap<string, Fact>): string[] =>
  [...all].flatMap(([key, fact]) => (those.has(key) ? [] : [nameOf(fact)])).slice(0, mostNamed)

/** Rejects with `SourceTrouble`. */
export const wonDifference = async (
  parts: CompareParts & { readonly log: Pick<Log, 'factsOf'> },
): Promise<SourceDifference> => {
  const { zone, from, to, label, theirs, won, refusedWon } = await wonThere(parts)
  const { log, source, turns } = parts
  const ours = new Map<string, Fact>()
  for await (const page of log.factsOf(source)) {
    for (const { fact } of page) if (isWonIn(fact, zone, from, to)) ours.set(fact.id, fact)
    if (turns.due()) await turns.next()
  }
  return {
    label,
    theirs,
    ours: totalsOf(ours.values()),
    missing: namesWithout(new Map([...won, ...refusedWon]), ours),
    extra: namesWithout(ours, won),
  }
}
