// How a total stands to its pace, in a word, a sign and a number: never in colour alone.
import type { GoalState, Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf, signOf } from './alarm.ts'
import { type Paced, paceFigure } from './pace-figure.ts'
import './pace-word.css'

interface PaceWordProps {
  readonly paced: Paced & Pick<Standing, 'pace'>
  readonly metric: Pick<ViewMetric, 'unit' | 'better'>
}

const words: Readonly<Record<GoalState, string>> = {
  reached: 'goal reached',
  'on pace': 'ahead of pace',
  behind: 'behind pace',
  'well behind': 'well behind pace',
}

export const PaceWord = ({ paced, metric }: PaceWordProps) => {
  const { format } = useSurroundings()
  const { state, pace } = paced
  // While there is nothing to judge, the board says so once.
  if (state === null) return pace === null ? null : <span className="pace-word quiet">no numbers yet</span>
  const figure = paceFigure(paced, metric, format)
  return (
    <span className="pace-word" data-alarm={alarmOf(state)}>
      {state === 'on pace' && figure === null ? (
        <span className="pace-word-figure fitting-figure" style={fittingFigure('● on pace')} {...phrase}>
          <span className="pace-word-sign">●</span>
          on pace
        </span>
      ) : (
        <span className="pace-word-label">{words[state]}</span>
      )}
      {figure !== null && (
        <span className="pace-word-figure fitting-figure" style={fittingFigure(`▲ ${figure}`)} {...phrase}>
          <span className="pace-word-sign">{state === 'reached' ? <Star /> : signOf(state)}</span>
          {figure}
        </span>
      )}
    </span>
  )
}
