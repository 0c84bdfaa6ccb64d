// How a total stands to its pace, in a word, a sign and a number: never in colour alone.
import type { GoalState, Unit } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import './pace-word.css'

interface PaceWordProps {
  readonly state: GoalState | null
  /** Value less pace. */
  readonly ahead: number | null
  readonly unit: Unit
}

const words: Readonly<Record<GoalState, string>> = {
  reached: 'goal reached',
  'on pace': 'ahead of pace',
  behind: 'behind pace',
  'well behind': 'well behind pace',
}

const signs = { reached: <Star />, ahead: '▲', behind: '▼' }

export const PaceWord = ({ state, ahead, unit }: PaceWordProps) => {
  const { format } = useSurroundings()
  if (state === null) return <span className="pace-word quiet">no numbers yet</span>
  const level = ahead === null || Math.round(ahead) === 0
  const tone = state === 'reached' ? 'reached' : state === 'on pace' ? 'ahead' : 'behind'
  return (
    <span className="pace-word" data-state={tone}>
      {state === 'on pace' && level ? (
        <span className="pace-word-figure">
          <span className="pace-word-sign">●</span>
          on pace
        </span>
      ) : (
        <span className="pace-word-label">{words[state]}</span>
      )}
      {!level && (
        <span className="pace-word-figure">
          <span className="pace-word-sign">{signs[tone]}</span>
          {format.delta(ahead, unit)}
        </span>
      )}
    </span>
  )
}
