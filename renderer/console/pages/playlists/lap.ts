// How long one turn through a playlist takes, and how often each of its boards comes.

interface Item {
  readonly board: string
  readonly seconds: number
}

/** Of all its boards that a wall shows, in seconds. */
export const lapSeconds = (items: readonly Item[]): number =>
  items.reduce((sum, { seconds }) => sum + seconds, 0)

/** How often an hour one place of the playlist comes up; 0 for an empty one. */
export const timesAnHour = (items: readonly Item[]): number => {
  const lap = lapSeconds(items)
  return lap === 0 ? 0 : 3600 / lap
}
