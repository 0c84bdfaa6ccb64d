// When what of a takeover is to be seen, in ms after its start. Every screen works it out alike, so that all show the same
// at the same instant.

export interface Beats {
  /** One blade with two words. */
  readonly cut: number
  /** The face rises, the name stands. */
  readonly arrive: number
  /** The figure rolls. */
  readonly count: number
  /** The figure is there: what it was for, who helped, what it did for the team. */
  readonly land: number
  /** A leader's words; null where there are none, or no time to read them. */
  readonly word: number | null
  readonly leave: number
  readonly end: number
}

const cutMs = 430
const arriveMs = 620
const countMs = 1500
export const leaveMs = 1300
/** Words that are taken away sooner than this are worse than none. */
const leastWordMs = 2200
/** What follows the figure is read before the words come. */
const landMs = 1900
/** The words have the second half, also where there is a minute. */
const wordShare = 0.44
/** Words that come while it shows are there this much later on every screen, the slow ones too. */
const wordDelayMs = 500

interface BeatsOptions {
  /** All of it. */
  readonly ms: number
  /** When a leader wrote, ms after the start; before 0 where it was known from the first. Null without words. */
  readonly wroteAt: number | null
  /** Nothing moves: all is there at once, and the words take their turn. */
  readonly isStill: boolean
}

export const beatsOf = ({ ms, wroteAt, isStill }: BeatsOptions): Beats => {
  const [arrive, count, land] = isStill ? [0, 0, 0] : [cutMs, cutMs + arriveMs, cutMs + arriveMs + countMs]
  const leave = Math.max(land, ms - (isStill ? leaveMs / 2 : leaveMs))
  const planned = Math.max(land + landMs, ms * wordShare)
  const word = wroteAt === null ? null : Math.max(planned, wroteAt + wordDelayMs)
  return {
    cut: 0,
    arrive,
    count,
    land,
    word: word !== null && leave - word >= leastWordMs ? word : null,
    leave,
    end: ms,
  }
}
