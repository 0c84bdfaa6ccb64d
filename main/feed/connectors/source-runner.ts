// Reads one source: what changes, beside it the past, and each night whether anything is missing. What it read is durable before
// its place is kept, so that whatever ends it, it reads something twice and nothing never.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { formatDay, parseDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Source } from '../../../shared/wire/source.ts'
import type {
  SourceAction,
  SourceDifference,
  SourceHealth,
  SourceState,
} from '../../../shared/wire/sources.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { ConnectorStore } from '../store/connector-store.ts'
import type { By, Log } from '../store/log.ts'
import { pastBy, sourceBy } from '../store/source-by.ts'
import type { Turns } from '../turns.ts'
import { type Connector, type PastWindow, sourceOf, type Vendor, type VendorFact } from './connector.ts'
import { countFactsOf } from './count-facts.ts'
import { peopleText } from './source-people.ts'
import { pastWindows, readMemory, type SourceMemory } from './source-state.ts'
import { type SourceTrouble, troubleFrom } from './source-trouble.ts'
import { type ChangedMonths, createChangeTaker, periodOf, type Taken } from './take-changes.ts'
import type { CallBudget } from './vendor-client.ts'
import { waitAfter } from './wait-after.ts'
import { wonDifference } from './won-difference.ts'
import { sameWon } from './won-totals.ts'

export interface SourceRunnerParts {
  readonly source: Source
  readonly vendor: Vendor
  /** Null while no key is kept. */
  readonly connector: Connector | null
  readonly budget: CallBudget
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'numbers'>
  readonly log: Pick<Log, 'identity' | 'lastSeq' | 'standing' | 'factsOf'>
  readonly store: ConnectorStore
  readonly clock: Clock
  readonly turns: Turns
  /** 0 to 1. */
  readonly random: () => number
  /** A night’s count differs from the vendor’s own; told again under the same day until it resolves. */
  readonly onDifference: (source: Source, on: string, difference: SourceDifference) => Promise<void>
  /** Told of facts that the floor does not take. */
  readonly refused: Pick<RefusedFacts, 'note'>
  readonly onError: (what: string, error: unknown) => void
}

export interface SourceRunner {
  /** Does everything that is due. Resolves when nothing is; never rejects. */
  run(): Promise<void>
  health(): SourceHealth
  act(action: SourceAction): void
  /** Somebody asked for it. */
  noteCompared(difference: SourceDifference): void
  /** Whether its past is being read for the first time. */
  isFirstPast(): boolean
  /** Resolves when nothing of it is under way; `hurry`: also when a vendor takes too long to answer, and nothing comes of that. */
  close(hurry?: boolean): Promise<void>
}

/** Of one look at the vendor, before it is judged and written. */
const mostGathered = 2000
const lateAfterPolls = 5
const leastLateMs = 300_000
/** Of the night, when the ids are compared. */
const sweepHour = 3
const idsAtOnce = 100
const mostRefusedKept = 20
/** Of one currency: what is more comes with the night’s comparison. */
const mostWaiting = 2000
/** A vendor’s own lists may be minutes behind: a difference has to be there twice. */
const compareAgainMs = 600_000
/** For what is on its way when the feed ends; what is not done by then is read again. */
const graceMs = 1500

type Step = 'live' | 'past' | 'sweep' | 'compare' | 'rates'

export const createSourceRunner = (parts: SourceRunnerParts): SourceRunner => {
  const { source: settings, vendor, connector, floor, log, store, clock, turns, onError } = parts
  const source = sourceOf(settings)
  const now = (): number => clock.now()
  const floorSettings = (): {
    readonly currency: string
    readonly timeZone: string
    readonly credit: 'split' | 'full'
  } => floor.numbers().model.file.floor
  const zone = floor.numbers().model.zone(settings.timeZone ?? floorSettings().timeZone)
  const madeBy = JSON.stringify([
    settings.reads,
    settings.pipelines ?? null,
    settings.stages,
    settings.currency ?? floorSettings().currency,
    zone.id,
    settings.months,
    source,
    settings.address ?? null,
    ...(floorSettings().credit === 'full' ? ['full'] : []),
    settings.recurring ?? null,
    settings.amounts ?? null,
    ...(settings.rates === 'vendor' ? ['rates'] : []),
    ...peopleText(settings, floor.numbers().model.file),
  ])
  const taker = createChangeTaker({ floor, log, turns, source, zone, now })

  let memory: SourceMemory = readMemory(store.get(settings.id), madeBy)
  let failures = 0
  /** When it is asked again after a failure; null: when it is due. Infinity: not by itself. */
  let notBefore: number | null = null
  let liveAt = 0
  let trouble: SourceHealth['trouble'] = null
  /** Where a person has said that what was held back is meant. */
  let allowed: SourceMemory['askedIn'] = null
  let refusedFacts = 0
  const refusedFirst = new Map<string, string>()
  let facts: number | null = null
  let closed = false
  /** The vendor says that something changed. */
  let heard = false
  let channel: { close(): void } | null = null
  /** A difference was found, and is looked for once more then. */
  let compareAgainAt: number | null = null
  /** The floor for which it was looked whether deals that wait have their rate. */
  let ratesOf: FloorModel | null = null
  let running: Promise<void> | null = null

  const keep = (change: Partial<SourceMemory>): void => {
    memory = { ...memory, ...change, log: { identity: log.identity, seq: log.lastSeq } }
    store.save(settings.id, JSON.stringify(memory))
  }

  /** `since`: epoch ms, of a past that a person asks for; else all of it, and what changes meanwhile is no news. */
  const beginPast = (isFirst: boolean, since: number | null): Partial<SourceMemory> => {
    const windows = pastWindows(now(), settings.months, since)
    return {
      past: {
        windows,
        at: 0,
        cursor: null,
        isFirst: isFirst || memory.past?.isFirst === true,
        isQuiet: since === null || memory.past?.isQuiet === true,
      },
      // What is gone at the vendor is looked for once all that is there was read.
      sweep: isFirst ? memory.sweep : { windows, from: now() },
    }
  }

  /** A log that was put back, or is another one, lacks what these cursors have passed. */
  const isOfThisLog = ({ log: known }: SourceMemory): boolean =>
    known === null || (known.identity === log.identity && known.seq <= log.lastSeq)
  const today = (): string => formatDay(zone.dayAt(now()))

  if (!isOfThisLog(memory))
    memory = { ...memory, ...beginPast(false, null), madeBy, live: null, question: null }
  else if (memory.madeBy !== madeBy) memory = { ...memory, ...beginPast(false, null), madeBy }
  else if (memory.log === null)
    memory = { ...memory, ...beginPast(true, null), sweptOn: today(), comparedOn: today() }

  const isSilent = (): boolean => memory.past?.isQuiet === true

  /** What came is not waited for any more, unless it still lacks its rate. */
  const noteWaiting = (taken: Taken, came: ReadonlyMap<string, unknown>): void => {
    const lacking = taken.refused.flatMap(({ id, lacks }) => (lacks ? [{ id, ...lacks }] : []))
    if (lacking.length === 0 && Object.keys(memory.waiting).length === 0) return
    const waiting = new Map(
      Object.entries(memory.waiting).map(([currency, ids]) => [
        currency,
        new Map(Object.entries(ids).filter(([id]) => !came.has(id))),
      ]),
    )
    for (const { id, currency, on } of lacking) {
      const ids = waiting.get(currency) ?? new Map<string, string>()
      if (ids.size < mostWaiting) ids.set(id, on)
      waiting.set(currency, ids)
    }
    memory = {
      ...memory,
      waiting: Object.fromEntries(
        [...waiting].flatMap(([currency, ids]) =>
          ids.size === 0 ? [] : [[currency, Object.fromEntries(ids)] as const],
        ),
      ),
    }
  }

  const noteRefused = (taken: Taken, came: ReadonlyMap<string, unknown>): void => {
    noteWaiting(taken, came)
    if (facts !== null) facts += taken.added - taken.withdrawn
    const others = taken.refused.filter(({ lacks }) => !lacks)
    refusedFacts += others.length
    parts.refused.note({
      door: 'source',
      name: settings.name,
      count: taken.refused.length,
      first: taken.refused.map(({ id, why }) => ({ fact: id, why })),
    })
    for (const { id, why } of others) {
      refusedFirst.delete(id)
      if (refusedFirst.size < mostRefusedKept) refusedFirst.set(id, why)
    }
  }

  const noteLacks = (lacks: SourceTrouble | null): void => {
    if (lacks === null) return
    trouble = { at: now(), what: lacks.message, click: lacks.click, kind: lacks.kind }
  }

  /** What stands in the place of a fact that came twice is what came last. */
  const gather = (
    into: Map<string, VendorFact | null>,
    page: { readonly facts: readonly VendorFact[]; readonly withdrawn: readonly string[] },
  ): void => {
    for (const fact of page.facts) {
      into.delete(fact.id)
      into.set(fact.id, fact)
    }
    for (const id of page.withdrawn) {
      into.delete(id)
      into.set(id, null)
    }
  }

  const live = async (from: Connector): Promise<void> => {
    const isAllowed = allowed === 'live'
    const isQuiet = isSilent() || isAllowed || memory.live === null
    const by: By = isQuiet ? pastBy(settings.id) : sourceBy(settings.id)
    const changed: ChangedMonths | null = isAllowed || isSilent() ? null : new Map()
    let gathered = new Map<string, VendorFact | null>()
    let cursor = memory.live
    let newest = memory.newest
    let lacked = false
    let isAgain = false
    heard = false
    for (;;) {
      const page = await from.pull(cursor)
      if (closed) return
      cursor = page.cursor
      gather(gathered, page)
      noteLacks(page.lacks)
      lacked ||= page.lacks !== null
      isAgain ||= page.again === true
      if (page.newest !== null) newest = Math.max(newest ?? 0, page.newest)
      if (!page.done && gathered.size < mostGathered) continue
      const taken = await taker.take(gathered, by, changed)
      if ('since' in taken) {
        keep({ question: taken, askedIn: 'live' })
        return
      }
      noteRefused(taken, gathered)
      gathered = new Map()
      keep({ live: cursor, newest, ...(isAgain && beginPast(false, null)) })
      isAgain = false
      if (page.done) break
    }
    const isGivenNow = memory.lacked && !lacked
    if (isAllowed) allowed = null
    if (!lacked) trouble = null
    keep({ readAt: now(), lacked, ...(isGivenNow && beginPast(false, null)) })
    liveAt = now() + (from.pauseMs?.() ?? vendor.pollMs)
  }

  const past = async (from: Connector): Promise<void> => {
    const { past: reading } = memory
    const window = reading?.windows[reading.at]
    if (!reading || !window) {
      keep({ past: null })
      return
    }
    const page = await from.past(window, reading.cursor)
    if (closed) return
    const gathered = new Map<string, VendorFact | null>()
    gather(gathered, page)
    const taken = await taker.take(gathered, pastBy(settings.id), null)
    if (!('since' in taken)) noteRefused(taken, gathered)
    noteLacks(page.lacks)
    // Somebody may have asked for another past meanwhile.
    if (memory.past !== reading) return
    const at = page.done ? reading.at + 1 : reading.at
    const isOver = at >= reading.windows.length
    keep({ past: isOver ? null : { ...reading, at, cursor: page.done ? null : page.cursor } })
  }

  const isWithin = ({ from, to, openOnly }: PastWindow, at: number | null, isOpen: boolean): boolean =>
    at !== null && (from === null || at >= from) && (to === null || at < to) && (!openOnly || isOpen)

  const sweep = async (from: Connector): Promise<void> => {
    const { sweep: due } = memory
    if (due === null) return
    const theirs = new Map<string, string | null>()
    for (const window of due.windows) {
      let cursor: unknown = null
      for (let isOver = false; !isOver; ) {
        const page = await from.ids(window, cursor)
        if (closed) return
        for (const { id, version } of page.ids) theirs.set(id, version)
        cursor = page.cursor
        isOver = page.done
        if (turns.due()) await turns.next()
        // A vendor that is asked slowly takes long for all its ids: what happens now does not wait for them.
        if (!isOver && (heard || now() >= liveAt)) await live(from)
        if (closed || memory.question !== null) return
      }
    }
    const doubtful: string[] = []
    for (const page of log.factsOf(source)) {
      for (const { fact } of page) {
        const version = theirs.get(fact.id)
        if (version !== undefined) {
          theirs.delete(fact.id)
          if (version !== null && version !== (fact.version ?? null)) doubtful.push(fact.id)
          continue
        }
        const at = periodOf(fact, zone)
        const isOpen = fact.type === 'deal' && fact.status === 'open'
        if (due.windows.some((window) => isWithin(window, at, isOpen))) doubtful.push(fact.id)
      }
      if (turns.due()) await turns.next()
    }
    doubtful.push(...theirs.keys())
    const gathered = new Map<string, VendorFact | null>()
    for (let first = 0; first < doubtful.length; first += idsAtOnce) {
      gather(gathered, await from.read(doubtful.slice(first, first + idsAtOnce)))
      if (closed) return
    }
    const isAllowed = allowed === 'sweep'
    const taken = await taker.take(gathered, pastBy(settings.id), isAllowed ? null : new Map(), true)
    if ('since' in taken) {
      keep({ question: taken, askedIn: 'sweep' })
      return
    }
    noteRefused(taken, gathered)
    if (isAllowed) allowed = null
    if (memory.sweep === due) keep({ sweep: null, sweptOn: today() })
  }

  /** Of the month that yesterday was in: on its first day the one before is whole. */
  const compare = async (from: Connector): Promise<void> => {
    const on = today()
    const day = floor.numbers().model.roster.floorZone.dayAt(now()) - 1
    const difference = await wonDifference({ connector: from, source, floor, log, turns, day })
    if (closed) return
    const isSame = sameWon(difference)
    if (!isSame && compareAgainAt === null) {
      compareAgainAt = now() + compareAgainMs
      return
    }
    compareAgainAt = null
    if (!isSame) await parts.onDifference(settings, on, difference)
    keep({ compared: { ...difference, at: now(), differs: !isSame }, comparedOn: on })
  }

  /** Ids of deals that wait for a rate which the floor has by now. */
  const withRate = (): readonly string[] => {
    const { converter, file } = floor.numbers().model
    const hasRate = (currency: string, on: string): boolean =>
      currency === file.floor.currency || converter.convert(1, currency, parseDay(on)) !== null
    return Object.entries(memory.waiting).flatMap(([currency, ids]) =>
      Object.entries(ids).flatMap(([id, on]) => (hasRate(currency, on) ? [id] : [])),
    )
  }
  const rates = async (from: Connector): Promise<void> => {
    const { model } = floor.numbers()
    const ready = withRate()
    for (let first = 0; first < ready.length; first += idsAtOnce) {
      const gathered = new Map<string, VendorFact | null>()
      gather(gathered, await from.read(ready.slice(first, first + idsAtOnce)))
      if (closed) return
      const taken = await taker.take(gathered, pastBy(settings.id), null, true)
      if (!('since' in taken)) noteRefused(taken, gathered)
      keep({})
    }
    ratesOf = model
  }

  /** The running fiscal quarter with all that is to come, the one before it, and what is open still from before. */
  const nightly = (): readonly PastWindow[] => {
    const { calendar } = floor.numbers().model
    const today = zone.dayAt(now())
    const days =
      vendor.sweepDays === undefined ? calendar.period('quarter', today, -1).from : today - vendor.sweepDays
    const from = zone.startOf(days)
    const recent = { from, to: null, openOnly: false }
    return settings.reads.includes('deals') ? [recent, { from: null, to: from, openOnly: true }] : [recent]
  }

  /** Once a night, after the ids were compared. */
  const isCompareDue = (): boolean =>
    settings.reads.includes('deals') &&
    vendor.reads.includes('deals') &&
    memory.comparedOn !== today() &&
    memory.sweptOn === today() &&
    zone.minutesAt(now()) >= sweepHour * 60 &&
    (compareAgainAt === null || now() >= compareAgainAt)

  const dueStep = (): Step | null => {
    if (settings.paused || memory.question !== null) return null
    if (heard || now() >= liveAt) return 'live'
    const { model } = floor.numbers()
    if (ratesOf !== model) {
      if (withRate().length > 0) return 'rates'
      ratesOf = model
    }
    if (memory.past !== null) return 'past'
    if (memory.sweep !== null) return 'sweep'
    if (memory.sweptOn !== today() && zone.minutesAt(now()) >= sweepHour * 60) {
      keep({ sweep: { windows: [...nightly()], from: now() } })
      return 'sweep'
    }
    return isCompareDue() ? 'compare' : null
  }

  const noteTrouble = (error: unknown): void => {
    failures += 1
    const found = troubleFrom(error)
    if (found !== error) onError(`the source ${settings.id} cannot be read`, error)
    trouble = { at: now(), what: found.message, click: found.click, kind: found.kind }
    notBefore =
      found.kind === 'sign-in'
        ? Number.POSITIVE_INFINITY
        : now() + waitAfter(failures, found.retryAfterMs, parts.random())
  }

  const runAll = async (from: Connector): Promise<void> => {
    const steps = { live, past, sweep, compare, rates }
    while (!closed) {
      if (notBefore !== null && now() < notBefore) return
      try {
        const step = dueStep()
        if (step === null) return
        await steps[step](from)
        failures = 0
        notBefore = null
      } catch (error) {
        if (closed) return
        noteTrouble(error)
      }
      await turns.next()
    }
  }

  const countFacts = async (): Promise<void> => {
    facts = await countFactsOf(source, { log, turns })
  }

  const stateNow = (): SourceState => {
    if (settings.paused) return 'paused'
    if (connector === null || trouble?.kind === 'sign-in') return 'needs sign-in'
    if (memory.question !== null || trouble?.kind === 'rights') return 'refused'
    const lateAfter = Math.max(leastLateMs, lateAfterPolls * vendor.pollMs)
    const isLate = memory.readAt === null ? trouble !== null : now() - memory.readAt > lateAfter
    if (isLate) return 'late'
    return memory.compared?.differs === true ? 'differs' : 'ok'
  }

  return {
    run: () => {
      if (connector === null || closed) return Promise.resolve()
      running ??= (async () => {
        if (facts === null) await countFacts()
        if (!settings.paused)
          channel ??=
            connector.listen?.(() => {
              heard = true
            }) ?? null
        await runAll(connector)
      })().finally(() => {
        running = null
      })
      return running
    },
    isFirstPast: () =>
      memory.past?.isFirst === true && !['paused', 'needs sign-in', 'refused'].includes(stateNow()),
    health: () => {
      const reading = memory.past
      const from = reading?.windows[reading.at]?.from ?? null
      return {
        id: settings.id,
        name: settings.name,
        vendor: settings.vendor,
        source,
        state: stateNow(),
        readAt: memory.readAt,
        newest: memory.newest,
        trouble:
          connector === null
            ? {
                at: now(),
                kind: 'sign-in',
                what: 'No key is kept for it.',
                click: `${vendor.newKey}, then paste it here.`,
              }
            : trouble,
        past: reading && {
          done: reading.windows.length === 0 ? 1 : reading.at / reading.windows.length,
          month: from === null ? '' : new Date(from).toISOString().slice(0, 7),
        },
        facts,
        aside: floor.numbers().engine.asideOf(source),
        calls: { today: parts.budget.today(), of: parts.budget.of },
        lackedRates: Object.entries(memory.waiting).map(([currency, ids]) => ({
          currency,
          deals: Object.keys(ids).length,
          from: Object.values(ids).toSorted()[0] ?? today(),
        })),
        compared: memory.compared,
        refused: {
          facts: refusedFacts,
          first: [...refusedFirst].map(([id, why]) => ({ id, why })),
        },
        question: memory.question,
        hasKey: connector !== null,
      }
    },
    noteCompared: (difference) =>
      keep({ compared: { ...difference, at: now(), differs: !sameWon(difference) } }),
    act: (action) => {
      if (action.do === 'allow') {
        allowed = memory.askedIn
        keep({ question: null, askedIn: null })
      } else if (action.do === 'read-again') keep(beginPast(false, zone.startOf(parseDay(action.from))))
      if (trouble?.kind === 'sign-in') trouble = null
      failures = 0
      notBefore = null
      liveAt = 0
    },
    close: async (hurry = false) => {
      closed = true
      channel?.close()
      const grace = hurry ? [new Promise((done) => setTimeout(done, graceMs).unref())] : []
      await Promise.race([running, ...grace])
    },
  }
}
