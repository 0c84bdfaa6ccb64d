// Why a nomination or a vote is not taken, in a sentence.
import { mostNominations } from '../../../shared/wire/awards.ts'

export type AwardFault =
  | 'closed'
  | 'not-open'
  | 'self'
  | 'nobody'
  | 'twice'
  | 'enough'
  | 'no-voter'
  | 'no-nominee'
  | 'by-metric'

export const awardFaultWords = (fault: AwardFault): string => {
  switch (fault) {
    case 'closed':
      return 'That round is decided: nothing of it is taken any more.'
    case 'not-open':
      return 'It is not open yet.'
    case 'self':
      return 'It is for a colleague: nobody names themselves.'
    case 'nobody':
      return 'Nobody of that name can be chosen for it.'
    case 'twice':
      return 'You have named them already.'
    case 'enough':
      return `Everybody names ${mostNominations} colleagues at most: take one back first.`
    case 'no-voter':
      return 'Only those vote whom the award is for, and who work here.'
    case 'no-nominee':
      return 'They do not stand for the vote any more: choose somebody else.'
    case 'by-metric':
      return 'Nobody votes on this one: the number decides.'
  }
}
