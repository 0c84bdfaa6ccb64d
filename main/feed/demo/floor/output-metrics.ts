import { markKind, markMetrics } from '../mark.ts'

/**
 * Lagging numbers: what came of the work. Orders of extra seats by customers are won the day they are made, so they
 * count as bookings and stay out of everything that measures a sales cycle.
 */
export const outputMetricsText = `
  # Pipeline creation: does activity become pipeline?
  - id: new-opportunities
    name: New opportunities
    noun: opps
    objective: How many new deals did we open?
    indicator: output
    question: pipeline-creation
    unit: count
    window: month
    of: { from: deal, where: [{ field: product, isNot: Extra seats }], date: createdAt }
  - id: new-pipeline
    name: New pipeline
    noun: created
    objective: How much new pipeline did we create?
    indicator: output
    question: pipeline-creation
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: product, isNot: Extra seats }], date: createdAt, measure: { sum: amount } }
  - id: sourced-opportunities
    name: Sourced opportunities
    noun: opps
    objective: How many deals began with an SDR's meeting?
    indicator: output
    question: pipeline-creation
    unit: count
    window: month
    of: { from: deal, where: [{ field: credit, is: assist }], date: createdAt }
  - id: sourced-pipeline
    name: Sourced pipeline
    noun: sourced
    objective: How much pipeline began with an SDR's meeting?
    indicator: output
    question: pipeline-creation
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: credit, is: assist }], date: createdAt, measure: { sum: amount } }
  - id: dials-per-opportunity
    name: Dials per opportunity
    objective: How many dials does one new opportunity take?
    indicator: output
    question: pipeline-creation
    unit: count
    better: lower
    window: quarter
    of: { ratio: [dials, sourced-opportunities] }

  # Pipeline velocity
  - id: decided-deals
    name: Decided deals
    noun: decided
    objective: How many deals got an answer, either way?
    indicator: output
    question: pipeline-velocity
    unit: count
    window: quarter
    of: { from: deal, where: [{ field: status, in: [won, lost] }, { field: product, isNot: Extra seats }], date: closedAt }
  - id: win-rate
    name: Win rate
    objective: Of the deals that got an answer, how many said yes?
    indicator: output
    question: pipeline-velocity
    unit: percent
    window: quarter
    of: { ratio: [deals-won, decided-deals] }
  - id: sales-cycle
    name: Sales cycle
    noun: cycle
    objective: How long does it take from the first meeting to the signature?
    indicator: output
    question: pipeline-velocity
    unit: days
    better: lower
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }, { field: product, isNot: Extra seats }], date: closedAt, measure: { meanDays: [createdAt, closedAt] } }
  - id: days-to-stage
    name: Days to current stage
    objective: How long have today's open deals taken to get as far as they are?
    indicator: output
    question: pipeline-velocity
    unit: days
    better: lower
    window: all
    of: { from: deal, where: [{ field: status, is: open }], date: stageEnteredAt, measure: { meanDays: [createdAt, stageEnteredAt] } }

  # Results
  - id: bookings
    name: Bookings
    noun: booked
    objective: How much did customers sign for?
    indicator: output
    question: results
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } }
  - id: deals-won
    name: Deals won
    noun: wins
    objective: How many new deals did we win?
    indicator: output
    question: results
    unit: count
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }, { field: product, isNot: Extra seats }], date: closedAt }
  - id: big-deals
    name: Big deals
    noun: big deals
    objective: How many deals of $100,000 and more did we win?
    indicator: output
    question: results
    unit: count
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }, { field: amount, atLeast: 100000 }], date: closedAt }
  - id: average-deal
    name: Average deal
    objective: How large is the deal that we win?
    indicator: output
    question: results
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }, { field: product, isNot: Extra seats }], date: closedAt, measure: { mean: amount } }
  - id: sourced-bookings
    name: Sourced bookings
    noun: booked
    objective: How much of what was signed began with an SDR's meeting?
    indicator: output
    question: results
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: status, is: won }, { field: credit, is: assist }], date: closedAt, measure: { sum: amount } }
  - id: open-pipeline
    name: Open pipeline
    noun: open
    objective: How much is still to play for?
    indicator: output
    question: results
    unit: money
    window: all
    of: { from: deal, where: [{ field: status, is: open }], date: createdAt, measure: { sum: amount } }
  - id: closing-this-quarter
    name: Closing this quarter
    noun: closing
    objective: How much open pipeline should close before the quarter ends?
    indicator: output
    question: results
    unit: money
    window: quarter
    of: { from: deal, where: [{ field: status, is: open }], date: expectedCloseOn, measure: { sum: amount } }
  - id: closing-next-quarter
    name: Closing next quarter
    noun: next quarter
    objective: How much open pipeline is due in the quarter after this one?
    indicator: output
    question: results
    unit: money
    window: next quarter
    of: { from: deal, where: [{ field: status, is: open }], date: expectedCloseOn, measure: { sum: amount } }

  # By these two the simulation finds its place again after a restart. Without them it does not run.
  - id: ${markMetrics.openedAt}
    name: Demo opened at
    objective: When did this simulated floor go live, in seconds since 1970?
    indicator: output
    question: activity
    unit: count
    window: all
    of: { from: activity, where: [{ field: kind, is: ${markKind} }], date: at, measure: { sum: fields.openedAt } }
  - id: ${markMetrics.factsTold}
    name: Demo facts told
    objective: How many facts has the simulation sent so far?
    indicator: output
    question: activity
    unit: count
    window: all
    of: { from: activity, where: [{ field: kind, is: ${markKind} }], date: at, measure: { sum: fields.factsTold } }
`
