// The floor whose day is played: eight people in three teams, boards of six kinds for three seconds each, and a celebration
// of every look.
const names = [
  'Priya Raman',
  'Marcus Oyelaran',
  'Elena Voss',
  'Hana Novak',
  'Jonas Lindqvist',
  'Amara Diallo',
  'Mateo Silva',
  'Yuki Tanaka',
]
const teams = ['north', 'south', 'coast']

export const people = names.map((name, nth) => ({
  id: `rep-${nth + 1}`,
  name,
  team: teams[nth % teams.length] ?? 'north',
}))

/** As short as a playlist takes them. */
export const sceneSeconds = 3

/** The one on which the wall is measured: it has the same rows all day, and all of them on one page. */
export const measuredBoard = 'calls'

const boards = [
  '{ id: calls, title: Calls today, kind: leaderboard, metric: calls, window: day }',
  '{ id: won, title: Won so far, kind: leaderboard, metric: won, window: quarter, pair: { metric: calls, window: day } }',
  '{ id: teams, title: How are the teams doing?, kind: team-progress, metric: won, window: quarter, inputs: [{ metric: calls, window: day }] }',
  '{ id: over, title: Over the line, kind: over-the-line, metric: won, window: quarter }',
  '{ id: race, title: The race, kind: trend-race, metric: won, window: quarter }',
  '{ id: wins, title: Latest wins, kind: wins }',
]
export const dayPlaylist: readonly string[] = ['calls', 'won', 'teams', 'calls', 'over', 'race', 'wins']

/** What a celebration is set off by: an activity of that kind. */
export const looks = [
  'big-deal',
  'goal-reached',
  'record',
  'team-threshold',
  'streak',
  'recognition',
] as const

/** As long as the shortest takes. */
export const takeoverSeconds = 6

/** @param playlist of boards, in their order */
export const dayFloorText = (playlist: readonly string[]): string => `floor:
  name: North office
  timeZone: UTC
  currency: USD
  celebrations: { perHour: 60 }
roles: [{ id: ae, name: AE }]
teams:
${teams.map((id) => `  - { id: ${id}, name: ${id} }`).join('\n')}
people:
${people.map(({ id, name, team }) => `  - { id: ${id}, name: ${name}, role: ae, team: ${team} }`).join('\n')}
metrics:
  - id: won
    name: Won
    objective: How much did we win?
    indicator: output
    question: results
    unit: money
    of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } }
  - id: calls
    name: Calls
    objective: How much do we call?
    indicator: input
    question: activity
    unit: count
    of: { from: activity, where: [{ field: kind, is: call }], date: at }
goals:
  - { metric: won, window: quarter, role: ae, value: 100000 }
  - { metric: won, window: quarter, team: north, value: sum-of-members }
boards:
${boards.map((board) => `  - ${board}`).join('\n')}
playlists:
  - { id: day, name: Day, items: [${playlist.map((board) => `{ board: ${board}, seconds: ${sceneSeconds} }`).join(', ')}] }
screens: [{ id: wall, name: Wall, playlist: day }]
celebrations:
${looks
  .map(
    (look) =>
      `  - { id: ${look}, name: ${look}, on: { from: activity, where: [{ field: kind, is: ${look} }] }, look: ${look}, seconds: ${takeoverSeconds} }`,
  )
  .join('\n')}
`
