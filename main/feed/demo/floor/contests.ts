// The demo's contests come again and again: whenever somebody opens it, one runs or is near, and others have ended.
export const contestsText = `
contests:
  - id: power-hour
    name: Power hour
    role: sdr
    counts: conversations
    from: 2026-01-05T15:00
    until: 2026-01-05T16:00
    repeats: { every: day }
    win: { by: over, value: 3 }
    prizes: [{ what: Lunch, costs: 15 }]
    settleHours: 1
    state: announced
  - id: meetings-month
    name: Meetings of the month
    role: enterprise-ae
    counts: meetings-held
    from: 2026-01-01
    until: 2026-01-28
    repeats: { every: month }
    win: { by: most }
    prizes: [{ what: A day off }, { what: Dinner for two, costs: 120 }, { what: Coffee for a week, costs: 25 }]
    paidBy: Sales budget
    state: announced
  - id: talk-week
    name: Talk week
    counts: conversations
    role: sdr
    from: 2026-01-05
    until: 2026-01-09
    repeats: { every: week }
    win: { by: most }
    handicap: own-usual
    prizes: [{ what: Dinner for two, costs: 120 }, { what: Cinema for two, costs: 40 }]
    paidBy: Sales budget
    state: announced
  - id: meeting-cup
    name: Meeting cup
    between: teams
    of: per-head
    counts: [{ metric: conversations, each: 1 }, { metric: meetings-held, each: 10 }]
    from: 2026-01-05
    until: 2026-01-09
    repeats: { every: week }
    win: { by: most }
    prizes: [{ what: Team breakfast, costs: 150 }]
    paidBy: Sales budget
    state: announced
`
