// The arithmetic of the formula, backwards from the quota (docs/coaching.md). Unrounded: only what is shown is rounded.

export interface ChainLink {
  /** How much of the step before becomes one of this step: this ÷ the one before; above 0. */
  readonly rate: number
  /** What is there already of this step, in its own unit: needs no more of the step before. */
  readonly open: number
}

/**
 * What each step needs, first to last. `links[i]` leads from step i to step i + 1, so that there is one step more than there
 * are links. Of a step of which enough is there, nothing is needed: 0, never less.
 */
export const needsOf = (quota: number, links: readonly ChainLink[]): readonly number[] => {
  const needs = [Math.max(0, quota)]
  for (const { rate, open } of links.toReversed()) {
    const missing = Math.max(0, (needs[0] ?? 0) - Math.max(0, open))
    needs.unshift(missing / rate)
  }
  return needs
}

/**
 * The other way round: how much of the last step an amount of the first one comes to, with what is open of each. `needsOf`
 * takes it back to that amount.
 */
export const reachOf = (first: number, links: readonly ChainLink[]): number =>
  links.reduce((amount, { rate, open }) => amount * rate + Math.max(0, open), Math.max(0, first))
