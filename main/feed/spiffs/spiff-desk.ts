// The desk of the spiffs: what is due by the facts that stand, and what managers decided of it. A decision is a record of the
// log: once, by whoever was first, and whatever is corrected afterwards moves no amount of it.
import type { Engine } from '../../../shared/domain/counting/engine.ts'
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { spiffFaults } from '../../../shared/domain/floor-file/spiff-faults.ts'
import { stayAt } from '../../../shared/domain/people/roster.ts'
import { duesOf, rulesOfSpiff, type SpiffDue, sumsOf } from '../../../shared/domain/spiffs/dues.ts'
import { daysOfSpiff, earnedIn } from '../../../shared/domain/spiffs/earned.ts'
import { spiffWarnings } from '../../../shared/domain/spiffs/guards.ts'
import type { Help } from '../../../shared/domain/spiffs/helps.ts'
import { createSpiffTrial } from '../../../shared/domain/spiffs/trial.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import { weekdayIndex } from '../../../shared/domain/time/week.ts'
import { exponentOf } from '../../../shared/domain/words/currency-exponent.ts'
import type {
  Spiff,
  SpiffAnswer,
  SpiffDecided,
  SpiffDecisions,
  SpiffLine,
  SpiffPhase,
  SpiffShown,
  SpiffsAnswer,
  SpiffTryAnswer,
} from '../../../shared/wire/spiffs.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { type ReportTable, tableOf } from '../reports/report-table.ts'
import type { By, Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { createHelpBook } from './help-book.ts'
import { decisionRecord, type KeptDecision, openSpiffRecords } from './spiff-records.ts'

/** Who asks. */
export interface SpiffAsker {
  /** The cause that is kept: `account:…`. */
  readonly by: By
  /** The person of the floor that they are. */
  readonly person: string | null
  /** Whether they look after somebody of a team; null: of somebody without one. */
  readonly coaches: (team: string | null) => boolean
  /** Whether they make spiffs, and so see drafts. */
  readonly makes: boolean
  /** Whether they read what is paid to everybody: who leads. */
  readonly readsAll: boolean
}

/** The message is a sentence. */
export class SpiffRefused extends Error {
  override readonly name = 'SpiffRefused'
  readonly code: 'bad-body' | 'forbidden' | 'not-found'

  constructor(code: SpiffRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Each rejects with `SpiffRefused`, and with `LogUnavailable` where the disk takes nothing. */
export interface SpiffDesk {
  list(asker: SpiffAsker): Promise<SpiffsAnswer>
  one(asker: SpiffAsker, id: string): Promise<SpiffAnswer>
  decide(asker: SpiffAsker, id: string, decisions: SpiffDecisions): Promise<SpiffDecided>
  /** What it would have paid in the last four weeks; nothing is kept. A sentence where the floor cannot hold it. */
  tryOut(spiff: Spiff): Promise<SpiffTryAnswer | { readonly refused: string }>
  /** What was approved, the latest first, of the people whom whoever asks looks after. */
  payouts(asker: SpiffAsker): Promise<ReportTable>
}

interface SpiffDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers'>
  readonly log: Pick<Log, 'factsOf' | 'onCommit' | 'recordsOf' | 'appendRecords'>
  readonly clock: Clock
  readonly turns: Turns
  readonly nameOfBy: (by: string) => Promise<{ readonly name: string }>
}

type Due = SpiffDue<KeptDecision>

const mostOwn = 100
const mostLines = 500

const order: Readonly<Record<SpiffPhase, number>> = {
  running: 0,
  paused: 1,
  coming: 2,
  draft: 3,
  over: 4,
  ended: 5,
}

const payoutColumns = [
  ...(['spiff', 'on', 'who', 'for', 'with', 'what', 'customer', 'amount', 'currency'] as const),
  ...(['approved on', 'approved by', 'paid by', 'changed since'] as const),
] as const

const forWords: Readonly<Record<KeptDecision['for'], string>> = {
  help: 'help',
  'shared-win': 'shared win',
  handover: 'handover',
  metric: 'metric',
}

const latestFirst = (one: Due, other: Due): number =>
  (other.decision?.decidedAt ?? 0) - (one.decision?.decidedAt ?? 0) || other.earned.at - one.earned.at

const texts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const byPhase = (one: SpiffShown, other: SpiffShown): number =>
  order[one.phase] - order[other.phase] ||
  texts(other.spiff.from, one.spiff.from) ||
  texts(one.spiff.id, other.spiff.id)

const latestDayFirst = (one: SpiffLine, other: SpiffLine): number =>
  texts(other.on, one.on) || texts(one.spiff, other.spiff) || texts(one.key, other.key)

export const openSpiffDesk = async ({
  floor,
  log,
  clock,
  turns,
  nameOfBy,
}: SpiffDeskParts): Promise<SpiffDesk> => {
  const records = await openSpiffRecords(log)
  log.onCommit(records.take)
  const book = createHelpBook({ log, turns })
  /** One after the other: two that decide at once see each other’s decision. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  const phaseOf = ({ state, from, until }: Spiff): SpiffPhase => {
    if (state !== 'running') return state
    const days = daysOfSpiff({ from, until })
    const today = floor.numbers().model.roster.floorZone.dayAt(clock.now())
    if (today < days.from) return 'coming'
    return today < days.to ? 'running' : 'over'
  }

  const made = new WeakMap<Spiff, { readonly when: readonly unknown[]; readonly dues: readonly Due[] }>()
  const duesNow = (
    spiff: Spiff,
    model: FloorModel,
    engine: Engine,
    helps: readonly Help[],
  ): readonly Due[] => {
    if (spiff.state === 'draft') return []
    const when = [model, engine, helps, engine.contestSteps.version(), records.version()]
    const known = made.get(spiff)
    if (known?.when.every((each, at) => each === when[at])) return known.dues
    const { currency, weekStartsOn } = model.file.floor
    const rules = rulesOfSpiff(spiff, 10 ** exponentOf(currency), weekdayIndex[weekStartsOn])
    const dues = duesOf(rules, earnedIn(spiff, model, helps, engine.contestSteps), records.of(spiff.id))
    made.set(spiff, { when, dues })
    return dues
  }

  /** The floor, and what is due of each of its spiffs. */
  const stand = async () => {
    const { model, engine } = floor.numbers()
    const asks = model.file.spiffs.some(({ state, metric }) => state !== 'draft' && metric === undefined)
    const sources = engine.sources.entries().map(([source]) => source)
    const helps = asks ? await book.helps(model, sources) : []
    // What was edited while it was read is looked at by the next one who asks.
    return {
      model,
      duesOfSpiff: (spiff: Spiff): readonly Due[] => duesNow(spiff, model, engine, helps),
    }
  }

  const looksAfter = ({ coaches }: SpiffAsker, person: string, { roster }: FloorModel): boolean => {
    const member = roster.people.find(({ id }) => id === person)
    if (member === undefined) return coaches(null)
    const { team } = stayAt(member, clock.now())
    return coaches(team === null ? null : roster.idOf(team))
  }
  /** Nobody decides on what is paid to themselves. */
  const mayDecide = (asker: SpiffAsker, person: string, model: FloorModel): boolean =>
    person !== asker.person && looksAfter(asker, person, model)
  const maySee = (asker: SpiffAsker, person: string, model: FloorModel): boolean =>
    person === asker.person || asker.readsAll || looksAfter(asker, person, model)

  const wordsOfWho = ({ team, role, people }: Spiff, { file }: FloorModel): string | null => {
    const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
      list.find((each) => each.id === id)?.name ?? id
    const parts = [
      ...(team === undefined ? [] : [nameIn(file.teams, team)]),
      ...(role === undefined ? [] : [nameIn(file.roles, role)]),
      ...(people ?? []).slice(0, 5).map((id) => nameIn(file.people, id)),
    ]
    return parts.length === 0 ? null : parts.join(', ')
  }

  const showsSums = (asker: SpiffAsker): boolean => asker.makes || asker.readsAll
  const shown = (asker: SpiffAsker, spiff: Spiff, dues: readonly Due[], model: FloorModel): SpiffShown => {
    const { currency } = model.file.floor
    const yours = dues.filter(
      ({ decision, amountMinor, earned }) =>
        decision === null && amountMinor > 0 && mayDecide(asker, earned.person, model),
    ).length
    return {
      spiff,
      phase: phaseOf(spiff),
      who: wordsOfWho(spiff, model),
      metricName: spiff.metric === undefined ? null : (model.metric(spiff.metric)?.metric.name ?? null),
      sums: showsSums(asker)
        ? { budgetMinor: Math.round(spiff.budget * 10 ** exponentOf(currency)), ...sumsOf(dues), yours }
        : null,
    }
  }

  /** Asked once for everybody who decided something. */
  const createLines = (asker: SpiffAsker, model: FloorModel) => {
    const names = new Map<string, string>()
    const nameOf = (id: string): string | null =>
      model.roster.people.find((each) => each.id === id)?.name ?? null
    return async (spiff: Pick<Spiff, 'id' | 'name'>, dues: readonly Due[]): Promise<SpiffLine[]> => {
      for (const { decision } of dues)
        if (decision && !names.has(decision.by)) names.set(decision.by, (await nameOfBy(decision.by)).name)
      return dues.map(({ earned, fullMinor, amountMinor, cut, decision, changed }): SpiffLine => {
        const { key, person, other, how, what, account, nth, day } = earned
        return {
          ...{ key, spiff: spiff.id, spiffName: decision?.spiffName ?? spiff.name, for: earned.for },
          person: { id: person, name: nameOf(person) ?? decision?.personName ?? person },
          other: other === null ? null : { id: other, name: nameOf(other) ?? decision?.otherName ?? other },
          ...{ how, what, account, nth, on: formatDay(day), fullMinor, amountMinor, cut, changed },
          state: decision === null ? 'due' : decision.approved ? 'approved' : 'refused',
          decided: decision && {
            by: names.get(decision.by) ?? '',
            at: decision.decidedAt,
            reason: decision.reason,
          },
          mayDecide: decision === null && amountMinor > 0 && mayDecide(asker, person, model),
        }
      })
    }
  }

  /** As it was decided, of a spiff that the floor does not have any more. */
  const ofGone = (decision: KeptDecision): Due => ({
    ...{ earned: decision, fullMinor: decision.amountMinor, amountMinor: decision.amountMinor },
    ...{ cut: null, decision, changed: null },
  })
  const visible = (asker: SpiffAsker, { file }: FloorModel): readonly Spiff[] =>
    file.spiffs.filter(({ state }) => asker.makes || state !== 'draft')

  const list: SpiffDesk['list'] = async (asker) => {
    const { model, duesOfSpiff } = await stand()
    const { spiffs: all, floor: settings } = model.file
    const toLines = createLines(asker, model)
    const isOwn = ({ earned: { person } }: Due): boolean => person === asker.person
    const here = new Set(all.map(({ id }) => id))
    const own = [
      ...all.map((spiff) => ({ spiff, dues: duesOfSpiff(spiff).filter(isOwn) })),
      ...records
        .all()
        .filter(({ spiff, person }) => !here.has(spiff) && person === asker.person)
        .map((decision) => ({
          spiff: { id: decision.spiff, name: decision.spiffName },
          dues: [ofGone(decision)],
        })),
    ]
    const lines = (await Promise.all(own.map(({ spiff, dues }) => toLines(spiff, dues)))).flat()
    const { approvedMinor, dueMinor } = sumsOf(own.flatMap(({ dues }) => dues))
    return {
      spiffs: visible(asker, model)
        .map((spiff) => shown(asker, spiff, duesOfSpiff(spiff), model))
        .sort(byPhase),
      own: lines.sort(latestDayFirst).slice(0, mostOwn),
      ownSums: { approvedMinor, dueMinor },
      isPerson: model.roster.people.some(({ id }) => id === asker.person),
      currency: settings.currency,
    }
  }

  const one: SpiffDesk['one'] = async (asker, id) => {
    const { model, duesOfSpiff } = await stand()
    const spiff = visible(asker, model).find((each) => each.id === id) ?? null
    const kept = records.of(id)
    const name = spiff?.name ?? kept.at(-1)?.spiffName
    // A draft, too, that has the id of one that was.
    if (name === undefined || (spiff === null && model.file.spiffs.some((each) => each.id === id)))
      throw new SpiffRefused('not-found', 'There is no such spiff.')
    const dues = spiff === null ? kept.map(ofGone) : duesOfSpiff(spiff)
    const seen = dues.filter(({ earned: { person } }) => maySee(asker, person, model))
    const due = seen.filter(({ decision }) => decision === null)
    const decided = seen.filter(({ decision }) => decision !== null).sort(latestFirst)
    const toLines = createLines(asker, model)
    return {
      shown: spiff && shown(asker, spiff, dues, model),
      name,
      due: await toLines({ id, name }, due.slice(0, mostLines)),
      decided: await toLines({ id, name }, decided.slice(0, mostLines)),
      moreDue: Math.max(0, due.length - mostLines),
      moreDecided: Math.max(0, decided.length - mostLines),
      currency: model.file.floor.currency,
    }
  }

  const decide = async (
    asker: SpiffAsker,
    id: string,
    { approve, lines, reason }: SpiffDecisions,
  ): Promise<SpiffDecided> => {
    const { model, duesOfSpiff } = await stand()
    const spiff = model.file.spiffs.find((each) => each.id === id)
    if (spiff === undefined || spiff.state === 'draft')
      throw new SpiffRefused('not-found', 'There is no such spiff, or it does not run yet.')
    const byKey = new Map(duesOfSpiff(spiff).map((due) => [due.earned.key, due]))
    const nameOf = (person: string | null): string | null =>
      model.roster.people.find((each) => each.id === person)?.name ?? null
    const wanted = new Map(lines.map((line) => [line.key, line.amountMinor]))
    let changed = 0
    let already = 0
    const writes = [...wanted].flatMap(([key, amountMinor]) => {
      const due = byKey.get(key)
      if (due === undefined) {
        changed += 1
        return []
      }
      const { earned } = due
      if (earned.person === asker.person)
        throw new SpiffRefused('forbidden', 'Somebody else decides on what is paid to you.')
      if (!mayDecide(asker, earned.person, model))
        throw new SpiffRefused('forbidden', 'Only who looks after them decides on what is paid to somebody.')
      if (due.decision !== null) already += 1
      // What is approved is what was seen; nothing is approved of what is cut to nothing.
      else if (approve && (due.amountMinor !== amountMinor || amountMinor === 0)) changed += 1
      else
        return [
          decisionRecord(
            {
              ...{ spiff: id, spiffName: spiff.name, paidBy: spiff.paidBy ?? null, reason: reason ?? null },
              currency: model.file.floor.currency,
              personName: nameOf(earned.person) ?? earned.person,
              otherName: nameOf(earned.other),
              ...{ approved: approve, amountMinor: approve ? amountMinor : 0 },
              ...{ key, person: earned.person, other: earned.other, for: earned.for, how: earned.how },
              ...{ what: earned.what, account: earned.account, nth: earned.nth },
              ...{ at: earned.at, day: earned.day },
            },
            clock.now(),
            asker.by,
          ),
        ]
      return []
    })
    const outcomes = writes.length === 0 ? [] : await log.appendRecords(writes)
    const done = outcomes.filter((outcome) => outcome.changed).length
    return {
      ...{ done, changed, already: already + outcomes.length - done },
      answer: await one(asker, id),
    }
  }

  return {
    list,
    one,
    decide: (asker, id, decisions) => inTurn(() => decide(asker, id, decisions)),
    tryOut: async (spiff) => {
      const { model, engine } = floor.numbers()
      const file = { ...model.file, spiffs: [spiff] }
      const [fault] = spiffFaults(file)
      if (fault !== undefined) return { refused: `${fault.path.slice(2).join('.')} ${fault.message}` }
      const trial = createSpiffTrial(spiff, file, clock.now())
      for (const [source] of engine.sources.entries())
        for await (const page of log.factsOf(source))
          for (const stored of page) {
            trial.take(stored)
            if (turns.due()) await turns.next()
          }
      const past = trial.dues()
      const people = new Map<string, { payments: number; amountMinor: number; cutMinor: number }>()
      for (const { earned, amountMinor, fullMinor } of past) {
        const sums = people.get(earned.person) ?? { payments: 0, amountMinor: 0, cutMinor: 0 }
        people.set(earned.person, {
          payments: sums.payments + (amountMinor > 0 ? 1 : 0),
          amountMinor: sums.amountMinor + amountMinor,
          cutMinor: sums.cutMinor + fullMinor - amountMinor,
        })
      }
      const nameOf = (id: string): string => model.roster.people.find((each) => each.id === id)?.name ?? id
      return {
        people: [...people]
          .map(([id, sums]) => ({ person: { id, name: nameOf(id) }, ...sums }))
          .sort((a, b) => b.amountMinor - a.amountMinor || (a.person.name < b.person.name ? -1 : 1)),
        totalMinor: past.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        warnings: [...spiffWarnings({ spiff, model, past })],
        currency: model.file.floor.currency,
      }
    },
    payouts: async (asker) => {
      const { model, duesOfSpiff } = await stand()
      const changed = new Map(
        model.file.spiffs.flatMap((spiff) =>
          duesOfSpiff(spiff).flatMap(({ decision, changed: how }) =>
            decision === null || how === null ? [] : [[decision, how] as const],
          ),
        ),
      )
      const paid = records.all().filter(({ approved, person }) => approved && maySee(asker, person, model))
      const names = new Map<string, string>()
      for (const { by } of paid) if (!names.has(by)) names.set(by, (await nameOfBy(by)).name)
      return tableOf(
        payoutColumns,
        paid.map((decision) => ({
          spiff: decision.spiffName,
          on: formatDay(decision.day),
          who: decision.personName,
          for: forWords[decision.for],
          with: decision.otherName,
          what: decision.what,
          customer: decision.account,
          amount: decision.amountMinor / 10 ** exponentOf(decision.currency),
          currency: decision.currency,
          'approved on': formatDay(model.roster.floorZone.dayAt(decision.decidedAt)),
          'approved by': names.get(decision.by) ?? null,
          'paid by': decision.paidBy,
          'changed since': changed.get(decision) ?? null,
        })),
      )
    },
  }
}
