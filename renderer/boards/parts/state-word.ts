// How something stands to its goal, in a word or two.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { GoalState } from '../../../shared/wire/view-parts.ts'

/** "reached", "on pace", "behind", "well behind". */
export const stateWord = (state: GoalState, say: Say): string => {
  switch (state) {
    case 'reached':
      return say({ id: 'state.reached', defaultMessage: 'reached' })
    case 'on pace':
      return say({ id: 'pace.on', defaultMessage: 'on pace' })
    case 'behind':
      return say({ id: 'state.behind', defaultMessage: 'behind' })
    case 'well behind':
      return say({ id: 'state.well-behind', defaultMessage: 'well behind' })
  }
}
