// A floor small enough to work out in the head: two offices, three people, one board of each kind.
export const smallFloorText = `floor:
  name: Small floor
  timeZone: America/New_York
  currency: USD
  stages: [New, Proposal, Closed]
teams:
  - { id: east, name: East, timeZone: America/New_York }
  - { id: london, name: London, timeZone: Europe/London }
roles:
  - { id: ae, name: Account executive }
people:
  - { id: priya, name: Priya Raman, role: ae, team: east, aliases: [priya@example.com] }
  - { id: marcus, name: Marcus Oyelaran, role: ae, team: east }
  - { id: elena, name: Elena Voss, role: ae, team: london }
metrics:
  - id: revenue
    name: Closed-won revenue
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
  - { metric: revenue, window: quarter, role: ae, value: 1000 }
  - { metric: revenue, window: quarter, team: east, value: sum-of-members }
  - { metric: calls, window: day, role: ae, value: 2 }
boards:
  - { id: revenue, kind: leaderboard, title: Closed-won revenue, metric: revenue, window: quarter, pair: { metric: calls, window: day } }
  - { id: calls-today, kind: leaderboard, title: Calls today, metric: calls, window: day }
  - { id: teams, kind: team-progress, title: How are the teams doing?, metric: revenue, window: quarter, inputs: [{ metric: calls, window: day }] }
  - { id: over, kind: over-the-line, title: Over the line, metric: revenue, window: quarter }
playlists:
  - { id: day, name: Day, items: [{ board: revenue, seconds: 20 }, { board: teams, seconds: 10 }] }
  - { id: evening, name: Evening, items: [{ board: over, seconds: 30 }] }
screens:
  - { id: wall, name: Main wall, playlist: day, schedule: [{ playlist: evening, hours: { from: '17:00', to: '24:00' } }] }
  - { id: calls-wall, name: Calls, playlist: evening }
`

/** The small floor under the machine's own clock: its TVs show the same at every hour. */
export const smallFloorAtAnyHour = smallFloorText.replace(/, schedule: \[.*?\]/, '')
if (smallFloorAtAnyHour === smallFloorText) throw new Error('The small floor has no schedule to leave out')
