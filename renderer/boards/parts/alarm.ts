// What a state looks like: the one table from which every board takes its colour and its sign.
import type { GoalState, ViewMetric } from '../../../shared/wire/view-parts.ts'
import type { BarTone } from '../../wall/bar.tsx'

/** A colour with one meaning; `alarm.css` says which. */
export type Alarm = 'reached' | 'ahead' | 'behind'

interface Look {
  readonly alarm: Alarm
  /** So that colour is never alone; a goal reached has a drawn star instead. */
  readonly sign: '' | '▲' | '▼'
}

const looks: Readonly<Record<GoalState, Look>> = {
  reached: { alarm: 'reached', sign: '' },
  'on pace': { alarm: 'ahead', sign: '▲' },
  behind: { alarm: 'behind', sign: '▼' },
  // How far behind is said by its bar and, where there is room, in words: a second triangle would be a second meaning.
  'well behind': { alarm: 'behind', sign: '▼' },
}

/** For `data-alarm`; undefined, and so no colour, where nothing is claimed. */
export const alarmOf = (state: GoalState | null): Alarm | undefined =>
  state === null ? undefined : looks[state].alarm

export const signOf = (state: GoalState | null): Look['sign'] => (state === null ? '' : looks[state].sign)

/** Of a bar: what is behind is drawn in its colour, everything else in that of inputs or outputs. */
export const toneOf = (state: GoalState | null, indicator: ViewMetric['indicator']): BarTone =>
  alarmOf(state) === 'behind' ? 'behind' : indicator
