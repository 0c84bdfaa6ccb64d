// What took over each screen within the last hour. Where those that are over were shown is worked out from their rules.
import { screensOf } from '../../../shared/domain/celebrations/queue.ts'
import type { QuietHours } from '../../../shared/domain/celebrations/quiet-hours.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { LedgerEntry } from './ledger.ts'
import { isLateCard } from './own-rules.ts'
import type { Takeover } from './takeovers.ts'

const hourMs = 3_600_000
/** Why a celebration has no takeover of its own. */
export const besideAnother = 'shown together with another'

const isCounted = ({ cause: { about }, decided }: LedgerEntry): boolean =>
  decided.by === null && about.kind !== 'card' && about.kind !== 'word'

/** How many; what people began, cards and words do not count. `now`: epoch ms. Screens without any are left out. */
export const startedInHour = (
  showing: readonly Takeover[],
  entries: readonly LedgerEntry[],
  quiet: QuietHours,
  file: FloorFile,
  now: number,
): ReadonlyMap<string, number> => {
  const shown = entries.flatMap((entry) => {
    const { ended, cause } = entry
    if (ended?.state !== 'shown' || ended.why === besideAnother) return []
    const { startsAt } = ended
    if (startsAt === null || Math.abs(now - startsAt) >= hourMs || !isCounted(entry)) return []
    return screensOf(cause.rule, file).filter((screen) => !quiet.isQuietOn(screen, startsAt))
  })
  const counts = new Map<string, number>()
  const count = (screen: string): void => void counts.set(screen, (counts.get(screen) ?? 0) + 1)
  for (const { entry, screens } of showing) if (entry !== null && isCounted(entry)) screens.forEach(count)
  shown.forEach(count)
  return counts
}

/** Screens for which a card of what came too late was decided within the hour. `now`: epoch ms. */
export const hadCardInHour = (
  entries: readonly LedgerEntry[],
  file: FloorFile,
  now: number,
): ReadonlySet<string> =>
  new Set(
    entries
      .filter(({ cause, decidedAt }) => isLateCard(cause) && Math.abs(now - decidedAt) < hourMs)
      .flatMap(({ cause }) => screensOf(cause.rule, file)),
  )
