// One card instead of all that is too late.
import { type nextUp, screensOf } from '../../../shared/domain/celebrations/queue.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { LogUnavailable } from '../store/log.ts'
import type { Decisions } from './decisions.ts'
import type { Ledger } from './ledger.ts'
import { lateCard } from './own-rules.ts'

export interface LateOnes {
  /** `now`: epoch ms. */
  gather(late: ReturnType<typeof nextUp>['late'], now: number): void
  /** What goes onto a card that is on its way into the log. */
  has(id: string): boolean
  /** The card that is being written; null where none is. */
  pending(): Promise<void> | null
}

interface LateOnesParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers'>
  readonly ledger: Pick<Ledger, 'get' | 'end'>
  readonly decisions: Pick<Decisions, 'put'>
  /** A card is in the log. */
  readonly onCard: () => void
  readonly onError: (what: string, error: unknown) => void
}

export const createLateOnes = ({ floor, ledger, decisions, onCard, onError }: LateOnesParts): LateOnes => {
  const waiting = new Set<string>()
  let pending: Promise<void> | null = null

  return {
    // The card is in the log before they end: a feed that is killed in between finds it there, and makes no other.
    gather: (late, now) => {
      const entries = late.flatMap(({ waiting: { cause } }) => ledger.get(cause.id) ?? [])
      const [first] = entries
      if (first === undefined) return
      const ids = entries.map(({ cause }) => cause.id)
      for (const id of ids) waiting.add(id)
      const { file } = floor.current()
      const screens = new Set(entries.flatMap(({ cause }) => screensOf(cause.rule, file)))
      const isEverywhere = file.screens.every(({ id }) => screens.has(id))
      const where = isEverywhere || screens.size === 0 ? null : [...screens]
      const card = lateCard(entries, first, where, floor.numbers().model.say, now)
      const written = decisions.put([card]).then(
        () => {
          for (const { waiting: one, why } of late)
            ledger.end([one.cause.id], { state: why, startsAt: null, why: null, by: null }, 'clock')
        },
        (error) => {
          if (!(error instanceof LogUnavailable)) onError('celebrations cannot be put on a card', error)
        },
      )
      pending = written.then(() => {
        for (const id of ids) waiting.delete(id)
        pending = null
        if (ledger.get(card.id) !== null) onCard()
      })
    },
    has: (id) => waiting.has(id),
    pending: () => pending,
  }
}
