/** Each rep's own chain from their quota back to what they do today. */
export const formulasText = `
formulas:
  - id: enterprise
    role: enterprise-ae
    steps:
      - meetings-held
      - new-opportunities
      - { metric: new-pipeline, open: closing-this-quarter }
      - { metric: bookings, rate: value-win-rate }
    historyQuarters: 2
  - id: mid-market
    role: mid-market-ae
    steps:
      - meetings-held
      - new-opportunities
      - { metric: new-pipeline, open: closing-this-quarter }
      - { metric: bookings, rate: value-win-rate }
    historyQuarters: 2
  - id: sales-development
    role: sdr
    steps: [dials, conversations, meetings-booked, opportunities-accepted]
    historyQuarters: 2
`
