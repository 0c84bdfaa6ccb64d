/** Sorted by the playbook's three folders; every wall has a board for the whole team. */
export const boardsText = `
boards:
  # Accountability, AE: are reps doing the work?
  - { id: enterprise-work, title: Are we doing the work?, kind: accountability, metrics: [meetings-held, deals-touched, deals-advanced, untouched-deals], scope: { team: enterprise, role: enterprise-ae } }
  - { id: mid-market-work, title: Are we doing the work?, kind: accountability, metrics: [meetings-held, deals-touched, deals-advanced, untouched-deals], scope: { team: mid-market, role: mid-market-ae } }
  - { id: enterprise-check-in, title: Mid-week check-in, kind: accountability, metrics: [meetings-held, deals-advanced], period: mid-week, scope: { team: enterprise, role: enterprise-ae } }
  - { id: mid-market-last-week, title: Did we do the work?, kind: accountability, metrics: [meetings-held, deals-advanced], period: last-week, scope: { team: mid-market, role: mid-market-ae } }
  - { id: pipeline-hygiene, title: Is the pipeline being worked?, kind: hygiene, metrics: [untouched-deals, past-close-date, no-next-step, slipped-deals], teams: [enterprise, mid-market] }
  - { id: enterprise-plan, title: "Everybody's own plan", kind: formula, metrics: [meetings-held, new-opportunities], scope: { team: enterprise, role: enterprise-ae } }
  - { id: meetings-over-the-line, title: Met their customers this week, kind: over-the-line, metric: meetings-held, window: week }

  # Accountability, SDR
  - { id: sdr-work, title: Are we doing the work?, kind: accountability, metrics: [dials, conversations, emails, meetings-booked, assigned-untouched], scope: { team: sales-development, role: sdr } }
  - { id: sdr-plan, title: "Everybody's own day", kind: formula, metrics: [dials, conversations, meetings-booked], scope: { team: sales-development, role: sdr } }
  - { id: sdr-check-in, title: Mid-week check-in, kind: accountability, metrics: [dials, conversations, meetings-booked], period: mid-week, scope: { team: sales-development, role: sdr } }
  - { id: sdr-leads, title: Has everybody heard from us?, kind: hygiene, metrics: [assigned-untouched], teams: [sales-development] }
  - { id: sdr-improving, title: Most improved, kind: improved, metric: conversations, streak: dials, scope: { team: sales-development, role: sdr } }
  - { id: dials-over-the-line, title: Dials done, kind: over-the-line, metric: dials, window: week, scope: { team: sales-development } }

  # Results, AE: is the team seeing results? Every output beside an input, every input beside an output
  - { id: enterprise-bookings, title: Enterprise bookings, kind: leaderboard, metric: bookings, window: quarter, scope: { team: enterprise, role: enterprise-ae }, pair: { metric: meetings-held, window: week }, goalOf: enterprise }
  - { id: mid-market-bookings, title: Mid-market bookings, kind: leaderboard, metric: bookings, window: quarter, scope: { team: mid-market, role: mid-market-ae }, pair: { metric: meetings-held, window: week }, goalOf: mid-market }
  - { id: enterprise-meetings, title: Meetings this week, kind: leaderboard, metric: meetings-held, window: week, rankBy: attainment, scope: { team: enterprise, role: enterprise-ae }, pair: { metric: new-pipeline, window: quarter } }
  - { id: mid-market-pipeline, title: New pipeline this quarter, kind: leaderboard, metric: new-pipeline, window: quarter, rankBy: attainment, scope: { team: mid-market, role: mid-market-ae }, pair: { metric: deals-advanced, window: week } }
  - { id: enterprise-results, title: Is Enterprise seeing results?, kind: results, metric: bookings, pipeline: closing-this-quarter, scope: { team: enterprise, role: enterprise-ae } }
  - { id: enterprise-together, title: "The quarter, together", kind: team-goal, metric: bookings, window: quarter, scope: { team: enterprise }, thresholds: [{ at: 1500000, unlocks: Team breakfast }, { at: 2400000, unlocks: Team lunch }, { at: 3100000, unlocks: Friday off }], pair: { metric: meetings-held, window: week } }
  - { id: enterprise-to-go, title: What a day asks of us, kind: countdown-ask, metric: bookings, window: quarter, scope: { team: enterprise } }
  - { id: enterprise-funnel, title: Where do we lose them?, kind: funnel, window: quarter, scope: { team: enterprise, role: enterprise-ae } }
  - { id: mid-market-funnel, title: Where do we lose them?, kind: funnel, window: quarter, scope: { team: mid-market, role: mid-market-ae } }
  - { id: enterprise-race, title: The race to the quarter, kind: trend-race, metric: bookings, window: quarter, scope: { team: enterprise, role: enterprise-ae } }
  - { id: enterprise-mid-market, title: Enterprise v Mid-market, kind: head-to-head, sides: [enterprise, mid-market], metrics: [{ metric: meetings-held, window: week }, { metric: new-pipeline }, { metric: bookings }, { metric: win-rate }], window: quarter, per: person }
  - { id: enterprise-spotlight, title: In the spotlight, kind: spotlight, metrics: [{ metric: meetings-held, window: week }, { metric: new-pipeline, window: quarter }, { metric: bookings, window: quarter }], scope: { team: enterprise, role: enterprise-ae } }
  - { id: power-hour, title: Power hour, kind: contest, contest: power-hour }
  - { id: winners, title: Hall of fame, kind: hall-of-fame }
  - { id: player, title: Player of the month, kind: award, award: player-of-the-month }
  - { id: meetings-month, title: Meetings of the month, kind: contest, contest: meetings-month, scope: { team: enterprise } }
  - { id: over-the-line, title: Over the line this quarter, kind: over-the-line, metric: bookings, window: quarter }
  - { id: latest-wins, title: Latest wins, kind: wins }

  # Results, SDR
  - { id: sdr-dials, title: Dials this week, kind: leaderboard, metric: dials, window: week, scope: { team: sales-development, role: sdr }, pair: { metric: opportunities-created, window: month } }
  - { id: sdr-pipeline, title: Sourced pipeline, kind: leaderboard, metric: sourced-pipeline, window: quarter, rankBy: attainment, scope: { team: sales-development, role: sdr }, pair: { metric: conversations, window: week } }
  - { id: sdr-opportunities, title: Opportunities accepted, kind: leaderboard, metric: opportunities-accepted, window: month, rankBy: attainment, scope: { team: sales-development, role: sdr }, pair: { metric: meetings-booked, window: week } }
  - { id: sdr-booked, title: Meetings booked this week, kind: leaderboard, metric: meetings-booked, window: week, rankBy: attainment, scope: { team: sales-development, role: sdr }, pair: { metric: sourced-bookings, window: quarter } }
  - { id: sdr-results, title: What comes of our work?, kind: results, metric: sourced-bookings, pipeline: closing-this-quarter, scope: { team: sales-development, role: sdr } }
  - { id: sdr-together, title: "This week's meetings, together", kind: team-goal, metric: meetings-booked, window: week, scope: { team: sales-development }, thresholds: [{ at: 15, unlocks: Coffee for everybody }, { at: 25, unlocks: Home at three on Friday }], pair: { metric: sourced-pipeline, window: quarter } }
  - { id: sdr-race, title: Who leads on dials?, kind: trend-race, metric: dials, window: week, show: rank, scope: { team: sales-development, role: sdr } }
  - { id: aaliyah-mateo, title: Aaliyah v Mateo, kind: head-to-head, sides: [aaliyah-washington, mateo-garcia-nunez], metrics: [{ metric: dials }, { metric: conversations }, { metric: meetings-booked }, { metric: sourced-bookings, window: quarter }], window: week }
  - { id: sdr-spotlight, title: In the spotlight, kind: spotlight, metrics: [{ metric: dials, window: day }, { metric: conversations, window: week }, { metric: sourced-pipeline, window: quarter }], scope: { team: sales-development, role: sdr } }

  # Bird's-eye: is the org?
  - { id: whole-org, title: Is the org seeing results?, kind: birds-eye, metric: bookings, window: quarter, cards: [{ team: enterprise }, { team: mid-market }, { team: sales-development, title: SDR sourced, metric: sourced-pipeline }, { title: New pipeline, metric: new-pipeline }], inputs: [{ metric: account-touches, window: week }, { metric: new-opportunities }, { metric: sales-cycle }] }
  - { id: offices, title: How are the offices doing?, kind: birds-eye, metric: new-pipeline, window: quarter, by: office, inputs: [{ metric: account-touches, window: week }, { metric: new-opportunities }] }
  - { id: floor-results, title: Is the floor seeing results?, kind: team-progress, metric: bookings, window: quarter, inputs: [{ metric: account-touches, window: week }, { metric: new-pipeline, window: quarter }, { metric: sales-cycle, window: quarter }] }
  - { id: team-results, title: Is the floor seeing results?, kind: results, metric: bookings, pipeline: closing-this-quarter, of: teams }
  - { id: pipeline-race, title: New pipeline by team, kind: team-progress, metric: new-pipeline, window: quarter, inputs: [{ metric: account-touches, window: week }, { metric: new-opportunities, window: quarter }] }
  - { id: team-race, title: Which team gets there first?, kind: trend-race, metric: bookings, window: quarter, of: teams, show: attainment }

  # In private: what is off, for those who coach, and in sums for the leadership
  - { id: enterprise-off, title: What is off, kind: exceptions, scope: { team: enterprise } }
  - { id: off-by-rule, title: What is off, kind: exceptions, audience: leadership }

  # The house: a word to everybody, thanks between colleagues, and the wall out of hours
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
  - { id: thank-you, title: Thank you, kind: thanks }
  - { id: after-hours, title: After hours, kind: calm, metrics: [{ metric: dials }, { metric: meetings-held }], result: { metric: bookings } }
`
