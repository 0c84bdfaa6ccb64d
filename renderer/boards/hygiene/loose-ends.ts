import type { Say } from '../../../shared/domain/words/say.ts'

/** "loose ends"; of one, "loose end". The number stands elsewhere. */
export const looseEnds = (count: number | null, say: Say): string =>
  say(
    { id: 'hygiene.loose-ends', defaultMessage: '{count, plural, one {loose end} other {loose ends}}' },
    { count: count ?? 0 },
  )
