// The demo's player of the month: whoever opens it finds one who was chosen, and some who are nominated.
/** The first day of its first period; a floor that begins has it two months back at most. */
export const awardsBegin = '2026-10-01'

export const awardsText = `
awards:
  - id: player-of-the-month
    name: Player of the month
    from: ${awardsBegin}
    prize: A day off
    tellsVotes: true
`
