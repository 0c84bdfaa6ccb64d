// Why a thanks is not taken, in a sentence.
import type { ThanksFault } from '../../../shared/domain/facts/thanks.ts'

export const thanksFaultWords = (fault: ThanksFault, perDay: number): string => {
  switch (fault) {
    case 'self':
      return 'Thanks are for a colleague.'
    case 'nobody':
      return 'Nobody of that name works here.'
    case 'future':
      return 'That is in the future: say it once it has happened.'
    case 'too-old':
      return 'That was more than 7 days ago.'
    case 'enough':
      return perDay === 1
        ? 'There is one thanks between the two of you on that day already: more is not counted.'
        : `There are ${perDay} thanks between the two of you on that day already: more are not counted.`
    case 'too-many':
      return 'That is as many thanks as anybody gives on one day.'
  }
}
