// Which way things move: towards the end of a line of the wall's language.

/** A transform by a share of the element's own width, in percent; positive is forward, whichever side that is. */
export const alongX = (percent: number): string => `translateX(calc(${percent}% * var(--forward)))`
