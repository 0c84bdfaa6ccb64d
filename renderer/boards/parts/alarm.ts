// What colour a state has: the one table from which every board takes it. Its sign is in state-sign.tsx.
import type { GoalState, ViewMetric } from '../../../shared/wire/view-parts.ts'
import type { BarTone } from '../../wall/bar.tsx'

/** A colour with one meaning; `alarm.css` says which. */
export type Alarm = 'reached' | 'ahead' | 'behind'

const alarms: Readonly<Record<GoalState, Alarm>> = {
  reached: 'reached',
  'on pace': 'ahead',
  behind: 'behind',
  'well behind': 'behind',
}

/** For `data-alarm`; undefined, and so no colour, where nothing is claimed. */
export const alarmOf = (state: GoalState | null): Alarm | undefined =>
  state === null ? undefined : alarms[state]

/** Of a bar: what is behind is drawn in its colour, everything else in that of inputs or outputs. */
export const toneOf = (state: GoalState | null, indicator: ViewMetric['indicator']): BarTone =>
  alarmOf(state) === 'behind' ? 'behind' : indicator
