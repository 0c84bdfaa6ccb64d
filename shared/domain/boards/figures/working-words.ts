// How a figure comes of others: as a formula of their names, else in a sentence.
import type { WorkedBy } from '../../../wire/figures.ts'
import type { Say } from '../../words/say.ts'

/** A longer formula is no easier to read than the list of its terms. */
const mostNamed = 3

const joined = (names: readonly string[], signs: readonly string[]): string =>
  names.reduce((all, name, at) => (at === 0 ? name : `${all} ${signs[at - 1] ?? signs.at(-1)} ${name}`), '')

/** Its signs between the terms; null where it is no arithmetic, or too long. */
const formulaOf = (by: WorkedBy, names: readonly string[]): string | null => {
  if (names.length < 2 || names.length > mostNamed) return null
  switch (by) {
    case 'sum':
      return joined(names, ['+'])
    case 'difference':
      return joined(names, ['−'])
    case 'quotient':
    case 'whole quotient':
    case 'cover':
      return joined(names, ['÷'])
    case 'product':
    case 'whole product':
      return joined(names, ['×'])
    case 'portion':
      return joined(names, ['÷', '×'])
    default:
      return null
  }
}

/** `names`: of its terms, in their order; none where they are not told. */
export const workingWords = (say: Say, by: WorkedBy, names: readonly string[]): string => {
  const formula = formulaOf(by, names)
  if (formula !== null)
    return by === 'whole product' || by === 'whole quotient'
      ? say({ id: 'figures.by.rounded-up', defaultMessage: '{formula}, rounded up' }, { formula })
      : formula
  switch (by) {
    case 'sum':
      return say({ id: 'figures.by.sum', defaultMessage: 'Added up.' })
    case 'difference':
      return say({ id: 'figures.by.difference', defaultMessage: 'The first, less the rest.' })
    case 'quotient':
    case 'cover':
      return say({ id: 'figures.by.quotient', defaultMessage: 'The first, divided by the rest.' })
    case 'product':
      return say({ id: 'figures.by.product', defaultMessage: 'Multiplied.' })
    case 'portion':
      return say({
        id: 'figures.by.portion',
        defaultMessage: 'What a working day of those brought, for each working day now.',
      })
    case 'change':
      return say({
        id: 'figures.by.change',
        defaultMessage: 'By how much the first is more or less than the second.',
      })
    case 'whole product':
      return say({ id: 'figures.by.whole-product', defaultMessage: 'Multiplied, and rounded up.' })
    case 'whole quotient':
      return say({
        id: 'figures.by.whole-quotient',
        defaultMessage: 'The first, divided by the rest, and rounded up.',
      })
    case 'pull':
      return say({ id: 'figures.by.pull', defaultMessage: 'The first’s share of both.' })
    case 'how many':
      return say({ id: 'figures.by.how-many', defaultMessage: 'Counted.' })
    case 'place':
      return say({ id: 'figures.by.place', defaultMessage: 'One more than there are who have more.' })
    case 'same':
      return say({ id: 'figures.by.same', defaultMessage: 'The same.' })
    case 'rhythm':
    case 'rhythm days':
      return say({ id: 'figures.by.rhythm', defaultMessage: 'What is left, in the working days left.' })
  }
}
