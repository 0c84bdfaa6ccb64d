// Answers that are the same for everybody, kept for a moment: many who ask at once have one made.
import type { Clock } from '../clock.ts'

/** More than a floor has boards: the oldest is forgotten. */
const mostKept = 500

/** What is refused is not kept. */
export const createShortCache = <T>(clock: Pick<Clock, 'now'>, keptMs: number) => {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>()
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const now = clock.now()
    const known = kept.get(key)
    if (known !== undefined && known.until > now) return known.answer
    const answer = make()
    kept.delete(key)
    kept.set(key, { until: now + keptMs, answer })
    answer.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}
