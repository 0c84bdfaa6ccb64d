// The hours in which nothing takes over a wall, by the clock of the office in which it hangs.
import type { FloorFile } from '../../wire/floor.ts'
import { screenZone } from '../screens/screen-zone.ts'
import { minutesOf } from '../time/week.ts'
import { createZone } from '../time/zone.ts'

/** A stretch of quiet hours; both epoch ms, `to` is the first instant after it. */
export interface QuietStretch {
  readonly from: number
  readonly to: number
}

export interface QuietHours {
  /** Whether an instant (epoch ms) lies within the quiet hours of a screen; they may run past midnight. */
  isQuietOn(screen: string, ms: number): boolean
  /** Screens that keep the same hours, by their time zone. */
  readonly offices: readonly { readonly zone: string; readonly screens: readonly string[] }[]
  /** The last stretch of a zone that was over at an instant (epoch ms); null where the floor has no quiet hours. */
  lastStretch(zone: string, ms: number): QuietStretch | null
}

/** A screen that the floor does not have keeps the floor's own hours. */
export const createQuietHours = (file: Pick<FloorFile, 'floor' | 'teams' | 'screens'>): QuietHours => {
  const { quietHours } = file.floor.celebrations
  if (quietHours === undefined) return { isQuietOn: () => false, offices: [], lastStretch: () => null }
  const [from, to] = [minutesOf(quietHours.from), minutesOf(quietHours.to)]
  const zoneIds = new Map(file.screens.map((screen) => [screen.id, screenZone(screen, file)]))
  return {
    isQuietOn: (screen, ms) => {
      const minutes = createZone(zoneIds.get(screen) ?? file.floor.timeZone).minutesAt(ms)
      return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to
    },
    offices: [...new Set(zoneIds.values())].map((zone) => ({
      zone,
      screens: [...zoneIds].flatMap(([screen, id]) => (id === zone ? [screen] : [])),
    })),
    lastStretch: (id, ms) => {
      const zone = createZone(id)
      const today = zone.dayAt(ms)
      const day = zone.reachesAt(today, to) <= ms ? today : today - 1
      return { from: zone.reachesAt(from < to ? day : day - 1, from), to: zone.reachesAt(day, to) }
    },
  }
}
