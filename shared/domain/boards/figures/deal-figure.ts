// One deal, whole, as a board quotes it.
import type { RecentWin } from '../../counting/recent-wins.ts'
import { daysCalled } from './facts-question.ts'
import type { Figure } from './figure.ts'
import type { FigureTools } from './figure-tools.ts'

/** `name`: whose it is, or what it is called. `amount` in minor units of the floor's currency. */
export const dealFigure = (
  { numbers, ms, names, figure }: FigureTools,
  key: string,
  name: string,
  amount: number,
  { source, id }: Pick<RecentWin, 'source' | 'id'>,
): Figure => {
  const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  return figure({
    id: `${key}.amount`,
    name: `${names.dealAmount}, ${name}`,
    unit: 'money',
    value: amount,
    facts: {
      of: { kind: 'deal', source, id },
      cells: [],
      window: daysCalled(numbers, all, '', ms).window,
      who: { kind: 'rep', name },
    },
  })
}
