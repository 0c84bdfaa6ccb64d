// When a moving bar passes its goal line.
import { countedAt } from '../count-to.ts'
import { settle } from './curves.ts'
import { travelMs } from './travel.ts'

/** Share of the track. The last pixels of a settling motion are very slow; to the eye it has arrived this early. */
const unseenRest = 0.002

/**
 * After how many ms a bar that moves by `--settle` from one length to another has passed `line`, or stops on it, and the
 * number that counts beside it has passed the line's amount too; else 0.
 */
export const crossingMs = (from: number, to: number, line: number): number => {
  const progress = (line - from) / (to - from)
  if (!(progress > 0 && progress <= 1)) return 0
  const arrived = 1 - unseenRest / Math.abs(to - from)
  const share = Math.max(settle.timeAt(Math.min(progress, arrived)), countedAt(Math.min(progress, arrived)))
  return Math.ceil(share * travelMs)
}
