// What a connector found, on its way into the floor: checked like any fact, compared with what stands, and held back where so
// much would change at once that only a person can say whether it is meant.
import { rateLacked } from '../../../shared/domain/counting/floor-model.ts'
import { isLate } from '../../../shared/domain/facts/late-write.ts'
import { sameFact } from '../../../shared/domain/facts/stored-fact.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import type { SourceQuestion } from '../../../shared/wire/sources.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { checkFact, isRefused } from '../ingest/check-fact.ts'
import type { By, FactWrite, Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import type { VendorFact } from './connector.ts'

export interface TakeChangesParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'numbers'>
  readonly log: Pick<Log, 'standing' | 'factsOf'>
  readonly turns: Turns
  readonly source: string
  readonly zone: Zone
  /** Epoch ms. */
  readonly now: () => number
}

export interface Taken {
  /** Facts that are new, and withdrawn, all in all. */
  readonly added: number
  readonly withdrawn: number
  /** `lacks`: the rate for want of which it was refused. */
  readonly refused: readonly {
    readonly id: string
    readonly why: string
    readonly lacks?: { readonly currency: string; readonly on: string } | null
  }[]
}

/** What one look at the vendor changed already, by month: several batches of it are one change. */
export type ChangedMonths = Map<string, { change: number; withdraw: number }>

/** On a small floor a fifth is one deal. */
const fewFacts = 20
const share = 0.2
/** Read from the log in one go. */
const batch = 1000
/** Written in one go: what somebody else sends meanwhile waits for no more than that, on its way to a wall. */
const piece = 100

/** When a fact counts, roughly: for comparing periods, epoch ms. Null where nothing in it is dated. */
export const periodOf = (fact: Fact, zone: Zone): number | null => {
  const when =
    fact.type === 'activity'
      ? fact.at
      : fact.status === 'open'
        ? (fact.expectedCloseOn ?? fact.createdAt)
        : (fact.closedAt ?? fact.createdAt)
  if (!when) return null
  return when.length === 10 ? zone.startOf(Date.parse(`${when}T00:00:00Z`) / 86_400_000) : Date.parse(when)
}

const monthOf = (fact: Fact, zone: Zone): string => {
  const at = periodOf(fact, zone)
  return at === null ? '' : formatDay(zone.dayAt(at)).slice(0, 7)
}

/** Beside its version, by which alone nothing on a wall changes. */
const saysTheSame = (a: Fact, b: Fact): boolean =>
  sameFact({ ...a, version: undefined }, { ...b, version: undefined })

export interface ChangeTaker {
  /**
   * Resolves once everything is durable, with a question where it was held back and nothing of it was taken. `changed` null:
   * nothing is held back. `isNow`: they were read by their ids just now, and are right though they say that they are older than
   * what stands, as after a vendor’s clock was put back. Rejects as the log does.
   */
  take(
    changes: ReadonlyMap<string, VendorFact | null>,
    by: By,
    changed: ChangedMonths | null,
    isNow?: boolean,
  ): Promise<Taken | SourceQuestion>
}

export const createChangeTaker = (parts: TakeChangesParts): ChangeTaker => {
  const { floor, log, turns, source, zone, now } = parts

  const askAbout = async (months: ChangedMonths): Promise<SourceQuestion | null> => {
    const many = [...months].filter(([, { change, withdraw }]) => change + withdraw > fewFacts)
    if (many.length === 0) return null
    const standing = new Map<string, number>()
    for await (const page of log.factsOf(source)) {
      for (const { fact } of page) {
        const month = monthOf(fact, zone)
        standing.set(month, (standing.get(month) ?? 0) + 1)
      }
      if (turns.due()) await turns.next()
    }
    const over = many.filter(
      ([month, { change, withdraw }]) => change + withdraw > (standing.get(month) ?? 0) * share,
    )
    if (over.length === 0) return null
    const names = over.map(([month]) => month).sort()
    return {
      change: over.reduce((sum, [, { change }]) => sum + change, 0),
      withdraw: over.reduce((sum, [, { withdraw }]) => sum + withdraw, 0),
      of: over.reduce((sum, [month]) => sum + (standing.get(month) ?? 0), 0),
      from: names[0] ?? '',
      to: names.at(-1) ?? '',
      since: now(),
    }
  }

  const lackedBy = (vendorFact: VendorFact): { readonly currency: string; readonly on: string } | null => {
    const { data } = Fact.safeParse({ ...vendorFact, source })
    return data === undefined ? null : rateLacked(floor.numbers().model, data)
  }

  return {
    take: async (changes, by, changed, isNow = false) => {
      const refused: Taken['refused'][number][] = []
      const writes: FactWrite[] = []
      let added = 0
      let withdrawn = 0
      const months: ChangedMonths = new Map(
        [...(changed ?? [])].map(([month, counts]) => [month, { ...counts }]),
      )
      const note = (before: Fact, what: 'change' | 'withdraw'): void => {
        const month = monthOf(before, zone)
        const counts = months.get(month) ?? { change: 0, withdraw: 0 }
        counts[what] += 1
        months.set(month, counts)
      }
      const entries = [...changes]
      for (let from = 0; from < entries.length; from += batch) {
        const part = entries.slice(from, from + batch)
        const standing = await log.standing(part.map(([id]) => ({ source, id })))
        const receivedAt = now()
        for (const [index, [id, vendorFact]] of part.entries()) {
          if (turns.due()) await turns.next()
          const { stored = null, withdrawn: gone = null } = standing[index] ?? {}
          const before = stored?.fact ?? null
          if (vendorFact === null) {
            if (before === null) continue
            writes.push({ source, id, fact: null, receivedAt, by })
            note(before, 'withdraw')
            withdrawn += 1
            continue
          }
          const checked = checkFact({ value: { ...vendorFact, source } }, floor.refuse)
          if (isRefused(checked)) {
            refused.push({ id, why: checked.error, lacks: lackedBy(vendorFact) })
            continue
          }
          if (before !== null && sameFact(before, checked)) continue
          const isOlder = isNow && isLate(stored, gone, { fact: checked })
          if (isOlder && before !== null && saysTheSame(before, checked)) continue
          if (before === null) added += 1
          else if (!saysTheSame(before, checked)) note(before, 'change')
          const fact = isOlder ? { ...checked, version: undefined } : checked
          writes.push({ source, id, fact, receivedAt, by })
        }
      }
      const question = changed === null ? null : await askAbout(months)
      if (question !== null) return question
      for (let from = 0; from < writes.length; from += piece) {
        const part = writes.slice(from, from + piece)
        const { outcomes } = await floor.submit(part)
        outcomes.forEach(({ refused: why }, index) => {
          const write = part[index]
          if (why !== undefined && write) refused.push({ id: write.id, why })
        })
        if (turns.due()) await turns.next()
      }
      if (changed !== null) for (const [month, counts] of months) changed.set(month, counts)
      return { added, withdrawn, refused }
    },
  }
}
