// How something stands to its goal in one sign, so that colour is never alone: a star, a triangle up, a clock.
import type { GoalState } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { stateWord } from './state-word.ts'
import './state-sign.css'

/**
 * How far behind is said by its bar and, where there is room, in words: another sign would be another meaning. Nothing
 * where nothing is claimed.
 */
export const StateSign = ({ state }: { readonly state: GoalState | null }) => {
  switch (state) {
    case null:
      return null
    case 'reached':
      return <Star />
    case 'on pace':
      return '▲'
    case 'behind':
    case 'well behind':
      return <BehindSign />
  }
}

/** Late, measured by the pace: a triangle down would say that something fell, and a bar would be a minus before a figure. */
export const BehindSign = () => {
  const { say } = useSurroundings().format
  return <span className="behind-sign" role="img" aria-label={stateWord('behind', say)} />
}
