// The inbox of data faults: everything that is wrong with the data, from wherever it is known, as one list by urgency.
import { viewWindow } from '../../../shared/domain/boards/board-head.ts'
import type { StandingFault } from '../../../shared/domain/counting/faults/fault-book.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import {
  keyOfAhead,
  keyOfFault,
  keyOfOutlier,
  keyOfRefused,
  keyOfRightDate,
  keyOfSource,
} from '../../../shared/domain/mending/item-keys.ts'
import { createLikelyPeople, type LikelyPeople } from '../../../shared/domain/mending/likely-people.ts'
import { findOutliers, type Outlier } from '../../../shared/domain/mending/outliers.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { createLookAlikes } from '../../../shared/domain/words/look-alike.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { InboundAnswer } from '../../../shared/wire/inbound.ts'
import type { BehindAnswer, FaultyFact, InboxAnswer, InboxItem } from '../../../shared/wire/mending.ts'
import type { SourceHealth } from '../../../shared/wire/sources.ts'
import type { TableHealth } from '../../../shared/wire/tables.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { Log } from '../store/log.ts'
import type { MendingStore } from '../store/mending-store.ts'
import { inTurns, type Turns } from '../turns.ts'
import { countsAhead, datedAhead, lastDate } from './ahead.ts'
import { faultyFact } from './faulty-fact.ts'
import { type Touched, touchedBoards } from './touched-boards.ts'

export interface InboxDesk {
  answer(): Promise<InboxAnswer>
  /** Facts behind an item, those after a cursor that an answer gave; null where it gave none such. */
  behind(key: string, after: string | null): Promise<BehindAnswer | null>
}

export interface InboxDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'current' | 'isHistoryComing'>
  readonly log: Pick<Log, 'factsOf' | 'standingFact' | 'lastSeq'>
  readonly store: Pick<MendingStore, 'fixes'>
  readonly refused: Pick<RefusedFacts, 'lately'>
  readonly sources: () => readonly SourceHealth[]
  readonly tables: () => readonly TableHealth[]
  readonly inbound: () => InboundAnswer
  readonly clock: Pick<Clock, 'now'>
  readonly turns: Turns
}

const mostListed = 200
const pageFacts = 50
/** Of a source, to see what its facts count for. */
const sampled = 200
/** Nobody mends what was refused longer ago than this, unless it comes again. */
const refusedForMs = 7 * 24 * 3600 * 1000

/** The smaller, the sooner: what keeps numbers from coming, what counts for nobody or nowhere, what may be elsewhere or right. */
const urgencyOf = (item: InboxItem): number => {
  switch (item.kind) {
    case 'source':
      return 0
    case 'refused':
      return 1
    case 'fault':
      return ['no-rate', 'unknown-person', 'unknown-stage', 'no-amount'].includes(item.code)
        ? 2 + ['no-rate', 'unknown-person', 'unknown-stage', 'no-amount'].indexOf(item.code)
        : item.code === 'implausible-date'
          ? 8
          : 6
    case 'ahead':
      return 7
    case 'outlier':
      return 9
  }
}

const byUrgency = (a: InboxItem, b: InboxItem): number =>
  urgencyOf(a) - urgencyOf(b) || b.facts - a.facts || (a.key < b.key ? -1 : 1)

interface Ahead {
  readonly source: string
  readonly field: Extract<InboxItem, { kind: 'ahead' }>['field']
  facts: number
  since: number
  readonly samples: StoredFact[]
}

/** Names are taken apart once for each floor, and only where one is unknown. */
const likelyOfFloors = new WeakMap<FloorFile, LikelyPeople>()
const likelyPeople = (file: FloorFile): LikelyPeople => {
  const known = likelyOfFloors.get(file) ?? createLikelyPeople(file.people)
  likelyOfFloors.set(file, known)
  return known
}

export const createInboxDesk = (parts: InboxDeskParts): InboxDesk => {
  const { floor, log, store, refused, clock, turns } = parts

  /** What somebody said is right, and what was seen, when last. */
  const saidOf = () => {
    const right = new Set<string>()
    const seen = new Map<string, number>()
    for (const { fix, at, undone } of store.fixes()) {
      if (undone !== null) continue
      if (fix.do === 'right') right.add(fix.key)
      if (fix.do === 'seen') seen.set(fix.key, Math.max(at, seen.get(fix.key) ?? at))
    }
    return { right, seen }
  }

  const everyFact = async function* (): AsyncGenerator<StoredFact> {
    for (const [source] of floor.numbers().engine.sources.entries())
      for (const page of log.factsOf(source))
        for (const stored of page) {
          yield stored
          if (turns.due()) await turns.next()
        }
  }

  const isRight = (right: ReadonlySet<string>, { fact }: StoredFact, field: string, date: string): boolean =>
    right.has(keyOfRightDate(fact.source, fact.id, field, date))

  const findAhead = async (numbers: Numbers, right: ReadonlySet<string>): Promise<readonly Ahead[]> => {
    const now = clock.now()
    if (!countsAhead(numbers, now)) return []
    const today = lastDate(numbers, now)
    const found = new Map<string, Ahead>()
    for await (const stored of everyFact())
      for (const { field, date } of datedAhead(numbers.model, stored, today)) {
        if (isRight(right, stored, field, date)) continue
        const { source } = stored.fact
        const key = keyOfAhead(source, field)
        const known = found.get(key) ?? { source, field, facts: 0, since: stored.receivedAt, samples: [] }
        known.facts += 1
        known.since = Math.min(known.since, stored.receivedAt)
        if (known.samples.length < 4) known.samples.push(stored)
        found.set(key, known)
      }
    return [...found.values()]
  }

  const standing = (fact: StandingFault['first']): readonly StoredFact[] => {
    const stored = fact && log.standingFact(fact.source, fact.id)
    return stored ? [stored] : []
  }

  const collect = async (): Promise<InboxAnswer> => {
    const numbers = floor.numbers()
    const { model, engine } = numbers
    const { file } = model
    const { version } = floor.current()
    const { right, seen } = saidOf()
    const stageLooks = createLookAlikes(file.floor.stages, 'forgiving')
    const boardsOf = (touched: Touched) => touchedBoards(model, touched)
    const shown = (stored: StoredFact | undefined): FaultyFact | null =>
      stored === undefined ? null : faultyFact(stored, file.floor)

    const stagesFor = (value: string): string[] => {
      const meant = stageLooks.meant(value)
      return meant === null
        ? [...file.floor.stages]
        : [meant, ...file.floor.stages.filter((stage) => stage !== meant)]
    }

    const ofFault = ({ fault, count, first }: StandingFault): InboxItem => ({
      ...{ kind: 'fault', key: keyOfFault(fault), ...fault, facts: count },
      ...{ since: first?.receivedAt ?? null, from: null, boards: [], people: [], stages: [], first: null },
    })
    /** Of what is listed alone: there may be thousands of faults, and names are slow to compare. */
    const withMore = (item: InboxItem): InboxItem => {
      const found = item.kind === 'fault' ? standingFaults.get(item.key) : undefined
      if (item.kind !== 'fault' || found === undefined) return item
      const samples = [...standing(found.first), ...standing(found.latest)]
      return {
        ...item,
        boards: boardsOf({ facts: samples, stages: item.code === 'unknown-stage' }),
        people: item.code === 'unknown-person' ? [...likelyPeople(file).of(item.value)] : [],
        stages: item.code === 'unknown-stage' ? stagesFor(item.value) : [],
        first: shown(samples[0]),
      }
    }

    /** Deals that a source could not hand over for want of a rate. */
    const lackedRates = (health: readonly SourceHealth[]): readonly InboxItem[] => {
      const byCurrency = new Map<string, { deals: number; from: string }>()
      for (const { lackedRates: lacked } of health)
        for (const { currency, deals, from } of lacked) {
          const known = byCurrency.get(currency)
          byCurrency.set(currency, {
            deals: deals + (known?.deals ?? 0),
            from: known !== undefined && known.from < from ? known.from : from,
          })
        }
      return [...byCurrency].map(([currency, { deals, from }]) => ({
        ...{ kind: 'fault', code: 'no-rate', field: 'amount', value: currency, facts: deals, from },
        ...{ key: keyOfFault({ code: 'no-rate', field: 'source', value: currency }), since: null },
        ...{ boards: [], people: [], stages: [], first: null },
      }))
    }

    const sampleOf = (source: string): readonly StoredFact[] => {
      for (const page of log.factsOf(source)) return page.slice(0, sampled)
      return []
    }
    const ofReader = (
      id: string,
      {
        name,
        source,
        state,
        trouble,
        readAt,
      }: Pick<SourceHealth, 'name' | 'source' | 'state' | 'trouble' | 'readAt'>,
    ): readonly InboxItem[] =>
      state === 'ok' || state === 'paused'
        ? []
        : [
            {
              kind: 'source',
              key: keyOfSource('sources', id),
              ...{ name, state, page: 'sources', what: trouble?.what ?? null },
              facts: 0,
              since: trouble?.at ?? readAt,
              boards: boardsOf({ facts: sampleOf(source) }),
            },
          ]

    const ofOutlier = ({ plan, member, window, value, usual, periods }: Outlier): readonly InboxItem[] => {
      const { metric } = plan
      const { start, label } = viewWindow(numbers, window, clock.now())
      const key = keyOfOutlier(metric.id, member.id, start ?? '')
      if (right.has(key)) return []
      const format = createFormat(file.floor)
      return [
        {
          kind: 'outlier',
          key,
          facts: Math.round(
            engine.factCount(
              plan.index,
              numbers.cellsOf(member.subject, numbers.daysOf(window, clock.now()), {
                team: null,
                role: null,
              }),
            ),
          ),
          since: null,
          boards: boardsOf({ facts: [], metrics: [metric.id] }),
          person: { id: member.id, name: member.name },
          metric: { id: metric.id, name: metric.name },
          window: window.offset === 0 ? window.grain : `last ${window.grain}`,
          period: label,
          display: format.full(value, metric.unit),
          usual: format.full(usual, metric.unit),
          times: value / usual,
          periods,
        },
      ]
    }

    const faults = engine.faults()
    const standingFaults = new Map(faults.map((each) => [keyOfFault(each.fault), each]))
    const now = clock.now()
    const health = parts.sources()
    const outliers = floor.isHistoryComing() ? [] : await inTurns(findOutliers(numbers, now), turns)
    const ahead = await findAhead(numbers, right)
    const items: InboxItem[] = [
      ...faults
        .filter(
          ({ fault: { code, value, field } }) =>
            code !== 'implausible-date' || value !== 'future' || field === 'expectedCloseOn',
        )
        .map(ofFault),
      ...lackedRates(health),
      ...health.flatMap((source) => ofReader(source.id, source)),
      ...parts.tables().flatMap((table) => ofReader(table.id, { ...table, source: table.source })),
      ...parts.inbound().sources.flatMap(({ id, name, fault }): InboxItem[] =>
        fault === null
          ? []
          : [
              {
                ...{
                  kind: 'source',
                  key: keyOfSource('inbound', id),
                  name,
                  page: 'inbound',
                  state: 'unread',
                },
                ...{ what: fault, facts: 0, since: null, boards: boardsOf({ facts: sampleOf(id) }) },
              },
            ],
      ),
      ...refused.lately().flatMap(({ door, name, count, first, since, until }): InboxItem[] => {
        const key = keyOfRefused(door, name)
        if (until < now - refusedForMs || (seen.get(key) ?? Number.NEGATIVE_INFINITY) >= until) return []
        return [{ kind: 'refused', key, door, name, facts: count, since, boards: [], first: [...first] }]
      }),
      ...ahead.map(
        ({ source, field, facts, since, samples }): InboxItem => ({
          kind: 'ahead',
          key: keyOfAhead(source, field),
          ...{ source, field, facts, since },
          boards: boardsOf({ facts: samples }),
          first: shown(samples[0]),
        }),
      ),
      ...outliers.flatMap(ofOutlier),
    ]
    const sorted = items.sort(byUrgency)
    const listed: InboxItem[] = []
    for (const item of sorted.slice(0, mostListed)) {
      listed.push(withMore(item))
      if (turns.due()) await turns.next()
    }
    return { version, items: listed, unlisted: sorted.length - listed.length, open: sorted.length }
  }

  /** Whether a fact is behind an item; null for a key that has no facts, or is none. */
  const matcherOf = (key: string): ((stored: StoredFact) => boolean) | null => {
    const numbers = floor.numbers()
    const { engine, model } = numbers
    const kind = /^\["(fault|ahead)",/.exec(key)?.[1]
    if (kind === 'fault') {
      // A second spelling is no fault of its facts, but of all of them together.
      const spellings = engine
        .faults()
        .filter(({ fault }) => fault.code === 'second-spelling' && keyOfFault(fault) === key)
        .map(({ fault }) => fault.value)
      return ({ fact, receivedAt }) =>
        spellings.includes(fact.source) ||
        engine.faultsOf(fact, receivedAt).some((fault) => keyOfFault(fault) === key)
    }
    if (kind === 'ahead') {
      const today = lastDate(numbers, clock.now())
      const { right } = saidOf()
      return (stored) =>
        datedAhead(model, stored, today).some(
          ({ field, date }) =>
            keyOfAhead(stored.fact.source, field) === key && !isRight(right, stored, field, date),
        )
    }
    return null
  }

  let known: { readonly mark: string; readonly answer: Promise<InboxAnswer> } | null = null
  const markNow = (): string =>
    [
      floor.current().version,
      log.lastSeq,
      Math.floor(clock.now() / 60_000),
      ...store.fixes().map(({ undone }) => (undone === null ? '' : 'u')),
      ...refused.lately().map(({ until, count }) => `${until}.${count}`),
    ].join(' ')

  return {
    answer: () => {
      // Whoever asks while nothing has happened gets what was worked out.
      const mark = markNow()
      if (known?.mark === mark) return known.answer
      const answer = collect()
      known = { mark, answer }
      answer.catch(() => {
        known = null
      })
      return answer
    },
    behind: async (key, after) => {
      const matches = matcherOf(key)
      if (matches === null) return null
      const { file } = floor.numbers().model
      const facts: FaultyFact[] = []
      const cursorOf = ({ fact }: StoredFact): string => JSON.stringify([fact.source, fact.id])
      let last = ''
      let isPast = after === null
      for await (const stored of everyFact()) {
        const cursor = cursorOf(stored)
        const wasPast = isPast
        if (cursor === after) isPast = true
        if (!wasPast || !matches(stored)) continue
        if (facts.length === pageFacts) return { facts, next: last }
        facts.push(faultyFact(stored, file.floor))
        last = cursor
      }
      return { facts, next: null }
    },
  }
}
