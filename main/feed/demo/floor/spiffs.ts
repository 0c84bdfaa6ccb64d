// The demo's spiffs run since two weeks and a half, so that some payments wait for whoever opens it.
import { type Day, formatDay } from '../../../../shared/domain/time/calendar-date.ts'

const began = 17
const lasts = 24

/** `today`: the demo floor's day on which it begins. */
export const spiffsTextOn = (today: Day): string => `
spiffs:
  - id: helping-hands
    name: Helping hands
    for: help
    amount: 10
    from: ${formatDay(today - began)}
    until: ${formatDay(today + lasts)}
    caps: { perWeek: 30, pairPerWeek: 2 }
    budget: 600
    paidBy: Sales budget
    state: running
  - id: won-together
    name: Won together
    for: shared-win
    role: sdr
    amount: 25
    from: ${formatDay(today - began)}
    until: ${formatDay(today + lasts)}
    caps: { perWeek: 100, pairPerWeek: 4 }
    budget: 2000
    paidBy: Sales budget
    state: running
`
