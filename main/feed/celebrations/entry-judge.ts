// Judges entries of the log while they are counted. What it finds waits here until it is decided in the log.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { createJudge, type Judge } from '../../../shared/domain/celebrations/judge.ts'
import { isWithinADay } from '../../../shared/domain/celebrations/present.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { Clock } from '../clock.ts'
import type { EntryJudge } from '../fold/judge-entries.ts'
import { factKey } from '../store/entry-key.ts'
import { isOfPast } from '../store/source-by.ts'

/** What came of entries that were counted together. */
export interface Judged {
  readonly causes: readonly Cause[]
  /** Keys of facts that changed, and that somebody watches. */
  readonly facts: ReadonlySet<string>
  /** Base metrics that were touched, and `touchedWins`. */
  readonly metrics: readonly number[]
}

export interface CelebrationJudge extends EntryJudge {
  /** The judge of the floor that stands, on the engine that counts. */
  of(numbers: Numbers): Judge
  /** Whatever is found from now on is decided, or is not. */
  noteDecided(isDecided: boolean): void
  /** Changes of these facts are told; by `factKey`. */
  watch(keys: ReadonlySet<string>): void
  /** Hears what was found, at once what was found before. */
  listen(listener: (judged: Judged) => void): void
}

const noKeys: ReadonlySet<string> = new Set()

export const createCelebrationJudge = (clock: Clock): CelebrationJudge => {
  let made: { readonly numbers: Numbers; readonly judge: Judge } | null = null
  const of = (numbers: Numbers): Judge => {
    if (made?.numbers !== numbers) made = { numbers, judge: createJudge(numbers) }
    return made.judge
  }
  let watched = noKeys
  let causes: Cause[] = []
  let facts = new Set<string>()
  let decided = true
  let hear: ((judged: Judged) => void) | null = null

  const hand = (metrics: readonly number[]): void => {
    if (hear === null) return
    const judged = { causes, facts, metrics }
    causes = []
    facts = new Set()
    hear(judged)
  }

  // An entry of long ago is read again after a crash, or was received by a clock that was wrong.
  // What a source reads of its past is no news, though it may say that it happened today.
  const isAsked: EntryJudge['isAsked'] = ({ after, at, by }) =>
    after !== null && !isOfPast(by) && isWithinADay(at, clock.now())

  return {
    of,
    isAsked,
    before: (entry, numbers) => {
      const { before, after, at } = entry
      if (watched.size > 0) {
        const { source, id } = (after ?? before)?.fact ?? { source: '', id: '' }
        const key = factKey(source, id)
        if (watched.has(key)) facts.add(key)
      }
      const judge = of(numbers)
      if (!judge.hearsFacts || !isAsked(entry)) return null
      const found = judge.before(before, after, at)
      return found === null ? null : () => void causes.push(...found())
    },
    counted: hand,
    isDecided: () => decided && causes.length === 0,
    noteDecided: (isDecided) => {
      decided = isDecided
    },
    watch: (keys) => {
      watched = keys
    },
    listen: (listener) => {
      hear = listener
      if (causes.length > 0) hand([])
    },
  }
}
