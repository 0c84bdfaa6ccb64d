// Horizontal moves in the direction of the wall's language.

/** A transform by `percent` of the element's own width; positive is to the right, in right-to-left languages to the left. */
export const alongX = (percent: number): string => `translateX(calc(${percent}% * var(--forward)))`
