// One of a person's numbers, on a line of its own.
import { FormattedMessage } from 'react-intl'
import type { OwnNumber } from '../../../../shared/wire/own-numbers.ts'
import { Meter } from './meter.tsx'
import { PaceWords } from './pace-words.tsx'
import { StreakWords } from './streak-words.tsx'

export function NumberLine({ number }: { readonly number: OwnNumber }) {
  const { metric, window, words } = number
  return (
    <li className="own-line">
      <span className="own-name">
        <span className="strong" dir="auto">
          {metric.name}
        </span>
        <span className="soft small">{window.label}</span>
        <StreakWords number={number} />
      </span>
      <span className="own-figures figures">
        <strong>{words.value}</strong>
        {words.goal !== null && (
          <span className="soft">
            {' '}
            <FormattedMessage
              id="console.own.of-goal"
              defaultMessage="{better, select, lower {at most {goal}} other {of {goal}}}"
              values={{ goal: words.goal, better: metric.better }}
            />
          </span>
        )}
        <span className="small own-line-pace">
          <PaceWords number={number} />
        </span>
      </span>
      <Meter number={number} />
    </li>
  )
}
