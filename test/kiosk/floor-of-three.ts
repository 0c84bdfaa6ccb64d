/** A floor with a screen and a board for each of three displays. */
export const floorOfThree = `
floor: { name: North office, timeZone: UTC, currency: USD }
roles: [{ id: ae, name: AE }]
teams: [{ id: north, name: North }]
people:
  - { id: priya, name: Priya Raman, role: ae, team: north }
  - { id: hana, name: Hana Novak, role: ae, team: north }
metrics:
  - id: won
    name: Won
    objective: How much did we win?
    indicator: output
    question: results
    unit: money
    of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } }
boards:
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
