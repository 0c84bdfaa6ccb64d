// The number that comes first, large: what is left of its goal, a cell for each piece where they can be counted.
import { FormattedMessage } from 'react-intl'
import type { OwnNumber } from '../../../../shared/wire/own-numbers.ts'
import { Meter } from './meter.tsx'
import { PaceWords } from './pace-words.tsx'
import { StreakWords } from './streak-words.tsx'

/** More cells than this nobody counts. */
const mostCells = 60

const cellsOf = ({ metric, value, goal }: OwnNumber): number | null =>
  metric.unit === 'count' &&
  metric.better === 'higher' &&
  value !== null &&
  goal !== null &&
  Number.isInteger(goal) &&
  goal > 0 &&
  goal <= mostCells
    ? goal
    : null

export function FirstNumber({ number }: { readonly number: OwnNumber }) {
  const { metric, window, words, value, left } = number
  const cells = cellsOf(number)
  return (
    <section className="card own-first" data-state={number.state ?? undefined}>
      <h2>
        <bdi>{metric.name}</bdi>
        <span className="soft"> · {window.label}</span>
      </h2>
      <p className="own-large figures">
        {left ? (
          <FormattedMessage
            id="console.own.left"
            defaultMessage="<b>{amount}</b> to go"
            values={{ amount: left.words, b: (text) => <strong>{text}</strong> }}
          />
        ) : (
          <strong>{words.value}</strong>
        )}
      </p>
      <p className="own-beside">
        <PaceWords number={number} />
        {words.goal !== null && (
          <span className="soft figures">
            <FormattedMessage
              id="console.own.of"
              defaultMessage="{better, select, lower {{value}, at most {goal}} other {{value} of {goal}}}"
              values={{ value: words.value, goal: words.goal, better: metric.better }}
            />
          </span>
        )}
        <StreakWords number={number} />
      </p>
      {cells === null ? (
        <Meter number={number} />
      ) : (
        <div className="own-cells" aria-hidden="true">
          {Array.from({ length: cells }, (_, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            <span key={nth} data-full={nth < (value ?? 0) ? '' : undefined} />
          ))}
        </div>
      )}
    </section>
  )
}
