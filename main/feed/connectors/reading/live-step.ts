// A look for what changed at the vendor, which is news.
import { pastBy, sourceBy } from '../../store/source-by.ts'
import type { Connector } from '../connector.ts'
import type { ChangedMonths } from '../take-changes.ts'
import { type Gathered, gather } from './gather.ts'
import type { Reading } from './reading.ts'

/** Of one look at the vendor, before it is judged and written. */
const mostGathered = 2000

export interface LiveStep {
  isDue(): boolean
  /** The vendor says that something changed. */
  hear(): void
  /** A person wants it looked at. */
  hurry(): void
  run(from: Connector): Promise<void>
}

export const createLiveStep = (reading: Reading): LiveStep => {
  const { settings, vendor, place, allowed, now } = reading
  let heard = false
  /** Epoch ms. */
  let dueAt = 0

  return {
    isDue: () => heard || now() >= dueAt,
    hear: () => {
      heard = true
    },
    hurry: () => {
      dueAt = 0
    },
    run: async (from) => {
      const isAllowed = allowed.step === 'live'
      const isQuiet = place.isSilent() || isAllowed || place.memory.live === null
      const by = isQuiet ? pastBy(settings.id) : sourceBy(settings.id)
      const changed: ChangedMonths | null = isAllowed || place.isSilent() ? null : new Map()
      let gathered: Gathered = new Map()
      let cursor = place.memory.live
      let newest = place.memory.newest
      let lacked = false
      let isAgain = false
      heard = false
      for (;;) {
        const page = await from.pull(cursor)
        if (reading.isClosed()) return
        cursor = page.cursor
        gather(gathered, page)
        reading.noteLacks(page.lacks)
        lacked ||= page.lacks !== null
        isAgain ||= page.again === true
        if (page.newest !== null) newest = Math.max(newest ?? 0, page.newest)
        if (!page.done && gathered.size < mostGathered) continue
        const question = await reading.take(gathered, by, changed)
        if (question !== null) {
          place.keep({ question, askedIn: 'live' })
          return
        }
        gathered = new Map()
        place.keep({ live: cursor, newest, ...(isAgain && place.pastFrom(null)) })
        isAgain = false
        if (page.done) break
      }
      const isGivenNow = place.memory.lacked && !lacked
      if (isAllowed) allowed.step = null
      if (!lacked) reading.clearTrouble()
      place.keep({ readAt: now(), lacked, ...(isGivenNow && place.pastFrom(null)) })
      dueAt = now() + (from.pauseMs?.() ?? vendor.pollMs)
    },
  }
}
