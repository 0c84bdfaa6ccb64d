/** The week's meetings: they follow the playlists that the main wall shows at their hours, less what is there to look at alone. */
export const cadencesText = `
cadences:
  - id: monday-review
    name: Monday review
    day: monday
    at: "09:00"
    owner: josephine-delacroix
    boards: [floor-results, team-race, offices, latest-wins, pipeline-race, enterprise-bookings, mid-market-bookings, mid-market-last-week, pipeline-hygiene, enterprise-funnel]
  - id: mid-week-check
    name: Mid-week check-in
    day: wednesday
    at: "13:00"
    owner: oluwaseun-adebayo
    boards: [enterprise-check-in, sdr-check-in, floor-results]
  - id: sdr-friday
    name: SDR week's end
    day: friday
    at: "16:00"
    owner: devon-achebe
    team: sales-development
    boards: [sdr-work, sdr-plan, sdr-leads, sdr-pipeline, sdr-improving]
  - id: month-review
    name: Review of the month
    every: month
    day: 1 # the first working day; -1 would be the last one
    at: "10:00"
    owner: josephine-delacroix
    boards: [team-results, floor-results, enterprise-results, sdr-results, enterprise-funnel, mid-market-funnel, pipeline-hygiene]
  - id: quarter-review
    name: Review of the quarter
    every: quarter
    day: 2
    at: "10:00"
    owner: josephine-delacroix
    boards: [whole-org, offices, team-results, floor-results, enterprise-race, sdr-race]
  - { id: one-to-ones, name: One-to-ones, day: thursday, at: "14:00", oneToOnes: true }
  # Of a team, with boards to look at together; they stand on the page of each one-to-one.
  - { id: sdr-one-to-ones, name: SDR one-to-ones, day: tuesday, at: "15:00", team: sales-development, oneToOnes: true, boards: [sdr-improving, sdr-results, sdr-spotlight] }
`
