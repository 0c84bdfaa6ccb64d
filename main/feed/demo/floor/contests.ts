// The demo's contests, week after week: whenever somebody opens it, one runs and others have ended.
export const contestsText = `
contests:
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
