/** They come again and again, so that one is always on or near. */
export const contestsText = `
contests:
  - id: power-hour
    name: Power hour
    role: sdr
    counts: conversations
    from: 2026-01-05T15:00
    until: 2026-01-05T16:00
    repeats: { every: day }
    win: { by: over, value: 20 }
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
`
