// The port to whatever looks at each fact around its counting.
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { FactEntry } from '../store/log.ts'

export interface EntryJudge {
  /** Whether something could come of it on a floor that asks for it: it was received not long ago. */
  isAsked(entry: FactEntry): boolean
  /** Before an entry is counted; null where nothing can come of it. What it returns is called once it is counted. */
  before(entry: FactEntry, numbers: Numbers): (() => void) | null
  /** Entries were counted that touch these base metrics, and won deals as `touchedWins`. */
  counted(metrics: readonly number[]): void
  /** Whether all that was found is in the log, so that nobody need judge the entries again. */
  isDecided(): boolean
}
