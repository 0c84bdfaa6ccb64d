// What the world knows of celebrations: what every feed told its screens, held against the log and the facts that stand.
// What should have been found is worked out from the log alone, without anything of the product's judge.
import { Decided, topics } from '../../main/feed/celebrations/record-bodies.ts'
import type { DeskMessage } from '../../main/feed/celebrations/takeovers.ts'
import type { FactEntry, LogEntry } from '../../main/feed/store/log.ts'
import type { StoredFact } from '../../shared/domain/facts/stored-fact.ts'
import { everybody } from '../../shared/domain/standing/numbers.ts'
import type { CelebrationRule } from '../../shared/wire/celebrations/rule.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { FloorFile } from '../../shared/wire/floor.ts'
import { personIds } from './floors.ts'
import type { Ledger } from './ledger.ts'
import { recomputeFromEntries } from './recomputation.ts'
import { must } from './violation.ts'

const hour = 3_600_000
const day = 24 * hour

/** What one feed, from its start to its end, told its screens. */
export interface TellingFeed {
  /** `folded`: the last entry that the feed has counted; `file`: its floor. */
  hear(message: DeskMessage, now: number, folded: number, file: FloorFile): void
}

export interface CelebrationBook {
  newFeed(): TellingFeed
  /** A screen is told of one. */
  arrive(screen: string, id: string): void
  /** The feed's clock was set: what is not decided by now may be of the past. */
  noteClockMove(): void
  /** The disk may have lost what it had said was safe: the record of a celebration, and not its fact. */
  noteLoss(): void
  /** An edit could not be counted, since the log could not be read: the floor before it went on to stand. */
  noteOverdue(version: number): void
  /** Everything in the log that is new since the last look; `read` reads a floor. */
  check(read: (text: string) => FloorFile | null): void
}

const keyOf = ({ source, id }: { readonly source: string; readonly id: string }): string => `${source}:${id}`
const factOf = ({ before, after }: FactEntry): Fact | undefined => (after ?? before)?.fact

/** Whose a fact is, by what the simulator's sources write; null for somebody whom no floor knows. */
const closerOf = ({ credits }: Fact): string | null => {
  const name = (credits.find(({ role }) => (role ?? 'owner') === 'owner') ?? credits[0])?.rep.toLowerCase()
  return personIds.find((id) => name === id || name === `${id}@floor.test`) ?? null
}

/** In whole units, of deals in the floor's own currency. */
const dollarsOf = (fact: Fact): number | null =>
  fact.type === 'deal' && fact.amount?.currency === 'USD' ? fact.amount.minor / 100 : null

const isWonOver = (stored: StoredFact | null, bar: number): boolean =>
  stored?.fact.type === 'deal' && stored.fact.status === 'won' && (dollarsOf(stored.fact) ?? -1) >= bar

/** The bar of the rule for big deals; null on a floor without one. */
const barOf = ({ celebrations }: FloorFile): number | null => {
  const rule = celebrations.find(({ id, off }) => id === 'big' && !off)
  return rule && 'from' in rule.on && typeof rule.on.over === 'number' ? rule.on.over : null
}

const isSameRule = (one: CelebrationRule, other: CelebrationRule): boolean =>
  one.id === other.id && JSON.stringify(one.on) === JSON.stringify(other.on)

/** Of the dates that a rule may go by, those that are of the present at an instant; a day that is only a date is so for longer. */
const isOfNow = (when: string, at: number): boolean => {
  const ms = Date.parse(when)
  return when.length === 10 ? ms > at - 3 * day && ms < at + day : ms > at - day && ms <= at + 65 * 60_000
}
const datesOf = ({ fact, history }: StoredFact): readonly string[] =>
  [
    ...(fact.type === 'deal' ? [fact.closedAt, fact.stageEnteredAt, fact.createdAt] : [fact.at]),
    ...history.map(({ at }) => at),
  ].filter((when) => when != null)

/** By which dates of its fact a celebration has to be of the present. */
const datesFor = (
  { kind, event }: { readonly kind: string; readonly event?: string | null },
  entry: FactEntry,
) => {
  const { before, after } = entry
  if (after === null) return []
  const { fact } = after
  if (kind !== 'fact' || event !== null || fact.type !== 'deal') return datesOf(after)
  // Won at a time that its source does not say, it is of the moment in which it was seen.
  if (fact.closedAt == null) return before === null ? [] : [new Date(entry.at).toISOString()]
  return [fact.closedAt]
}

export const createCelebrationBook = (ledger: Ledger, fail: (error: unknown) => void): CelebrationBook => {
  const told = new Map<string, Set<string>>()
  /** Of entries up to here nobody can say whether they had to be decided. */
  let excused = 0
  const overdue = new Set<number>()
  let checked = 0

  /** Whoever calls would take what is thrown here for their own fault. */
  const failing = (check: () => void): void => {
    try {
      check()
    } catch (error) {
      fail(error)
    }
  }
  const recordsOf = (topic: string, entries: readonly LogEntry[] = ledger.entries) =>
    entries.flatMap((entry) => (entry.kind === 'record' && entry.topic === topic ? [entry] : []))
  const standing = (key: string): StoredFact | null => {
    const last = ledger.entries.findLast((entry) => {
      const fact = entry.kind === 'fact' ? factOf(entry) : undefined
      return fact !== undefined && keyOf(fact) === key
    })
    return last?.kind === 'fact' ? last.after : null
  }
  const decidedOf = (id: string): Decided | null => {
    const record = recordsOf(topics.decided).find(({ cause }) => cause === id)
    return record === undefined ? null : Decided.parse(record.body)
  }

  const checkTruth = (id: string, { rule, about, at }: Decided, folded: number, file: FloorFile): void => {
    if (about.kind === 'fact') {
      const stored = standing(`${about.source}:${about.id}`)
      must(stored !== null, () => `"${id}" takes over although its fact was withdrawn`)
      if (stored === null) return
      const closer = closerOf(stored.fact)
      must(
        closer === about.person,
        () => `"${id}" celebrates ${about.person}, and it is ${closer} who closed it`,
      )
      const bar = 'from' in rule.on && typeof rule.on.over === 'number' ? rule.on.over : null
      const isBelow = bar !== null && dollarsOf(stored.fact) !== null && !isWonOver(stored, bar)
      must(!isBelow, () => `"${id}" takes over and is not over its bar`)
    }
    if (about.kind !== 'metric' || 'from' in rule.on || 'day' in rule.on) return
    const { numbers } = recomputeFromEntries(file, ledger.entries.slice(0, folded))
    const plan = numbers.model.metric(about.metric)
    const subject = numbers.model.roster.subjectOf(about.subject)
    if (plan === null || subject === null || rule.on.crosses !== 'goal') return
    const quarter = { kind: 'period', grain: 'quarter', offset: 0 } as const
    const own = numbers.about([subject])
    const value = numbers.engine.value(plan.index, own.cellsOf(subject, own.daysOf(quarter, at), everybody))
    const goal = own.goalOf(plan, quarter, subject, at)
    must(
      goal !== null && value !== null && value >= goal,
      () => `"${id}" takes over at ${value} of a goal of ${goal}`,
    )
  }

  return {
    newFeed: () => {
      const begun = new Map<string, number>()
      return {
        hear: (message, now, folded, file) =>
          failing(() => {
            if ('retract' in message) return
            const { id, startsAt } = message.celebrate
            for (const screen of message.screens) told.set(screen, (told.get(screen) ?? new Set()).add(id))
            if (begun.get(id) === startsAt) return
            must(!begun.has(id), () => `"${id}" takes over a second time`)
            begun.set(id, startsAt)
            const isOver = recordsOf(topics.ended).some(({ cause }) => cause === id)
            must(!isOver, () => `"${id}" takes over after its end`)
            const decided = decidedOf(id)
            must(decided !== null, () => `"${id}" takes over and is not in the log`)
            must(Math.abs(startsAt - now) < 1000, () => `"${id}" begins ${startsAt - now} ms from now`)
            if (decided !== null) checkTruth(id, decided, folded, file)
          }),
      }
    },
    arrive: (screen, id) =>
      failing(() =>
        must(
          told.get(screen)?.has(id) === true,
          () => `the TV "${screen}" is told of "${id}", which no feed sent it`,
        ),
      ),
    noteClockMove: () => {
      excused = ledger.entries.length
    },
    noteLoss: () => {
      excused = ledger.entries.length
      checked = Math.min(checked, ledger.entries.length)
    },
    noteOverdue: (version) => void overdue.add(version),
    check: (read) => {
      const { entries } = ledger
      const decided = new Set(recordsOf(topics.decided).map(({ cause }) => cause))

      // Nothing of the past, and by no rule that came later.
      for (const record of recordsOf(topics.decided, entries.slice(checked))) {
        const { about, at, rule } = Decided.parse(record.body)
        if (record.by !== 'rule' || (about.kind !== 'fact' && about.kind !== 'metric')) continue
        let rules: readonly CelebrationRule[] = []
        const source = entries.find((entry) => {
          if (entry.kind === 'floor') {
            const own = read(entry.text)?.celebrations ?? []
            rules = overdue.has(entry.seq) ? [...rules, ...own] : own
          }
          if (entry.kind !== 'fact' || entry.after === null || entry.at !== at) return false
          const isIt = about.kind === 'metric' || keyOf(entry.after.fact) === `${about.source}:${about.id}`
          const isNow = datesFor(about, entry).some((when) => isOfNow(when, at))
          return isIt && isNow && rules.some((each) => isSameRule(each, rule))
        })
        must(
          source !== undefined,
          () => `"${record.cause}" celebrates what no fact of its moment brought about`,
        )
      }
      checked = entries.length

      // Nothing is lost.
      let bar: number | null = null
      for (const [index, entry] of entries.entries()) {
        if (entry.kind === 'floor') {
          const file = read(entry.text)
          bar = file === null || overdue.has(entry.seq) ? null : barOf(file)
        }
        if (entry.kind !== 'fact' || bar === null || index < excused || entry.after === null) continue
        const { before, after, at } = entry
        const { fact } = after
        const asked: number = bar
        if (fact.type !== 'deal' || typeof fact.closedAt !== 'string' || fact.closedAt.length === 10) continue
        const closed = Date.parse(fact.closedAt)
        if (closed <= at - day + 1000 || closed > at || !isWonOver(after, asked)) continue
        const isNew = before === null || (before.fact.type === 'deal' && before.fact.status !== 'won')
        const closer = closerOf(fact)
        // Somebody who may have left is not asked for.
        if (!isNew || closer === null || closed > Date.parse('2026-12-14T00:00:00Z')) continue
        const stayed = entries
          .slice(index)
          .flatMap((each) =>
            each.kind === 'fact' && keyOf(factOf(each) ?? fact) === keyOf(fact) ? [each.after] : [],
          )
          .every((each) => isWonOver(each, asked) && each !== null && closerOf(each.fact) === closer)
        if (!stayed) continue
        must(
          decided.has(`big:${keyOf(fact)}`),
          () => `entry ${entry.seq}, ${keyOf(fact)} over ${asked}, was never celebrated`,
        )
      }
    },
  }
}
