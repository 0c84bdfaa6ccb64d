// How well what is missing is covered, in words.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { CoverState, Outlook } from '../../../shared/wire/boards/results-board.ts'
import type { Alarm } from '../parts/alarm.ts'

export interface CoverWords {
  /** "2.1×"; null where there is no number to it. */
  readonly figure: string | null
  readonly words: string
}

const alarms: Readonly<Record<CoverState, Alarm | undefined>> = {
  'nothing missing': 'reached',
  covered: 'ahead',
  thin: undefined,
  short: 'behind',
}

/** For `data-alarm`. */
export const coverAlarm = (cover: CoverState | null): Alarm | undefined =>
  cover === null ? undefined : alarms[cover]

/** From here on how much more does not matter. */
const plenty = 100

/** Two significant figures, rounded to the nearest; rounded down where it would otherwise read as 1 or as `enough` too early. */
const rounded = (coverage: number, enough: number): number => {
  const step = coverage < 1 ? 100 : coverage < 10 ? 10 : 1
  const nearest = Math.round(coverage * step) / step
  const oversteps = [1, enough].some((threshold) => coverage < threshold && nearest >= threshold)
  return oversteps ? Math.floor(coverage * step) / step : nearest
}

const times = (coverage: number, enough: number, format: Format): string => {
  const shown = rounded(coverage, enough)
  return shown >= plenty ? `>${plenty - 1}×` : `${format.full(shown, 'points')}×`
}

/** Nobody forgot to set a goal for who is not there in a period: they have no value in it either. */
export const goalless = (value: number | null, say: Say): string =>
  value === null
    ? say({ id: 'board.no-goal', defaultMessage: 'no goal' })
    : say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })

/** `enough`: the coverage that is enough on this board. */
export const coverWords = (
  { cover, coverage, goal, value, pace }: Outlook,
  enough: number,
  format: Format,
): CoverWords => {
  const { say } = format
  if (cover === 'nothing missing')
    return {
      figure: null,
      words: say({ id: 'results.nothing-missing', defaultMessage: 'nothing missing' }),
    }
  if (cover === null || coverage === null)
    return {
      figure: null,
      words:
        goal === null
          ? goalless(value, say)
          : pace === null
            ? ''
            : say({ id: 'board.no-numbers', defaultMessage: 'no numbers yet' }),
    }
  return {
    figure: times(coverage, enough, format),
    words: say({ id: 'results.covered', defaultMessage: 'covered' }),
  }
}
