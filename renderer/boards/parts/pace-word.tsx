// How a total stands to its pace, in a word, a sign and a number: never in colour alone.
import type { GoalState, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { type Paced, paceFigure } from './pace-figure.ts'
import './pace-word.css'

interface PaceWordProps {
  readonly paced: Paced
  readonly metric: Pick<ViewMetric, 'unit' | 'better'>
}

const words: Readonly<Record<GoalState, string>> = {
  reached: 'goal reached',
  'on pace': 'ahead of pace',
  behind: 'behind pace',
  'well behind': 'well behind pace',
}

const signs = { reached: <Star />, ahead: '▲', behind: '▼' }

export const PaceWord = ({ paced, metric }: PaceWordProps) => {
  const { format } = useSurroundings()
  const { state } = paced
  if (state === null) return <span className="pace-word quiet">no numbers yet</span>
  const figure = paceFigure(paced, metric, format)
  const tone = state === 'reached' ? 'reached' : state === 'on pace' ? 'ahead' : 'behind'
  return (
    <span className="pace-word" data-state={tone}>
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
          <span className="pace-word-sign">{signs[tone]}</span>
          {figure}
        </span>
      )}
    </span>
  )
}
