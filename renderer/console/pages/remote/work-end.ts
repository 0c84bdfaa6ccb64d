// When the floor's working hours end today.
import { screenZone } from '../../../../shared/domain/screens/screen-zone.ts'
import { minutesOf } from '../../../../shared/domain/time/week.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'

const [leastMs, mostMs] = [10 * 60_000, 8 * 3_600_000]

/** In epoch ms, in the screen's own zone; null where they are over, or so near or far that nobody pins for it. */
export const workEnd = (
  file: Pick<FloorFile, 'floor' | 'teams'>,
  screen: Pick<FloorFile['screens'][number], 'timeZone' | 'office'>,
  now: number,
): number | null => {
  const zone = createZone(screenZone(screen, file))
  const end = zone.instantAt(zone.dayAt(now), minutesOf(file.floor.businessHours.to))
  const leftMs = end - now
  return leftMs >= leastMs && leftMs <= mostMs ? end : null
}
