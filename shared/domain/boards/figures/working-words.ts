// How a figure comes of others, in a sentence.
import type { WorkedBy } from '../../../wire/figures.ts'
import type { Say } from '../../words/say.ts'

export const workingWords = (say: Say, by: WorkedBy): string => {
  switch (by) {
    case 'sum':
      return say({ id: 'figures.by.sum', defaultMessage: 'Added up.' })
    case 'difference':
      return say({ id: 'figures.by.difference', defaultMessage: 'The first, less the rest.' })
    case 'quotient':
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
    case 'cover':
      return say({ id: 'figures.by.cover', defaultMessage: 'The first, divided by the second; never below 0.' })
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
