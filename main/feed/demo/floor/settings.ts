const dealStages = ['Discovery', 'Demo', 'Proposal', 'Negotiation'] as const
export const firstDealStage = dealStages[0]

/** The demo floor's zones, calendar, deal stages, roles and teams. */
export const settingsText = `# Northlight is invented, and so is everybody in it. This is an ordinary floor file:
# export it, change it, apply it again.
floor:
  name: Northlight Software
  timeZone: America/New_York
  currency: USD
  locale: en-US
  weekStartsOn: monday
  fiscalYearStartsIn: 1
  workingDays: [monday, tuesday, wednesday, thursday, friday]
  businessHours: { from: "09:00", to: "17:30" }
  holidays:
    - { on: 2025-11-27, name: Thanksgiving }
    - { on: 2025-12-25, name: Christmas Day }
    - { on: 2026-01-01, name: New Year's Day }
    - { on: 2026-05-25, name: Memorial Day }
    - { on: 2026-07-03, name: Independence Day }
    - { on: 2026-09-07, name: Labor Day }
    - { on: 2026-11-26, name: Thanksgiving }
    - { on: 2026-12-25, name: Christmas Day }
    - { on: 2027-01-01, name: New Year's Day }
    - { on: 2027-05-31, name: Memorial Day }
    - { on: 2027-07-05, name: Independence Day }
    - { on: 2027-09-06, name: Labor Day }
    - { on: 2027-11-25, name: Thanksgiving }
    - { on: 2027-12-24, name: Christmas Day }
  # London sells in pounds; the wall counts in dollars.
  rates:
    - { currency: GBP, from: 2020-01-01, rate: 1.27 }
    - { currency: GBP, from: 2026-01-01, rate: 1.31 }
  # A deal counts in full for the AE who owns it and for the SDR who sourced it, and once for the company.
  credit: full
  stages: [${dealStages.join(', ')}]
  # Colleagues thank each other on their phones.
  thanks: { perDay: 3 }
  # By mail: reps their own week, managers that of their teams, leaders the month and the quarter.
  recaps: { day: monday, at: "08:00", to: [rep, manager, leader] }

roles:
  - { id: enterprise-ae, name: Enterprise AE, ramp: [0.25, 0.5, 0.75] }
  - { id: mid-market-ae, name: Mid-market AE, ramp: [0.3, 0.6, 0.85] }
  - { id: sdr, name: SDR, ramp: [0.4, 0.7, 0.9] }
  - { id: lead, name: Team lead }

teams:
  - { id: enterprise, name: Enterprise, office: New York, timeZone: America/New_York }
  - { id: mid-market, name: Mid-market, office: London, timeZone: Europe/London }
  - { id: sales-development, name: Sales development, office: New York, timeZone: America/New_York }
`
