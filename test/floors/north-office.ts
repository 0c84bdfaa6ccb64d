/** Two people and what they have won; boards, playlists and screens come after it. */
export const northOfficeText = `
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
`
