/** What is off, for the managers: a handful of each stands on any day that the demo is opened. */
export const exceptionsText = `
exceptions:
  # Deals
  - { id: close-date-passed, name: Close date passed, deal: { overdue: 0 } }
  - { id: untouched-for-two-weeks, name: Untouched for two weeks, deal: { untouched: 14 } }
  - { id: stuck-in-its-stage, name: Stuck in its stage, deal: { overAverage: 30 } }
  - { id: big-without-next-step, name: Big deal without a next step, deal: { missing: fields.nextStepOn, where: [{ field: amount, atLeast: 60000 }] } }

  # People
  - { id: meetings-behind, name: "Well behind with meetings, two weeks in a row", rep: { metric: meetings-held, window: week, wellBehind: 2 } }
  - { id: by-wednesday, name: "Fewer than 2 meetings by Wednesday 11:00", rep: { metric: meetings-booked, window: week, below: 2, by: { day: wednesday, at: "11:00" } }, role: sdr, tell: [rep, manager] }
  - { id: busy-not-productive, name: "Busy, not productive", busy: { input: dials, outcome: meetings-booked }, role: sdr }
  - { id: losing-momentum, name: Losing momentum, momentum: { metric: dials }, role: sdr }
`
