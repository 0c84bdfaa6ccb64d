// How long a playlist takes to come round, and how often each of its boards is seen.
import type { BoardInLap } from '../../wire/advice.ts'
import type { Playlist } from '../../wire/floor.ts'

type Items = readonly Playlist['items'][number][]

/** Seconds; 0 for a playlist without items. */
export const lapSeconds = (items: Items): number => items.reduce((sum, { seconds }) => sum + seconds, 0)

/** How often an hour one place of a playlist comes up; 0 for a playlist without items. */
export const turnsAnHour = (items: Items): number => {
  const lap = lapSeconds(items)
  return lap === 0 ? 0 : 3600 / lap
}

/**
 * In the order in which they first come. Boards that a wall may not show (`isShown` false) take no time: the others come
 * round sooner. `timesAnHour` counts how often a board comes on, not for how long.
 */
export const boardsInLap = (items: Items, isShown: (board: string) => boolean): readonly BoardInLap[] => {
  const shown = items.filter(({ board }) => isShown(board))
  const lap = lapSeconds(shown)
  const boards = new Map<string, { seconds: number; times: number }>()
  for (const { board, seconds } of shown) {
    const before = boards.get(board) ?? { seconds: 0, times: 0 }
    boards.set(board, { seconds: before.seconds + seconds, times: before.times + 1 })
  }
  return [...boards].map(([board, { seconds, times }]) => ({
    board,
    secondsALap: seconds,
    timesAnHour: (times * 3600) / lap,
  }))
}
