// A floor as large as they come: what a console opens and edits.
import { stringify } from 'yaml'
import { floorOfFifty } from './floor-of-fifty.ts'

const kinds = ['leaderboard', 'team-progress', 'over-the-line'] as const
const windows = ['day', 'week', 'month', 'quarter', 'year'] as const

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** As a person would write it: without what has a default. */
export const textOfFiveHundred = stringify({
  floor: floorOfFifty.floor,
  teams: times(40, (i) => ({ id: `team-${i}`, name: `Team ${i}` })),
  people: times(500, (i) => ({
    id: `rep-${i}`,
    name: `Rep ${i} of the floor`,
    team: `team-${i % 40}`,
    aliases: [`rep.${i}@northwind.test`],
  })),
  metrics: floorOfFifty.metrics,
  goals: times(500, (i) => ({
    metric: 'won-closedat-money',
    window: 'quarter',
    rep: `rep-${i}`,
    value: 100_000 + i,
  })),
  boards: times(60, (i) => ({
    id: `board-${i}`,
    kind: kinds[i % kinds.length],
    title: `Board ${i}`,
    metric: 'won-closedat-money',
    window: windows[i % windows.length],
  })),
  playlists: times(20, (i) => ({
    id: `playlist-${i}`,
    name: `Playlist ${i}`,
    items: times(6, (nth) => ({ board: `board-${(i * 3 + nth) % 60}`, seconds: 20 })),
  })),
  screens: times(40, (i) => ({ id: `screen-${i}`, name: `Screen ${i}`, playlist: `playlist-${i % 20}` })),
})
