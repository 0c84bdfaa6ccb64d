import type { ViewMetric } from '../../../shared/wire/view-parts.ts'

/** A metric as boards name it: an output that is counted, where nothing else is said. */
export const metric = (part: Partial<ViewMetric> & Pick<ViewMetric, 'id' | 'name'>): ViewMetric => ({
  noun: part.name.toLowerCase(),
  objective: 'What did we close this quarter?',
  unit: 'count',
  indicator: 'output',
  better: 'higher',
  ...part,
})
