// What the numbers beneath a card are of, where their days are not the card's own.
import type { ViewMetric } from '../../../../shared/wire/view-parts.ts'

interface WindowedInput {
  readonly metric: Pick<ViewMetric, 'noun'>
  readonly window: string | null
}

/** "meetings, dials: Week of Nov 16", for the foot of the board; empty where all are of their cards' days. */
export const inputWindows = (inputs: readonly WindowedInput[]): string => {
  const nouns = new Map<string, Set<string>>()
  for (const { metric, window } of inputs)
    if (window !== null) nouns.set(window, (nouns.get(window) ?? new Set()).add(metric.noun))
  return [...nouns].map(([window, of]) => `${[...of].join(', ')}: ${window}`).join(' · ')
}
