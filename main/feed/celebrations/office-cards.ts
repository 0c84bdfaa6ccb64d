// What took over the walls of other offices while it was night in one: a card for each office, once its quiet hours are over.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { screensOf } from '../../../shared/domain/celebrations/queue.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { DeskViews } from './desk-views.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { officeCard } from './own-rules.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** A feed that was down in the morning shows it later; in the afternoon nobody asks any more. */
const latestMs = 6 * hourMs

export interface OfficeCards {
  /** Those whose time has come at an instant (epoch ms); nothing within the same minute again. */
  look(now: number): readonly Cause[]
}

export interface OfficeCardParts {
  readonly floor: Pick<LiveFloor, 'current' | 'numbers'>
  readonly ledger: Pick<Ledger, 'get' | 'all'>
  readonly views: Pick<DeskViews, 'quietHours'>
}

export const createOfficeCards = ({ floor, ledger, views }: OfficeCardParts): OfficeCards => {
  let minute = Number.NaN

  const cardFor = (zone: string, screens: readonly string[], now: number): readonly Cause[] => {
    const stretch = views.quietHours().lastStretch(zone, now)
    if (stretch === null || now - stretch.to > latestMs) return []
    const { file } = floor.current()
    const isMissed = ({ cause: { about, rule }, decided, ended, takenBack }: LedgerEntry): boolean => {
      if (takenBack !== null || decided.by !== null) return false
      if (ended?.state !== 'shown' || ended.startsAt === null) return false
      if (about.kind === 'word' || ended.startsAt < stretch.from || ended.startsAt >= stretch.to) return false
      const own = screensOf(rule, file)
      // Elsewhere somebody saw it: what no screen was awake for is late, and on that card.
      return own.some((screen) => screens.includes(screen)) && own.some((screen) => !screens.includes(screen))
    }
    const missed = ledger.all().filter(isMissed).toReversed()
    if (missed.length === 0) return []
    const day = new Date(stretch.to).toISOString().slice(0, 10)
    const card = officeCard(missed, `${zone}:${day}`, screens, floor.numbers().model.say, now)
    return ledger.get(card.id) === null ? [card] : []
  }

  return {
    look: (now) => {
      if (Math.floor(now / minuteMs) === minute) return []
      minute = Math.floor(now / minuteMs)
      return views.quietHours().offices.flatMap(({ zone, screens }) => cardFor(zone, screens, now))
    },
  }
}
