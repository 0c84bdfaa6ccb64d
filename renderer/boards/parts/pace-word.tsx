// How a total stands to its pace, in a word, a sign and a number: never in colour alone.

import type { Say } from '../../../shared/domain/words/say.ts'
import type { GoalState, Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from './alarm.ts'
import { type Paced, paceFigure } from './pace-figure.ts'
import { StateSign } from './state-sign.tsx'
import './pace-word.css'

interface PaceWordProps {
  readonly paced: Paced & Pick<Standing, 'pace'>
  readonly metric: Pick<ViewMetric, 'unit' | 'better'>
}

const wordsOf = (say: Say): Readonly<Record<GoalState, string>> => ({
  reached: say({ id: 'pace.reached', defaultMessage: 'goal reached' }),
  'on pace': say({ id: 'pace.ahead', defaultMessage: 'ahead of pace' }),
  behind: say({ id: 'pace.behind', defaultMessage: 'behind pace' }),
  'well behind': say({ id: 'pace.well-behind', defaultMessage: 'well behind pace' }),
})

export const PaceWord = ({ paced, metric }: PaceWordProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const { state, pace, value } = paced
  // While there is nothing to judge, the board says so once; while nothing is due, nothing is said of it.
  if (state === null)
    return pace === null || value !== null ? null : (
      <span className="pace-word quiet">
        {say({ id: 'board.no-numbers', defaultMessage: 'no numbers yet' })}
      </span>
    )
  const onPace = say({ id: 'pace.on', defaultMessage: 'on pace' })
  const figure = paceFigure(paced, metric, format)
  return (
    <span className="pace-word" data-alarm={alarmOf(state)}>
      {state === 'on pace' && figure === null ? (
        <span className="pace-word-figure fitting-figure" style={fittingFigure(`▲ ${onPace}`)} {...phrase}>
          <span className="pace-word-sign">
            <StateSign state={state} />
          </span>
          {onPace}
        </span>
      ) : (
        <span className="pace-word-label">{wordsOf(say)[state]}</span>
      )}
      {figure !== null && (
        <span className="pace-word-figure fitting-figure" style={fittingFigure(`▲ ${figure}`)} {...phrase}>
          <span className="pace-word-sign">
            <StateSign state={state} />
          </span>
          {figure}
        </span>
      )}
    </span>
  )
}
