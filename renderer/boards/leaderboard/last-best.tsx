// While a period begins: who had most in the one before.
import type { LastBest as Last } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

interface LastBestProps {
  readonly last: Last
  readonly metric: Pick<ViewMetric, 'unit'>
}

export const LastBest = ({ last: { period, rep, value }, metric: { unit } }: LastBestProps) => {
  const { format } = useSurroundings()
  const best = format.say({ id: 'leaderboard.last-best', defaultMessage: 'Best of {period}:' }, { period })
  const amount = format.value(value, unit)
  return (
    <span className="foot-note fitting line" style={fitting(`${best} ${rep} ${amount}`)} {...phrase}>
      {best}{' '}
      <strong>
        <bdi>{rep}</bdi>
      </strong>{' '}
      {amount}
    </span>
  )
}
