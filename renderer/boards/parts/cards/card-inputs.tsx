// What goes into a team's number: beneath its bar, each with the sign of how it stands to its own goal, if it has one.
import type { GoalState, ViewMetric } from '../../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../../ui/counting-number.tsx'
import { phrase } from '../../../ui/phrase.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { alarmOf } from '../alarm.ts'
import { nounOf } from '../noun-of.ts'
import { StateSign } from '../state-sign.tsx'

export interface CardInput {
  readonly metric: ViewMetric
  readonly value: number | null
  readonly state: GoalState | null
}

export const CardInputs = ({ inputs }: { readonly inputs: readonly CardInput[] }) => {
  const { format, locale } = useSurroundings()
  if (inputs.length === 0) return null
  return (
    <div className="card-inputs">
      {inputs.map(({ metric, value, state }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an input has its place, and may stand twice, in two windows
        <span className="card-input line" key={`${metric.id} ${index}`} {...phrase}>
          <CountingNumber className="card-input-value" amount={value} unit={metric.unit} />{' '}
          {state !== null && (
            <span className="card-input-sign" data-alarm={alarmOf(state)}>
              <StateSign state={state} />{' '}
            </span>
          )}
          {nounOf(format.value(value, metric.unit), metric.noun, locale)}
        </span>
      ))}
    </div>
  )
}
