// What a screen needs to show its boards on its own for days: its playlists, and when each of them is on.
import type { Board, FloorFile, Screen } from '../../wire/floor.ts'
import { protocolVersion, type Scene, type StageMessage } from '../../wire/socket.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { nearestReadable } from '../words/brand-colour.ts'
import { knownInWords } from '../words/known-in-words.ts'
import { withChangesBoard } from './changes-board.ts'
import { type ScreenSchedule, scheduleOf, turnsOf } from './schedule.ts'
import { dimsOf, sleepsOf } from './sleep-times.ts'
import { itemsFor } from './team-version.ts'
import { withWordsBoard } from './words-board.ts'

/** Whether a wall may show a board: everybody in the room sees it there. */
export const isForTheFloor = ({ audience }: Board): boolean => audience === 'floor'

/** The playlist of a floor that defines no screens: every board, in the file's order. */
const everything = 'all'

const screenOfEverything = (file: FloorFile): Screen => ({
  id: 'main',
  name: file.floor.name,
  playlist: everything,
  schedule: [],
  calm: false,
  safeArea: 0.05,
  rotate: 0,
  volume: 0.35,
})

/** The first for null; undefined when the floor has no such screen. */
const screenOf = ({ screens }: FloorFile, screenId: string | null): Screen | undefined =>
  screenId === null ? screens[0] : screens.find(({ id }) => id === screenId)

/** Why there is no such screen, or null. A TV shows this text; it has no full stop at its end. */
export const refuseScreen = (file: FloorFile, screenId: string | null): string | null => {
  if (screenId === null || screenOf(file, screenId)) return null
  return `the floor file has no screen "${screenId}"; ${knownInWords(file.screens.map(({ id }) => id))}`
}

const playlistsOf = (
  file: FloorFile,
  screen: Screen,
  { rules }: ScreenSchedule,
): Readonly<Record<string, readonly Scene[]>> => {
  const used = new Set(rules.map(({ playlist }) => playlist))
  const playlists = file.playlists.filter(({ id }) => used.has(id))
  return Object.fromEntries(playlists.map((playlist) => [playlist.id, itemsFor(playlist, screen.team, file)]))
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

/** What walls show by themselves: leaders wrote something today; metrics or goals changed. */
export interface ShownByItself {
  readonly words: boolean
  readonly changes: boolean
}

const withOwnBoards = (
  file: FloorFile,
  playlists: WallPlaylists['playlists'],
  { words, changes }: ShownByItself,
): WallPlaylists['playlists'] =>
  Object.fromEntries(
    Object.entries(playlists).map(([id, scenes]) => {
      const told = changes ? withChangesBoard(scenes, file) : scenes
      return [id, words ? withWordsBoard(told, file) : told]
    }),
  )

/**
 * The stage of a screen at an instant (epoch ms). `screenId` null is the first screen, or all boards when the floor
 * defines none. Asking for a screen that `refuseScreen` refuses is a bug. Boards that are not for the floor are left
 * out of its playlists. What walls show by themselves every playlist shows once in a lap.
 */
export const stageOf = (
  model: FloorModel,
  screenId: string | null,
  ms: number,
  build: string,
  shows: ShownByItself = { words: false, changes: false },
): StageMessage => {
  const { file } = model
  const refusal = refuseScreen(file, screenId)
  if (refusal !== null) throw new Error(refusal)
  const known = screenOf(file, screenId)
  const screen = known ?? screenOfEverything(file)
  const schedule = scheduleOf(file, screen, model.zone)
  const { playlists, withheld } = forTheFloor(
    file,
    known
      ? playlistsOf(file, known, schedule)
      : { [everything]: file.boards.map(({ id }) => ({ board: id, seconds: 20 })) },
  )
  const theme = screen.theme ?? file.floor.theme
  const { quietHours } = file.floor.celebrations
  const [sleeps, dims] = [sleepsOf(file, screen, schedule, ms), dimsOf(file, screen, schedule, ms)]
  return {
    protocol: protocolVersion,
    build,
    screen: {
      id: screen.id,
      name: screen.name,
      timeZone: schedule.zone.id,
      calm: screen.calm,
      safeArea: screen.safeArea,
      theme,
      rotate: screen.rotate,
      volume: screen.volume,
      // The floor file is checked against its own theme; another theme may need other lightnesses.
      brand: file.floor.brand.map((colour) => nearestReadable(theme, colour)),
    },
    floor: {
      name: file.floor.name,
      locale: file.floor.locale,
      currency: file.floor.currency,
      ...(quietHours !== undefined && { quietHours }),
    },
    playlists: withOwnBoards(file, playlists, shows),
    ...(withheld.length > 0 && { withheld: [...withheld] }),
    turns: turnsOf(schedule, ms),
    ...(sleeps.length > 0 && { sleeps: [...sleeps] }),
    ...(dims.length > 0 && { dims: [...dims] }),
    now: ms,
  }
}
