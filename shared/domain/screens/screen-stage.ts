// What a screen needs to show its boards on its own for days: its playlists, and when each of them is on.
import type { Board, FloorFile } from '../../wire/floor.ts'
import { protocolVersion, type Scene, type StageMessage } from '../../wire/socket.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { type Day, weekdayOf } from '../time/calendar-date.ts'
import { minutesOf, weekdayIndex } from '../time/week.ts'
import type { Zone } from '../time/zone.ts'
import { nearestReadable } from '../words/brand-colour.ts'
import { knownInWords } from '../words/known-in-words.ts'

type Screen = FloorFile['screens'][number]

/** Whether a wall may show a board: everybody in the room sees it there. */
export const isForTheFloor = ({ audience }: Board): boolean => audience === 'floor'

/** A TV that is cut off from the feed for longer stays on the last playlist it knows. */
const daysAhead = 8

/** The screen of a floor that defines none: every board, in the file's order. */
const everyBoard = (file: FloorFile): { screen: Screen; playlists: Record<string, Scene[]> } => ({
  screen: {
    id: 'main',
    name: file.floor.name,
    playlist: 'all',
    schedule: [],
    calm: false,
    safeArea: 0.05,
    rotate: 0,
    volume: 0.35,
  },
  playlists: { all: file.boards.map(({ id }) => ({ board: id, seconds: 20 })) },
})

/** The first for null; undefined when the floor has no such screen. */
const screenOf = ({ screens }: FloorFile, screenId: string | null): Screen | undefined =>
  screenId === null ? screens[0] : screens.find(({ id }) => id === screenId)

/** Why there is no such screen, or null. A TV shows this text; it has no full stop at its end. */
export const refuseScreen = (file: FloorFile, screenId: string | null): string | null => {
  if (screenId === null || screenOf(file, screenId)) return null
  return `the floor file has no screen "${screenId}"; ${knownInWords(file.screens.map(({ id }) => id))}`
}

const namedScreen = (file: FloorFile, screen: Screen) => {
  const used = new Set([screen.playlist, ...screen.schedule.map(({ playlist }) => playlist)])
  const playlists = file.playlists.filter(({ id }) => used.has(id))
  return { screen, playlists: Object.fromEntries(playlists.map(({ id, items }) => [id, items])) }
}

interface WallPlaylists {
  readonly playlists: Record<string, Scene[]>
  readonly withheld: readonly string[]
}

/** Keeps what is for the floor. `withheld` names the playlists of which nothing is left. */
const forTheFloor = (
  file: FloorFile,
  playlists: Readonly<Record<string, readonly Scene[]>>,
): WallPlaylists => {
  const boards = new Set(file.boards.filter(isForTheFloor).map(({ id }) => id))
  const left = Object.entries(playlists).map(
    ([id, scenes]) => [id, scenes.filter(({ board }) => boards.has(board))] as const,
  )
  const isEmptied = ([id, scenes]: (typeof left)[number]) =>
    scenes.length === 0 && playlists[id]?.length !== 0
  return { playlists: Object.fromEntries(left), withheld: left.filter(isEmptied).map(([id]) => id) }
}

type Slot = Screen['schedule'][number]

const isOnDay = ({ days }: Slot, day: Day): boolean =>
  days === undefined || days.some((weekday) => weekdayIndex[weekday] === weekdayOf(day))

/** Hours that run past midnight belong to the day on which they begin. */
const isOn = (slot: Slot, day: Day, minutes: number): boolean => {
  if (slot.hours === undefined) return isOnDay(slot, day)
  const [from, to] = [minutesOf(slot.hours.from), minutesOf(slot.hours.to)]
  if (from < to) return isOnDay(slot, day) && minutes >= from && minutes < to
  return (minutes >= from && isOnDay(slot, day)) || (minutes < to && isOnDay(slot, day - 1))
}

/** Starts with the local day before `ms`, so that the first turn has already begun. */
const turnsOf = (screen: Screen, zone: Zone, ms: number): StageMessage['turns'] => {
  const edges = new Set([0])
  for (const { hours } of screen.schedule) {
    if (hours) edges.add(minutesOf(hours.from)).add(minutesOf(hours.to))
  }
  const minutes = [...edges].filter((edge) => edge < 24 * 60).sort((a, b) => a - b)
  const today = zone.dayAt(ms)
  const turns: StageMessage['turns'] = []
  for (let day = today - 1; day <= today + daysAhead; day++) {
    for (const minute of minutes) {
      const playlist =
        screen.schedule.find((slot) => isOn(slot, day, minute))?.playlist ?? screen.playlist ?? ''
      if (playlist !== turns.at(-1)?.playlist) turns.push({ from: zone.instantAt(day, minute), playlist })
    }
  }
  const begun = turns.findLastIndex((turn) => turn.from <= ms)
  return turns.slice(Math.max(begun, 0))
}

/**
 * The stage of a screen at an instant (epoch ms). `screenId` null is the first screen, or all boards when the floor
 * defines none. Asking for a screen that `refuseScreen` refuses is a bug. Boards that are not for the floor are left
 * out of its playlists.
 */
export const stageOf = (
  model: FloorModel,
  screenId: string | null,
  ms: number,
  build: string,
): StageMessage => {
  const { file } = model
  const refusal = refuseScreen(file, screenId)
  if (refusal !== null) throw new Error(refusal)
  const known = screenOf(file, screenId)
  const { screen, playlists: all } = known ? namedScreen(file, known) : everyBoard(file)
  const { playlists, withheld } = forTheFloor(file, all)
  const theme = screen.theme ?? file.floor.theme
  const zone = screen.timeZone === undefined ? model.roster.floorZone : model.zone(screen.timeZone)
  return {
    protocol: protocolVersion,
    build,
    screen: {
      id: screen.id,
      name: screen.name,
      timeZone: zone.id,
      calm: screen.calm,
      safeArea: screen.safeArea,
      theme,
      rotate: screen.rotate,
      volume: screen.volume,
      // The floor file is checked against its own theme; another theme may need other lightnesses.
      brand: file.floor.brand.map((colour) => nearestReadable(theme, colour)),
    },
    floor: { name: file.floor.name, locale: file.floor.locale, currency: file.floor.currency },
    playlists,
    ...(withheld.length > 0 && { withheld: [...withheld] }),
    turns: turnsOf(screen, zone, ms),
    now: ms,
  }
}

/** The boards that a screen may show. */
export const boardsOf = (stage: StageMessage): readonly string[] => [
  ...new Set(Object.values(stage.playlists).flatMap((scenes) => scenes.map(({ board }) => board))),
]
