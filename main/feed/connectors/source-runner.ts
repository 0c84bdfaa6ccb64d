// Reads one source: what changes, beside it the past, and each night whether anything is missing.
import { formatDay, parseDay } from '../../../shared/domain/time/calendar-date.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Source } from '../../../shared/wire/source.ts'
import type { SourceAction, SourceDifference, SourceHealth } from '../../../shared/wire/sources.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { ConnectorStore } from '../store/connector-store.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { type Connector, sourceOf, type Vendor } from './connector.ts'
import { countFactsOf } from './count-facts.ts'
import { createCompareStep } from './reading/compare-step.ts'
import { openKeptPlace } from './reading/kept-place.ts'
import { createLiveStep } from './reading/live-step.ts'
import { readPast } from './reading/past-step.ts'
import { createRatesStep } from './reading/rates-step.ts'
import type { Reading } from './reading/reading.ts'
import { healthOf, stateOf } from './reading/source-health.ts'
import { nightly, sweep } from './reading/sweep-step.ts'
import { createTakenCount } from './reading/taken-count.ts'
import { waitingAfter } from './reading/waiting-deals.ts'
import { peopleText } from './source-people.ts'
import { troubleFrom } from './source-trouble.ts'
import { createChangeTaker } from './take-changes.ts'
import type { CallBudget } from './vendor-client.ts'
import { waitAfter } from './wait-after.ts'
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

/** Of the night, when the ids are compared. */
const sweepHour = 3
/** For what is on its way when the feed ends; what is not done by then is read again. */
const graceMs = 1500

type Step = (from: Connector) => Promise<void>

/** What its facts are made by: when that changes, the past is read again. */
const madeByOf = (settings: Source, zone: string, file: FloorFile): string => {
  const { currency, credit } = file.floor
  return JSON.stringify([
    settings.reads,
    settings.pipelines ?? null,
    settings.stages,
    settings.currency ?? currency,
    zone,
    settings.months,
    sourceOf(settings),
    settings.address ?? null,
    ...(credit === 'full' ? ['full'] : []),
    settings.recurring ?? null,
    settings.amounts ?? null,
    ...(settings.rates === 'vendor' ? ['rates'] : []),
    ...peopleText(settings, file),
  ])
}

export const createSourceRunner = (parts: SourceRunnerParts): SourceRunner => {
  const { source: settings, vendor, connector, floor, log, store, clock, turns, onError } = parts
  const source = sourceOf(settings)
  const { model } = floor.numbers()
  const zone = model.zone(settings.timeZone ?? model.file.floor.timeZone)
  const now = (): number => clock.now()
  const today = (): string => formatDay(zone.dayAt(now()))
  const isNight = (): boolean => zone.minutesAt(now()) >= sweepHour * 60
  const madeBy = madeByOf(settings, zone.id, model.file)
  const place = openKeptPlace({ settings, madeBy, store, log, now, today })
  const taker = createChangeTaker({ floor, log, turns, source, zone, now })
  const count = createTakenCount()

  let failures = 0
  /** When it is asked again after a failure; null: when it is due. Infinity: not by itself. */
  let notBefore: number | null = null
  let trouble: SourceHealth['trouble'] = null
  let closed = false
  let channel: { close(): void } | null = null
  let running: Promise<void> | null = null

  const reading: Reading = {
    ...{ settings, source, vendor, zone, floor, log, turns, place, now, today },
    allowed: { step: null },
    isClosed: () => closed,
    take: async (changes, by, changed, isNow) => {
      const taken = await taker.take(changes, by, changed, isNow).catch((error: unknown) => {
        // Some of it may be in.
        count.setFacts(null)
        throw error
      })
      if ('since' in taken) return taken
      place.note({ waiting: waitingAfter(place.memory.waiting, taken, changes) })
      count.note(taken)
      parts.refused.note({
        door: 'source',
        name: settings.name,
        count: taken.refused.length,
        first: taken.refused.map(({ id, why }) => ({ fact: id, why })),
      })
      return null
    },
    noteLacks: (lacks) => {
      if (lacks !== null) trouble = { at: now(), what: lacks.message, click: lacks.click, kind: lacks.kind }
    },
    clearTrouble: () => {
      trouble = null
    },
  }
  const live = createLiveStep(reading)
  const rates = createRatesStep(reading)
  const compare = createCompareStep(reading, isNight, parts.onDifference)
  const readPastPage: Step = (from) => readPast(reading, from)
  const compareIds: Step = (from) => sweep(reading, from, live)

  const dueStep = (): Step | null => {
    const { question, past, sweep: due, sweptOn } = place.memory
    if (settings.paused || question !== null) return null
    if (live.isDue()) return live.run
    if (rates.isDue()) return rates.run
    if (past !== null) return readPastPage
    if (due !== null) return compareIds
    if (sweptOn !== today() && isNight()) {
      place.keep({ sweep: { windows: [...nightly(reading)], from: now() } })
      return compareIds
    }
    return compare.isDue() ? compare.run : null
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
    while (!closed) {
      if (notBefore !== null && now() < notBefore) return
      try {
        const step = dueStep()
        if (step === null) return
        await step(from)
        failures = 0
        notBefore = null
      } catch (error) {
        if (closed) return
        noteTrouble(error)
      }
      await turns.next()
    }
  }

  const stateNow = () => stateOf({ reading, hasKey: connector !== null, trouble })

  return {
    run: () => {
      if (connector === null || closed) return Promise.resolve()
      running ??= (async () => {
        if (count.facts() === null) count.setFacts(await countFactsOf(source, { log, turns }))
        if (!settings.paused) channel ??= connector.listen?.(live.hear) ?? null
        await runAll(connector)
      })().finally(() => {
        running = null
      })
      return running
    },
    isFirstPast: () =>
      place.memory.past?.isFirst === true && !['paused', 'needs sign-in', 'refused'].includes(stateNow()),
    health: () => healthOf({ reading, hasKey: connector !== null, trouble, count, budget: parts.budget }),
    noteCompared: (difference) =>
      place.keep({ compared: { ...difference, at: now(), differs: !sameWon(difference) } }),
    act: (action) => {
      if (action.do === 'allow') {
        reading.allowed.step = place.memory.askedIn
        place.keep({ question: null, askedIn: null })
      } else if (action.do === 'read-again') place.keep(place.pastFrom(zone.startOf(parseDay(action.from))))
      if (trouble?.kind === 'sign-in') trouble = null
      failures = 0
      notBefore = null
      live.hurry()
    },
    close: async (hurry = false) => {
      closed = true
      channel?.close()
      const grace = hurry ? [new Promise((done) => setTimeout(done, graceMs).unref())] : []
      await Promise.race([running, ...grace])
    },
  }
}
