// The inbox of data faults: everything that is wrong with the data, from wherever it is known, as one list by urgency.
import { viewWindow } from '../../../shared/domain/boards/board-head.ts'
import type { StandingFault } from '../../../shared/domain/counting/faults/fault-book.ts'
import { currencyRefused } from '../../../shared/domain/counting/floor-model.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import {
  keyOfAhead,
  keyOfFault,
  keyOfOutlier,
  keyOfRefused,
} from '../../../shared/domain/mending/item-keys.ts'
import { gatherLacking, type Lacking } from '../../../shared/domain/mending/lacking.ts'
import { createLikelyPeople, type LikelyPeople } from '../../../shared/domain/mending/likely-people.ts'
import { findOutliers, type Outlier } from '../../../shared/domain/mending/outliers.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { createLookAlikes } from '../../../shared/domain/words/look-alike.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { BehindAnswer, FaultyFact, InboxAnswer, InboxItem } from '../../../shared/wire/mending.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { Log } from '../store/log.ts'
import type { MendingStore } from '../store/mending-store.ts'
import { inTurns, type Turns } from '../turns.ts'
import { findAhead } from './ahead.ts'
import { factsBehind } from './facts-behind.ts'
import { faultyFact } from './faulty-fact.ts'
import { saidOf } from './said.ts'
import { type Senders, sourceItems } from './source-items.ts'
import { type Touched, touchedBoards } from './touched-boards.ts'

export interface InboxDesk {
  answer(): Promise<InboxAnswer>
  /** Facts behind an item, those after a cursor that an answer gave; null where it gave none such. */
  behind(key: string, after: string | null): Promise<BehindAnswer | null>
}

export interface InboxDeskParts extends Senders {
  readonly floor: Pick<LiveFloor, 'numbers' | 'current' | 'isHistoryComing'>
  readonly log: Pick<Log, 'factsOf' | 'standingFact' | 'lastSeq'>
  readonly store: Pick<MendingStore, 'fixes'>
  readonly refused: Pick<RefusedFacts, 'lately'>
  readonly clock: Pick<Clock, 'now'>
  readonly turns: Turns
}

const mostListed = 200
/** Of a source, to see what its facts count for. */
const sampled = 200
/** Nobody mends what was refused longer ago than this, unless it comes again. */
const refusedForMs = 7 * 24 * 3600 * 1000

/** Faults by which something counts for nobody or nowhere; the most urgent first. */
const costly: readonly string[] = ['no-rate', 'unknown-person', 'unknown-stage', 'no-amount']

/** The smaller, the sooner: what keeps numbers from coming, what counts for nobody or nowhere, what may be elsewhere or right. */
const urgencyOf = (item: InboxItem): number => {
  switch (item.kind) {
    case 'source':
      return 0
    case 'refused':
      return 1
    case 'fault': {
      const nth = costly.indexOf(item.code)
      if (nth !== -1) return 2 + nth
      return item.code === 'implausible-date' ? 8 : 6
    }
    case 'ahead':
      return 7
    case 'outlier':
      return 9
  }
}

type OfOutlier = Extract<InboxItem, { kind: 'outlier' }>

/** The same of several metrics, as of won and of decided deals, is one: that which most boards show. */
const oneOfEach = (outliers: readonly OfOutlier[]): readonly OfOutlier[] => {
  const found = new Map<string, OfOutlier>()
  for (const item of outliers) {
    const { person, period, display, usual } = item
    const key = JSON.stringify([person.id, period, display, usual])
    const known = found.get(key)
    if (known === undefined || item.boards.length > known.boards.length) found.set(key, item)
  }
  return [...found.values()]
}

const byUrgency = (a: InboxItem, b: InboxItem): number =>
  urgencyOf(a) - urgencyOf(b) || b.facts - a.facts || (a.key < b.key ? -1 : 1)

/** Names are taken apart once for each floor, and only where one is unknown. */
const likelyOfFloors = new WeakMap<FloorFile, LikelyPeople>()
const likelyPeople = (file: FloorFile): LikelyPeople => {
  const known = likelyOfFloors.get(file) ?? createLikelyPeople(file.people)
  likelyOfFloors.set(file, known)
  return known
}

export const createInboxDesk = (parts: InboxDeskParts): InboxDesk => {
  const { floor, log, store, refused, clock, turns } = parts

  const standing = async (fact: StandingFault['first']): Promise<readonly StoredFact[]> => {
    const stored = fact && (await log.standingFact(fact.source, fact.id))
    return stored ? [stored] : []
  }

  const collect = async (): Promise<InboxAnswer> => {
    const numbers = floor.numbers()
    const { model, engine } = numbers
    const { file } = model
    const { version } = floor.current()
    const said = saidOf(store)
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
      ...{ since: first?.receivedAt ?? null, from: null, boards: [], people: [], stages: [], lacks: [] },
      first: null,
    })
    /** How many deals lack any of it nobody counts: as many as lack most of it, at least. */
    const ofLacking = ({ key, lead, lacks }: Lacking): InboxItem => ({
      ...ofFault(lead),
      ...{ key, facts: lacks[0]?.facts ?? lead.count, lacks: lacks.length > 1 ? [...lacks] : [] },
    })
    /** Of what is listed alone: there may be thousands of faults, and names are slow to compare. */
    const withMore = async (item: InboxItem): Promise<InboxItem> => {
      const found = item.kind === 'fault' ? standingFaults.get(item.key) : undefined
      if (item.kind !== 'fault' || found === undefined) return item
      const samples = [...(await standing(found.first)), ...(await standing(found.latest))]
      return {
        ...item,
        boards: boardsOf({ facts: samples, stages: item.code === 'unknown-stage' }),
        people: item.code === 'unknown-person' ? [...likelyPeople(file).of(item.value)] : [],
        stages: item.code === 'unknown-stage' ? stagesFor(item.value) : [],
        first: shown(samples[0]),
      }
    }

    const sampleOf = async (source: string): Promise<readonly StoredFact[]> => {
      for await (const page of log.factsOf(source)) return page.slice(0, sampled)
      return []
    }
    const ofOutlier = ({ plan, member, window, value, usual, periods }: Outlier): readonly OfOutlier[] => {
      const { metric } = plan
      const { start, label } = viewWindow(numbers, window, clock.now())
      const key = keyOfOutlier(metric.id, member.id, start ?? '')
      if (said.right.has(key)) return []
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
    const { lacking, others } = gatherLacking(faults, said.right)
    const standingFaults = new Map([
      ...others.map((each) => [keyOfFault(each.fault), each] as const),
      ...lacking.map(({ key, lead }) => [key, lead] as const),
    ])
    const now = clock.now()
    const outliers = floor.isHistoryComing() ? [] : await inTurns(findOutliers(numbers, now), turns)
    const ahead = await findAhead(parts, said)
    const items: InboxItem[] = [
      ...lacking.map(ofLacking),
      ...others
        .filter(
          ({ fault: { code, value, field } }) =>
            code !== 'implausible-date' || value !== 'future' || field === 'expectedCloseOn',
        )
        .map(ofFault),
      ...(await sourceItems(parts, async (source) => boardsOf({ facts: await sampleOf(source) }))),
      ...refused.lately().flatMap(({ door, name, count, first, since, until }): InboxItem[] => {
        const key = keyOfRefused(door, name)
        if (until < now - refusedForMs || (said.seen.get(key) ?? Number.NEGATIVE_INFINITY) >= until) return []
        const lacksRate = first.flatMap(({ why }) => currencyRefused(why) ?? [])[0] ?? null
        return [
          {
            ...{ kind: 'refused', key, door, name, facts: count, since, boards: [] },
            ...{ first: [...first], lacksRate },
          },
        ]
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
      ...oneOfEach(outliers.flatMap(ofOutlier)),
    ]
    const sorted = items.sort(byUrgency)
    const listed: InboxItem[] = []
    for (const item of sorted.slice(0, mostListed)) {
      listed.push(await withMore(item))
      if (turns.due()) await turns.next()
    }
    return { version, items: listed, unlisted: sorted.length - listed.length, open: sorted.length }
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
    behind: (key, after) => factsBehind(parts, key, after),
  }
}
