// What was celebrated is looked at again whenever something changes that it depends on: for two weeks, whether it waits,
// shows or was shown.
import { touchedWins } from '../../../shared/domain/counting/changes.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { factKey } from '../store/entry-key.ts'
import type { DeskViews } from './desk-views.ts'
import type { CelebrationJudge, Judged } from './entry-judge.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { Takeover, Takeovers } from './takeovers.ts'

export interface Truth {
  /** Something new was decided, or time has passed. */
  watch(): void
  /** Looks at all that is watched. */
  reviewAll(): void
  /** Ends what shows and is not wanted any more: the floor was edited. */
  endUnwanted(): void
  /** Looks at what these changes touch. */
  hear(judged: Judged): void
  /** The amount was corrected, a leader wrote, one that is shown beside it is no longer so. */
  renew(takeover: Takeover): void
  /** Those that are still to be shown; the others are given up. */
  stillToCome(waiting: readonly LedgerEntry[]): readonly LedgerEntry[]
  /** It waits or shows, and does so no more; those who were told of it are told why. */
  giveUp(entry: LedgerEntry, why: string, who?: { readonly by: string; readonly name: string }): void
}

interface TruthParts {
  readonly floor: Pick<LiveFloor, 'numbers'>
  readonly ledger: Pick<Ledger, 'get' | 'all' | 'end' | 'takeBack'>
  readonly judge: Pick<CelebrationJudge, 'watch'>
  readonly views: Pick<DeskViews, 'whyUntrue' | 'whyUnwanted' | 'viewOf'>
  readonly takeovers: Pick<Takeovers, 'all' | 'shows' | 'retract' | 'renew'>
  readonly clock: Clock
  /** Those who were told of it are to be told why it is not so. */
  readonly correct: (id: string, why: string) => void
}

const watchedMs = 14 * dayMs

const isOfFacts = ({ cause: { about } }: LedgerEntry, { facts }: Judged): boolean =>
  about.kind === 'fact' && facts.has(factKey(about.source, about.id))

export const createTruth = (parts: TruthParts): Truth => {
  const { floor, ledger, judge, views, takeovers, clock, correct } = parts
  let watched: readonly string[] = []
  const isOver = (id: string): boolean => (ledger.get(id)?.ended ?? null) !== null

  const isTouched = (entry: LedgerEntry, judged: Judged): boolean => {
    const { about, rule } = entry.cause
    if (isOfFacts(entry, judged)) return true
    const { on } = rule
    // Whether it was the first depends on the other deals.
    if ('from' in on)
      return (on.first ?? on.afterDays ?? on.newAccount) !== undefined && judged.metrics.includes(touchedWins)
    if (about.kind !== 'metric') return false
    const plan = floor.numbers().model.metric(about.metric)
    return plan?.bases.some((base) => judged.metrics.includes(base)) ?? false
  }

  const cancel: Truth['giveUp'] = ({ cause: { id } }, why, who) => {
    const startsAt = takeovers.retract(id)?.message.startsAt ?? null
    const ended = { state: 'cancelled', startsAt, why, by: who?.name ?? null } as const
    ledger.end([id], ended, who?.by ?? 'clock')
  }
  const giveUp: Truth['giveUp'] = (entry, why, who) => {
    cancel(entry, why, who)
    correct(entry.cause.id, why)
  }
  const review = (ids: readonly string[], judged: Judged | null): void => {
    for (const id of ids) {
      const entry = ledger.get(id)
      if (entry === null || (judged !== null && !isTouched(entry, judged))) continue
      if (entry.ended?.state === 'cancelled' || entry.takenBack !== null) continue
      const why = views.whyUntrue(entry, entry.ended === null && !takeovers.shows(id))
      if (why === null) continue
      if (entry.ended === null) giveUp(entry, why)
      else {
        ledger.takeBack(id, why)
        correct(id, why)
      }
    }
  }
  const renew = (takeover: Takeover): void => {
    const entry = ledger.get(takeover.message.id)
    if (entry === null) return
    const together = takeover.together.filter(({ cause }) => !isOver(cause.id))
    const view = views.viewOf(entry, together, clock.now())
    takeovers.renew({ ...takeover, entry, together, message: { ...takeover.message, view } })
  }

  return {
    watch: () => {
      const since = clock.now() - watchedMs
      const live = ledger
        .all()
        .filter(
          ({ decidedAt, ended, takenBack }) =>
            decidedAt > since && ended?.state !== 'cancelled' && takenBack === null,
        )
      watched = live.map(({ cause }) => cause.id)
      const facts = live.flatMap(({ cause: { about } }) =>
        about.kind === 'fact' ? [factKey(about.source, about.id)] : [],
      )
      judge.watch(new Set(facts))
    },
    reviewAll: () => review(watched, null),
    endUnwanted: () => {
      for (const { entry } of takeovers.all()) {
        const why = entry && views.whyUnwanted(entry, false)
        if (entry && why !== null) cancel(entry, why)
      }
    },
    stillToCome: (waiting) =>
      waiting.filter((entry) => {
        const untrue = views.whyUntrue(entry, true)
        const unwanted = views.whyUnwanted(entry, true)
        if (untrue !== null) giveUp(entry, untrue)
        else if (unwanted !== null) cancel(entry, unwanted)
        return untrue === null && unwanted === null
      }),
    hear: (judged) => {
      if (judged.facts.size === 0 && judged.metrics.length === 0) return
      review(watched, judged)
      for (const takeover of takeovers.all()) {
        const shown = [...(takeover.entry ? [takeover.entry] : []), ...takeover.together]
        const isLess = takeover.together.some(({ cause }) => isOver(cause.id))
        if (isLess || shown.some((entry) => isOfFacts(entry, judged))) renew(takeover)
      }
    },
    renew,
    giveUp,
  }
}
