// A figure worked out again from its terms.
import type { WorkedBy } from '../../../wire/figures.ts'
import type { Unit } from '../../../wire/view-parts.ts'
import { wholeAmount } from '../../standing/attainment.ts'
import { rhythmOf } from '../countdown-ask/rhythm.ts'
import { tugOf } from '../head-to-head/tug.ts'

/** `unit` is the figure's own. Null where a term that it needs is unknown, or where it would divide by 0. */
export const workOut = (by: WorkedBy, terms: readonly (number | null)[], unit: Unit): number | null => {
  if (by === 'how many') return terms.length
  if (by === 'place') return terms.length + 1
  const known = terms.flatMap((term) => term ?? [])
  const [first, ...rest] = known
  if (first === undefined || known.length < terms.length) return null
  const quotient = (): number | null =>
    rest.includes(0) ? null : rest.reduce((left, each) => left / each, first)
  const product = (): number => known.reduce((all, each) => all * each, 1)
  const [second = 0, third = 1] = rest
  switch (by) {
    case 'sum':
      return known.reduce((sum, each) => sum + each, 0)
    case 'difference':
      return rest.reduce((left, each) => left - each, first)
    case 'quotient':
      return quotient()
    case 'product':
      return product()
    case 'portion':
      return second === 0 ? null : (first / second) * third
    case 'change':
      return second === 0 ? null : first / second - 1
    case 'whole product':
      return wholeAmount(product(), unit)
    case 'whole quotient': {
      const exact = quotient()
      return exact === null ? null : wholeAmount(exact, unit)
    }
    case 'cover': {
      const exact = quotient()
      return exact === null ? null : Math.max(0, exact)
    }
    case 'pull':
      return tugOf(first, second, 'higher')?.share ?? null
    case 'same':
      return first
    case 'rhythm':
      return rhythmOf(first, second, unit)?.amount ?? null
    case 'rhythm days':
      return rhythmOf(first, second, unit)?.days ?? null
  }
}
