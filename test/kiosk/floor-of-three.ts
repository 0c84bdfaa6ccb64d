import { northOfficeText } from '../floors/north-office.ts'

/** A floor with a screen and a board for each of three displays. */
export const floorOfThree = `${northOfficeText}boards:
  - { id: ladder, title: Lobby ladder, kind: leaderboard, metric: won, window: year }
  - { id: month, title: Kitchen month, kind: leaderboard, metric: won, window: month }
  - { id: teams, title: Stairs teams, kind: leaderboard, metric: won, window: quarter }
playlists:
  - { id: lobby, name: Lobby, items: [{ board: ladder, seconds: 30 }] }
  - { id: kitchen, name: Kitchen, items: [{ board: month, seconds: 30 }] }
  - { id: stairs, name: Stairs, items: [{ board: teams, seconds: 30 }] }
screens:
  - { id: lobby, name: Lobby, playlist: lobby }
  - { id: kitchen, name: Kitchen, playlist: kitchen }
  - { id: stairs, name: Stairs, playlist: stairs }
`
