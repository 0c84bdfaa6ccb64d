// How well what is missing is covered, in a sign and words.
import type { Format } from '../../../../shared/domain/format.ts'
import type { Outlook } from '../../../../shared/wire/views/results.ts'

export interface CoverWords {
  /** Empty where nothing can be said for or against. */
  readonly sign: '▲' | '▼' | ''
  /** "2.1×"; null where there is no number to it. */
  readonly figure: string | null
  readonly words: string
}

/** From here on how much more does not matter. */
const plenty = 100

/** Rounded down: what is not quite enough never reads as enough. */
const times = (coverage: number, format: Format): string => {
  if (coverage >= plenty) return `>${plenty - 1}×`
  const step = coverage < 10 ? 10 : 1
  return `${format.value(Math.floor(coverage * step + 1e-9) / step, 'points')}×`
}

export const coverWords = ({ cover, coverage, goal }: Outlook, format: Format): CoverWords => {
  if (cover === 'nothing missing') return { sign: '', figure: null, words: 'nothing missing' }
  if (cover === null || coverage === null)
    return { sign: '', figure: null, words: goal === null ? 'no goal set' : 'no numbers yet' }
  const sign = cover === 'covered' ? '▲' : cover === 'short' ? '▼' : ''
  return { sign, figure: times(coverage, format), words: 'covered' }
}
