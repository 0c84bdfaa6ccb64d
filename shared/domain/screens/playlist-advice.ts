// The check against wallpaper: whether a playlist shows what people can do and what comes of it, against goals, fresh and
// long enough to be read. It advises; nothing is refused by it.
import type { AdviceCode, PlaylistAdvice } from '../../wire/advice.ts'
import type { Board, FloorFile, Metric, Playlist } from '../../wire/floor.ts'
import type { FloorEdit } from '../../wire/floor-edits.ts'
import { minPageMs } from './rotation.ts'
import { isForTheFloor } from './screen-stage.ts'

/** What is known beside the floor file. */
export interface PlaylistFacts {
  /** Whether nothing came for a metric for long. */
  readonly isSilent: (metric: string) => boolean
  /** For how many days neither the playlist nor one of its boards was changed; null where that is not known. */
  readonly unchangedDays: number | null
  /** Pages that a board has now; 1 where it is not known. */
  readonly pages: (board: string) => number
}

/** After six weeks people no longer look at what never changes. */
export const staleDays = 42
/** How long a board that is added by a fix is on. */
const addedSeconds = 20

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Ids of the metrics that a board names, wherever it does. */
export const metricsOfBoard = (board: Board): ReadonlySet<string> => {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (!isObject(value)) return
    for (const [key, each] of Object.entries(value)) {
      if (key === 'metric' && typeof each === 'string') found.add(each)
      if (key === 'metrics' && Array.isArray(each))
        for (const id of each) if (typeof id === 'string') found.add(id)
      look(each)
    }
  }
  look(board)
  return found
}

/** Kinds that show results though they name no metric. */
const resultKinds: ReadonlySet<Board['kind']> = new Set(['wins'])
/** Kinds whose goal is set by what they are: zero left lying, a stage's share against the one before, each rep's own plan. */
const kindsWithoutGoals: ReadonlySet<Board['kind']> = new Set([
  'hygiene',
  'funnel',
  'formula',
  'wins',
  'calm',
])
const teamGoalKinds: ReadonlySet<Board['kind']> = new Set(['team-goal', 'team-progress'])

const quoted = (names: readonly string[]): string => {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  if (names.length > 3) return `${shown.join(', ')} and ${names.length - 3} more`
  return shown.length === 1 ? `${shown[0]}` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

interface AdviceParts {
  readonly boards?: readonly string[]
  readonly metrics?: readonly string[]
  readonly items?: Playlist['items'] | undefined
}

/**
 * In the order of worth. Each piece of advice comes once, with all boards or metrics that it is about. A board that the
 * floor does not have is no board of the playlist.
 */
export const playlistAdvice = (
  file: FloorFile,
  playlist: Playlist,
  { isSilent, unchangedDays, pages }: PlaylistFacts,
): readonly PlaylistAdvice[] => {
  const { items } = playlist
  const byId = new Map(file.boards.map((board) => [board.id, board]))
  const listed = [...new Set(items.map(({ board }) => board))].flatMap((id) => byId.get(id) ?? [])
  const shown = listed.filter(isForTheFloor)
  const metrics = new Map(file.metrics.map((metric) => [metric.id, metric]))
  const metricsOf = (boards: readonly Board[]): readonly Metric[] =>
    [...new Set(boards.flatMap((board) => [...metricsOfBoard(board)]))].flatMap((id) => metrics.get(id) ?? [])
  const isOf =
    (indicator: Metric['indicator']) =>
    (board: Board): boolean =>
      (indicator === 'output' && resultKinds.has(board.kind)) ||
      metricsOf([board]).some((metric) => metric.indicator === indicator)
  const titles = (boards: readonly Board[]): string => quoted(boards.map(({ title }) => title))
  const names = (of: readonly Metric[]): string => quoted(of.map(({ name }) => name))

  const advise = (code: AdviceCode, message: string, parts: AdviceParts = {}): PlaylistAdvice => {
    const fix: FloorEdit[] | null = parts.items
      ? [{ do: 'set', list: 'playlists', id: playlist.id, fields: { items: [...parts.items] } }]
      : null
    return { code, message, boards: [...(parts.boards ?? [])], metrics: [...(parts.metrics ?? [])], fix }
  }
  /** With a board of the floor that is not in the playlist yet. */
  const adding = (wanted: (board: Board) => boolean): AdviceParts => {
    const board = file.boards.find((each) => isForTheFloor(each) && !listed.includes(each) && wanted(each))
    if (board === undefined) return {}
    return { boards: [board.id], items: [...items, { board: board.id, seconds: addedSeconds }] }
  }

  const advice: PlaylistAdvice[] = []
  if (!shown.some(isOf('input')))
    advice.push(
      advise(
        'no-inputs',
        'Nothing on it is in people’s hands: add what they do, such as calls.',
        adding(isOf('input')),
      ),
    )
  if (!shown.some(isOf('output')))
    advice.push(
      advise(
        'no-outputs',
        'Nothing on it shows what comes of the work: add a result.',
        adding(isOf('output')),
      ),
    )

  const goals = new Set(file.goals.map(({ metric }) => metric))
  const judged = shown.filter(({ kind }) => !kindsWithoutGoals.has(kind))
  const aimless = metricsOf(judged).filter(({ id }) => !goals.has(id))
  if (aimless.length > 0)
    advice.push(
      advise('no-goal', `Nobody has a goal for ${names(aimless)}: a number without one says little.`, {
        metrics: aimless.map(({ id }) => id),
      }),
    )
  const isTeamGoal = ({ kind }: Board): boolean => teamGoalKinds.has(kind)
  if (!shown.some(isTeamGoal))
    advice.push(advise('no-team-goal', 'Nothing on it is a goal that everybody adds to.', adding(isTeamGoal)))

  const hidden = listed.filter((board) => !isForTheFloor(board))
  if (hidden.length > 0) {
    const ids = hidden.map(({ id }) => id)
    const left = items.filter(({ board }) => !ids.includes(board))
    advice.push(
      advise('private', `${titles(hidden)} is not for the floor: no wall shows it.`, {
        boards: ids,
        items: left.length > 0 ? left : undefined,
      }),
    )
  }
  const quiet = metricsOf(shown).filter(({ id }) => isSilent(id))
  if (quiet.length > 0)
    advice.push(
      advise('stale', `Nothing has come for ${names(quiet)} for two weeks: is its source still sending?`, {
        metrics: quiet.map(({ id }) => id),
      }),
    )
  if (unchangedDays !== null && unchangedDays >= staleDays)
    advice.push(
      advise(
        'unchanged',
        `It has been the same for ${Math.floor(unchangedDays / 7)} weeks: people stop looking.`,
      ),
    )

  /** Seconds that it takes to read each board. */
  const needed = new Map(shown.map(({ id }) => [id, Math.ceil((pages(id) * minPageMs) / 1000)]))
  const isHurried = ({ board, seconds }: Playlist['items'][number]): boolean =>
    seconds < (needed.get(board) ?? 0)
  const hurried = shown.filter(({ id }) => items.some((item) => item.board === id && isHurried(item)))
  if (hurried.length > 0)
    advice.push(
      advise('too-short', `${titles(hurried)} is on for less time than it takes to read.`, {
        boards: hurried.map(({ id }) => id),
        items: items.map((item) =>
          isHurried(item) ? { ...item, seconds: Math.min(3600, needed.get(item.board) ?? 0) } : item,
        ),
      }),
    )
  return advice
}
