// Celebrations as consoles list them, with what each screen really showed.
import { lookOf } from '../../../shared/domain/celebrations/look.ts'
import type { Celebration, ShownOn } from '../../../shared/wire/celebrations/api.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { CelebrationReport, ScreenStore } from '../store/screen-store.ts'
import type { DeskViews } from './desk-views.ts'
import { type Ledger, type LedgerEntry, stateOf } from './ledger.ts'
import { isOfRule } from './own-rules.ts'
import type { Takeovers } from './takeovers.ts'
import type { Words } from './words.ts'

const mostListed = 200

export interface CelebrationList {
  /** Newest first; `since`: epoch ms, when they were decided. */
  list(since: number | null): readonly Celebration[]
  find(id: string): Celebration | null
}

export interface CelebrationListParts {
  readonly floor: Pick<LiveFloor, 'current'>
  readonly ledger: Pick<Ledger, 'get' | 'all'>
  readonly takeovers: Pick<Takeovers, 'get' | 'shows'>
  readonly views: Pick<DeskViews, 'aboutText'>
  readonly words: Pick<Words, 'for'>
  readonly store: Pick<ScreenStore, 'celebrated'>
}

export const createCelebrationList = (parts: CelebrationListParts): CelebrationList => {
  const { floor, ledger, takeovers, views, words, store } = parts

  const shownOn = ({ screen, celebration, ...shown }: CelebrationReport): ShownOn => ({
    screen,
    name: floor.current().file.screens.find(({ id }) => id === screen)?.name ?? screen,
    ...shown,
  })
  const asWire = (entry: LedgerEntry, reports: readonly CelebrationReport[]): Celebration => {
    const { cause, decided, decidedAt, ended, takenBack } = entry
    const startsAt = takeovers.get(cause.id)?.message.startsAt ?? ended?.startsAt ?? null
    return {
      id: cause.id,
      rule: isOfRule(cause) ? cause.rule.id : null,
      title: cause.rule.name,
      look: lookOf(cause, floor.current().file),
      names: decided.names,
      about: views.aboutText(entry),
      decidedAt,
      startsAt,
      state: takeovers.shows(cause.id) ? 'showing' : stateOf(entry),
      why: takenBack ?? ended?.why ?? null,
      by: ended?.by ?? decided.by,
      shownOn: reports.map(shownOn),
      words: words.for(cause.id).map(({ word }) => word),
    }
  }
  const withReports = (entries: readonly LedgerEntry[]): readonly Celebration[] => {
    const reports = store.celebrated(entries.map(({ cause }) => cause.id))
    const byId = new Map<string, CelebrationReport[]>()
    for (const report of reports)
      byId.set(report.celebration, [...(byId.get(report.celebration) ?? []), report])
    return entries.map((entry) => asWire(entry, byId.get(entry.cause.id) ?? []))
  }

  return {
    list: (since) =>
      withReports(
        ledger
          .all()
          .filter(({ decidedAt }) => since === null || decidedAt >= since)
          .slice(0, mostListed),
      ),
    find: (id) => {
      const entry = ledger.get(id)
      return entry === null ? null : (withReports([entry])[0] ?? null)
    },
  }
}
