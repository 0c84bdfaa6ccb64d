// Where a contest hangs. One by the clock has the walls for its time: a playlist of its own and a rule on each screen, from
// when it is counted down to until its winners have been seen. Then walls go on as before.
import type { Contest } from '../../../wire/contests/contest.ts'
import { type FloorFile, type Playlist, type Screen, Weekday } from '../../../wire/floor.ts'
import type { FloorEdit } from '../../../wire/floor-edits.ts'
import { formatDay, parseDay, weekdayOf } from '../../time/calendar-date.ts'
import { minutesOf, timeText } from '../../time/week.ts'
import type { Zone } from '../../time/zone.ts'

export const minutesBefore = 5
export const minutesAfter = 10
/** Its board is alone on the wall: no turn is too long. */
const boardSeconds = 60

const minuteMs = 60_000

/** The local date and time of an instant (epoch ms), in a zone. */
const localAt = (zone: Zone, ms: number) => ({
  day: zone.dayAt(ms),
  time: timeText(Math.floor(zone.minutesAt(ms))),
})

const instantOf = (moment: string, zone: Zone): number =>
  zone.instantAt(parseDay(moment.slice(0, 10)), minutesOf(moment.slice(11)))

/** The rule of a screen, in its own zone; a contest that repeats has one that comes again. Of one that is longer than a day, none. */
const slotOf = (
  { from, until, repeats }: Contest,
  playlist: string,
  floorZone: Zone,
  screenZone: Zone,
): Screen['schedule'][number] => {
  const first = localAt(screenZone, instantOf(from, floorZone) - minutesBefore * minuteMs)
  const last = localAt(screenZone, instantOf(until, floorZone) + minutesAfter * minuteMs)
  const hours = { from: first.time, to: last.time }
  if (repeats === undefined) return { playlist, dates: [formatDay(first.day)], hours }
  const end = repeats.until === undefined ? {} : { until: repeats.until }
  const begin = { from: formatDay(first.day), ...end }
  const weekday = Weekday.options[weekdayOf(first.day)]
  return repeats.every === 'week' && weekday !== undefined
    ? { playlist, days: [weekday], hours, ...begin }
    : { playlist, hours, ...begin }
}

/** Whether it can have walls for its time: by the clock, within a day, and not month by month, which no rule can say. */
export const canHaveWalls = ({
  from,
  until,
  repeats,
}: Pick<Contest, 'from' | 'until' | 'repeats'>): boolean =>
  from.length > 10 &&
  repeats?.every !== 'month' &&
  Date.parse(`${until}Z`) - Date.parse(`${from}Z`) <= 20 * 60 * minuteMs

interface Walls {
  /** Ids of screens. */
  readonly screens: readonly string[]
  readonly board: string
  /** Of the playlist that is made. */
  readonly playlist: string
}

/** `zoneOf`: by its IANA name. */
export const wallEdits = (
  file: Pick<FloorFile, 'floor' | 'screens'>,
  contest: Contest,
  { screens, board, playlist }: Walls,
  zoneOf: (id: string) => Zone,
): readonly FloorEdit[] => {
  const floorZone = zoneOf(file.floor.timeZone)
  const items = [{ board, seconds: boardSeconds }]
  return [
    { do: 'add', list: 'playlists', entry: { id: playlist, name: contest.name, items }, before: null },
    ...file.screens
      .filter(({ id }) => screens.includes(id))
      .map((screen): FloorEdit => {
        const slot = slotOf(contest, playlist, floorZone, zoneOf(screen.timeZone ?? file.floor.timeZone))
        return { do: 'set', list: 'screens', id: screen.id, fields: { schedule: [slot, ...screen.schedule] } }
      }),
  ]
}

const boardsOf = ({ items, versions }: Playlist): readonly string[] =>
  [items, ...versions.map((version) => version.items)].flat().map(({ board }) => board)

/** Playlists that show nothing but these boards: they go when a contest goes, and the rules of screens with them. */
export const playlistsOfAlone = (
  { playlists }: Pick<FloorFile, 'playlists'>,
  boards: readonly string[],
): readonly Playlist[] =>
  playlists.filter((playlist) => {
    const shown = boardsOf(playlist)
    return shown.length > 0 && shown.every((board) => boards.includes(board))
  })
