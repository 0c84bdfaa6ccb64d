/** Every output beside its input and every input beside its output; something for the team on every wall. */
export const boardsText = `
boards:
  - { id: enterprise-bookings, title: Enterprise bookings, kind: leaderboard, metric: bookings, window: quarter, scope: { team: enterprise, role: enterprise-ae }, pair: { metric: meetings-held, window: week }, goalOf: enterprise }
  - { id: mid-market-bookings, title: Mid-market bookings, kind: leaderboard, metric: bookings, window: quarter, scope: { team: mid-market, role: mid-market-ae }, pair: { metric: meetings-held, window: week }, goalOf: mid-market }
  - { id: floor-results, title: Is the floor seeing results?, kind: team-progress, metric: bookings, window: quarter, inputs: [{ metric: customer-touches, window: week }, { metric: new-pipeline, window: quarter }, { metric: sales-cycle, window: quarter }] }
  - { id: enterprise-meetings, title: Meetings this week, kind: leaderboard, metric: meetings-held, window: week, rankBy: attainment, scope: { team: enterprise, role: enterprise-ae }, pair: { metric: new-pipeline, window: quarter } }
  - { id: mid-market-pipeline, title: New pipeline this quarter, kind: leaderboard, metric: new-pipeline, window: quarter, rankBy: attainment, scope: { team: mid-market, role: mid-market-ae }, pair: { metric: deals-advanced, window: week } }
  - { id: over-the-line, title: Over the line this quarter, kind: over-the-line, metric: bookings, window: quarter }
  - { id: meetings-over-the-line, title: Met their customers this week, kind: over-the-line, metric: meetings-held, window: week }
  - { id: sdr-dials, title: Dials this week, kind: leaderboard, metric: dials, window: week, scope: { team: sales-development, role: sdr }, pair: { metric: sourced-opportunities, window: month } }
  - { id: sdr-pipeline, title: Sourced pipeline, kind: leaderboard, metric: sourced-pipeline, window: quarter, rankBy: attainment, scope: { team: sales-development, role: sdr }, pair: { metric: conversations, window: week } }
  - { id: sdr-booked, title: Meetings booked this week, kind: leaderboard, metric: meetings-booked, window: week, rankBy: attainment, scope: { team: sales-development, role: sdr }, pair: { metric: sourced-bookings, window: quarter } }
  - { id: sdr-spotlight, title: In the spotlight, kind: spotlight, metrics: [{ metric: dials, window: day }, { metric: conversations, window: week }, { metric: sourced-pipeline, window: quarter }], scope: { team: sales-development, role: sdr } }
  - { id: enterprise-spotlight, title: In the spotlight, kind: spotlight, metrics: [{ metric: meetings-held, window: week }, { metric: new-pipeline, window: quarter }, { metric: bookings, window: quarter }], scope: { team: enterprise, role: enterprise-ae } }
  - { id: sdr-improving, title: Most improved, kind: improved, metric: conversations, streak: dials, scope: { team: sales-development, role: sdr } }
  - { id: dials-over-the-line, title: Dials done, kind: over-the-line, metric: dials, window: week, scope: { team: sales-development } }
  - { id: pipeline-race, title: New pipeline by team, kind: team-progress, metric: new-pipeline, window: quarter, inputs: [{ metric: customer-touches, window: week }, { metric: new-opportunities, window: quarter }] }
  - { id: enterprise-results, title: Is Enterprise seeing results?, kind: results, metric: bookings, pipeline: closing-this-quarter, scope: { team: enterprise, role: enterprise-ae } }
  - { id: team-results, title: Is the floor seeing results?, kind: results, metric: bookings, pipeline: closing-this-quarter, of: teams }
  - { id: enterprise-together, title: "The quarter, together", kind: team-goal, metric: bookings, window: quarter, scope: { team: enterprise }, thresholds: [{ at: 1500000, unlocks: Team breakfast }, { at: 2400000, unlocks: Team lunch }, { at: 3100000, unlocks: Friday off }], pair: { metric: meetings-held, window: week } }
  - { id: sdr-together, title: "This week's meetings, together", kind: team-goal, metric: meetings-booked, window: week, scope: { team: sales-development }, thresholds: [{ at: 15, unlocks: Coffee for everybody }, { at: 25, unlocks: Home at three on Friday }], pair: { metric: sourced-pipeline, window: quarter } }
  - { id: enterprise-mid-market, title: Enterprise v Mid-market, kind: head-to-head, sides: [enterprise, mid-market], metrics: [{ metric: meetings-held, window: week }, { metric: new-pipeline }, { metric: bookings }, { metric: win-rate }], window: quarter, per: person }
  - { id: aaliyah-mateo, title: Aaliyah v Mateo, kind: head-to-head, sides: [aaliyah-washington, mateo-garcia-nunez], metrics: [{ metric: dials }, { metric: conversations }, { metric: meetings-booked }, { metric: sourced-bookings, window: quarter }], window: week }
  - { id: whole-org, title: Is the org seeing results?, kind: birds-eye, metric: bookings, window: quarter, cards: [{ team: enterprise }, { team: mid-market }, { team: sales-development, title: SDR sourced, metric: sourced-pipeline }, { title: New pipeline, metric: new-pipeline }], inputs: [{ metric: customer-touches, window: week }, { metric: new-opportunities }, { metric: sales-cycle }] }
  - { id: offices, title: How are the offices doing?, kind: birds-eye, metric: new-pipeline, window: quarter, by: office, inputs: [{ metric: customer-touches, window: week }, { metric: new-opportunities }] }
  - { id: enterprise-race, title: The race to the quarter, kind: trend-race, metric: bookings, window: quarter, scope: { team: enterprise, role: enterprise-ae } }
  - { id: team-race, title: Which team gets there first?, kind: trend-race, metric: bookings, window: quarter, of: teams, show: attainment }
  - { id: sdr-race, title: Who leads on dials?, kind: trend-race, metric: dials, window: week, show: rank, scope: { team: sales-development, role: sdr } }
  - { id: latest-wins, title: Latest wins, kind: wins }
  - { id: enterprise-work, title: Are we doing the work?, kind: accountability, metrics: [meetings-held, deals-advanced, untouched-deals], scope: { team: enterprise, role: enterprise-ae } }
  - { id: enterprise-funnel, title: Where do we lose them?, kind: funnel, window: quarter, scope: { team: enterprise, role: enterprise-ae } }
  - { id: mid-market-funnel, title: Where do we lose them?, kind: funnel, window: quarter, scope: { team: mid-market, role: mid-market-ae } }
  - { id: pipeline-hygiene, title: Is the pipeline being worked?, kind: hygiene, metrics: [untouched-deals, past-close-date, no-next-step, slipped-deals], teams: [enterprise, mid-market] }
  - { id: sdr-work, title: Are we doing the work?, kind: accountability, metrics: [dials, conversations, meetings-booked], scope: { team: sales-development, role: sdr } }
  - { id: enterprise-check-in, title: Mid-week check-in, kind: accountability, metrics: [meetings-held, deals-advanced], period: mid-week, scope: { team: enterprise, role: enterprise-ae } }
  - { id: sdr-check-in, title: Mid-week check-in, kind: accountability, metrics: [dials, conversations, meetings-booked], period: mid-week, scope: { team: sales-development, role: sdr } }
  - { id: mid-market-last-week, title: Did we do the work?, kind: accountability, metrics: [meetings-held, deals-advanced], period: last-week, scope: { team: mid-market, role: mid-market-ae } }
  - id: quarter-end
    title: The quarter closes
    kind: announcement
    text: |
      Orders count until the last minute of **December 31**, New York time.

      - Have it signed, then tell the deal desk
      - A discount over 20% needs a word with your lead **first**
      - Stuck? Say so at the stand-up: somebody has been there
    countdownTo: 2027-01-01
    afterwards: It is closed. Thank you, all of you.
  - { id: after-hours, title: After hours, kind: calm, metrics: [{ metric: dials }, { metric: meetings-held }], result: { metric: bookings } }

playlists:
  - id: main-wall
    name: Main wall
    items:
      - { board: enterprise-bookings, seconds: 20 }
      - { board: mid-market-bookings, seconds: 20 }
      - { board: whole-org, seconds: 20 }
      - { board: enterprise-work, seconds: 20 }
      - { board: latest-wins, seconds: 20 }
      - { board: pipeline-hygiene, seconds: 20 }
      - { board: enterprise-funnel, seconds: 20 }
      - { board: enterprise-results, seconds: 25 }
      - { board: enterprise-together, seconds: 20 }
      - { board: enterprise-meetings, seconds: 15 }
      - { board: mid-market-pipeline, seconds: 15 }
      - { board: sdr-pipeline, seconds: 15 }
      - { board: enterprise-spotlight, seconds: 15 }
      - { board: enterprise-mid-market, seconds: 15 }
      - { board: enterprise-race, seconds: 20 }
      - { board: quarter-end, seconds: 10 }
      - { board: over-the-line, seconds: 15 }
  - id: sdr-wall
    name: SDR wall
    items:
      - { board: sdr-dials, seconds: 20 }
      - { board: sdr-work, seconds: 20 }
      - { board: sdr-together, seconds: 20 }
      - { board: sdr-pipeline, seconds: 20 }
      - { board: sdr-booked, seconds: 15 }
      - { board: sdr-improving, seconds: 15 }
      - { board: sdr-spotlight, seconds: 15 }
      - { board: aaliyah-mateo, seconds: 15 }
      - { board: sdr-race, seconds: 15 }
      - { board: dials-over-the-line, seconds: 15 }
      - { board: pipeline-race, seconds: 15 }
  - id: monday-review
    name: Monday review
    items:
      - { board: floor-results, seconds: 40 }
      - { board: team-race, seconds: 30 }
      - { board: offices, seconds: 30 }
      - { board: latest-wins, seconds: 30 }
      - { board: quarter-end, seconds: 20 }
      - { board: pipeline-race, seconds: 40 }
      - { board: team-results, seconds: 30 }
      - { board: enterprise-bookings, seconds: 30 }
      - { board: mid-market-bookings, seconds: 30 }
      - { board: mid-market-last-week, seconds: 30 }
      - { board: pipeline-hygiene, seconds: 30 }
      - { board: enterprise-funnel, seconds: 30 }
      - { board: mid-market-funnel, seconds: 30 }
      - { board: meetings-over-the-line, seconds: 20 }
  - id: mid-week-check
    name: Mid-week check-in
    items:
      - { board: enterprise-check-in, seconds: 40 }
      - { board: sdr-check-in, seconds: 40 }
      - { board: floor-results, seconds: 30 }
  - id: reception
    name: Reception
    items:
      - { board: floor-results, seconds: 20 }
      - { board: latest-wins, seconds: 20 }
      - { board: over-the-line, seconds: 15 }
  - id: out-of-hours
    name: Out of hours
    items: [{ board: after-hours, seconds: 60 }]

screens:
  - { id: main-wall, name: Main wall, playlist: main-wall, schedule: [{ playlist: monday-review, days: [monday], hours: { from: "09:00", to: "09:45" } }, { playlist: mid-week-check, days: [wednesday], hours: { from: "13:00", to: "13:30" } }] }
  - { id: sdr-wall, name: SDR wall, playlist: sdr-wall }
  - { id: reception, name: Reception, playlist: reception, schedule: [{ playlist: out-of-hours, days: [saturday, sunday] }, { playlist: out-of-hours, hours: { from: "00:00", to: "08:30" } }, { playlist: out-of-hours, hours: { from: "18:00", to: "24:00" } }] }
`
