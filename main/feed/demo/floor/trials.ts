/** Metrics that ran side by side. */
export const trialsText = `
# Which of two metrics foretold an outcome better: docs/metric-changes.md.
trials:
  - { id: touches-or-meetings, name: Touches or meetings?, metrics: [account-touches, meetings-held], outcome: bookings, from: 2026-07-01, until: 2026-09-30, later: 30 }
`
