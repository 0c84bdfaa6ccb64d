// The fold of the plans: each version is a record of the log, and the first of its kind stands for ever.
import type { PlanBook } from '../../../shared/domain/standing/plan-book.ts'
import { parseDay } from '../../../shared/domain/time/calendar-date.ts'
import { Plan } from '../../../shared/wire/plan.ts'
import type { LogEntry, RecordEntry, RecordWrite } from '../store/log.ts'

const topic = 'plan'

/** Plans of that many people and periods are at hand; the log keeps all. */
export const mostPlans = 20_000

export const planRecord = (plan: Plan, at: number, by: string): RecordWrite => ({
  topic,
  cause: `${plan.person}:${plan.window}:${plan.from}:${plan.version}`,
  body: plan,
  at,
  by,
})

export interface PlanRecords extends PlanBook {
  /** Entries that are no plans are passed over. */
  take(entries: readonly LogEntry[]): void
  onChange(listener: () => void): void
}

export const openPlanRecords = async (log: {
  recordsOf(topic: string, most: number): Promise<readonly RecordEntry[]>
}): Promise<PlanRecords> => {
  const byPerson = new Map<string, Plan[]>()
  const listeners: (() => void)[] = []
  /** A body of another version of this program is no plan that this one can read. */
  const put = (body: unknown): boolean => {
    const { data: plan } = Plan.safeParse(body)
    if (!plan) return false
    const known = byPerson.get(plan.person) ?? []
    const isKnown = known.some(
      ({ window, from, version }) => window === plan.window && from === plan.from && version === plan.version,
    )
    if (isKnown) return false
    const all = [...known, plan].sort((a, b) =>
      a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1,
    )
    byPerson.set(plan.person, all)
    return true
  }
  for (const { body } of (await log.recordsOf(topic, mostPlans)).toReversed()) put(body)
  return {
    of: (person) => byPerson.get(person) ?? [],
    on: (person, day) =>
      (byPerson.get(person) ?? []).findLast(
        ({ holdsFrom, to }) => parseDay(holdsFrom) <= day && day < parseDay(to),
      ) ?? null,
    take: (entries) => {
      const taken = entries.filter(
        (entry) => entry.kind === 'record' && entry.topic === topic && put(entry.body),
      )
      if (taken.length > 0) for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
