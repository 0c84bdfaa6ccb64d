/** Set against what the simulated people sell, so that a good quarter puts about four in ten over the line. */
export const goalsText = `
goals:
  # Enterprise
  - { metric: bookings, window: quarter, role: enterprise-ae, value: 500000 }
  - { metric: bookings, window: quarter, rep: priya-raman, value: 560000 }
  - { metric: bookings, window: quarter, team: enterprise, value: sum-of-members }
  - { metric: new-pipeline, window: quarter, role: enterprise-ae, value: 1400000 }
  - { metric: new-pipeline, window: quarter, team: enterprise, value: sum-of-members }
  - { metric: new-opportunities, window: month, role: enterprise-ae, value: 7 }
  - { metric: meetings-held, window: week, role: enterprise-ae, value: 10 }
  - { metric: deals-touched, window: week, role: enterprise-ae, value: 9 }
  - { metric: deals-advanced, window: week, role: enterprise-ae, value: 3 }
  - { metric: untouched-deals, window: older than 14 days, role: enterprise-ae, value: 3 }

  # Mid-market
  - { metric: bookings, window: quarter, role: mid-market-ae, value: 235000 }
  - { metric: bookings, window: quarter, team: mid-market, value: sum-of-members }
  - { metric: new-pipeline, window: quarter, role: mid-market-ae, value: 700000 }
  - { metric: new-pipeline, window: quarter, team: mid-market, value: sum-of-members }
  - { metric: new-opportunities, window: month, role: mid-market-ae, value: 10 }
  - { metric: meetings-held, window: week, role: mid-market-ae, value: 10 }
  - { metric: deals-touched, window: week, role: mid-market-ae, value: 9 }
  - { metric: deals-advanced, window: week, role: mid-market-ae, value: 5 }
  - { metric: untouched-deals, window: older than 14 days, role: mid-market-ae, value: 2 }

  # Sales development
  - { metric: dials, window: day, role: sdr, value: 32 }
  - { metric: dials, window: week, role: sdr, value: 160 }
  - { metric: dials, window: week, team: sales-development, value: sum-of-members }
  - { metric: conversations, window: week, role: sdr, value: 30 }
  - { metric: conversations, window: week, team: sales-development, value: sum-of-members }
  - { metric: emails, window: week, role: sdr, value: 40 }
  - { metric: meetings-booked, window: week, role: sdr, value: 5 }
  - { metric: assigned-untouched, window: older than 2 days, role: sdr, value: 5 }
  - { metric: meetings-booked, window: week, team: sales-development, value: sum-of-members }
  - { metric: opportunities-created, window: month, role: sdr, value: 7 }
  - { metric: opportunities-accepted, window: month, role: sdr, value: 6 }
  - { metric: opportunities-accepted, window: quarter, role: sdr, value: 18 }
  - { metric: sourced-pipeline, window: quarter, role: sdr, value: 650000 }
  - { metric: sourced-pipeline, window: quarter, team: sales-development, value: sum-of-members }
  - { metric: sourced-bookings, window: quarter, role: sdr, value: 230000 }
  - { metric: new-pipeline, window: quarter, team: sales-development, value: 4110000 }
  - { metric: bookings, window: quarter, team: sales-development, value: 1450000 }

  # Everybody
  - { metric: meetings-held, window: week, team: enterprise, value: sum-of-members }
  - { metric: meetings-held, window: week, team: mid-market, value: sum-of-members }
  - { metric: account-touches, window: week, org: true, value: 1650 }
  - { metric: coaching-sessions, window: week, role: lead, value: 5 }
  - { metric: bookings, window: week, org: true, value: 370000 }
  - { metric: bookings, window: quarter, org: true, value: sum-of-members }
  - { metric: new-pipeline, window: quarter, org: true, value: sum-of-members }
  - { metric: win-rate, window: quarter, org: true, value: 0.36 }
`
