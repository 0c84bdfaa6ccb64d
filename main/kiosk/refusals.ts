// Messages that were refused, in the journal: a page that sends them by the thousand must not push everything else out of it.
import type { Journal } from './journal.ts'

const most = 20
const withinMs = 60_000

export interface Refusals {
  note(channel: string, why: string): void
}

/** @param running ms on a clock that is never set */
export function createRefusals(journal: Pick<Journal, 'warn'>, running: () => number): Refusals {
  let since = Number.NEGATIVE_INFINITY
  let noted = 0
  let passedOver = 0
  return {
    note(channel, why) {
      if (running() - since >= withinMs) {
        if (passedOver > 0) journal.warn('more messages refused', { count: passedOver })
        since = running()
        noted = 0
        passedOver = 0
      }
      if (noted >= most) {
        passedOver += 1
        return
      }
      noted += 1
      journal.warn('message refused', { channel, why })
    },
  }
}
