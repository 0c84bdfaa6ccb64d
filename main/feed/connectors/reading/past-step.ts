// A page of the past, of which nothing is news.
import { pastBy } from '../../store/source-by.ts'
import type { Connector } from '../connector.ts'
import { type Gathered, gather } from './gather.ts'
import type { Reading } from './reading.ts'

export const readPast = async (reading: Reading, from: Connector): Promise<void> => {
  const { settings, place } = reading
  const { past } = place.memory
  const window = past?.windows[past.at]
  if (!past || !window) {
    place.keep({ past: null })
    return
  }
  const page = await from.past(window, past.cursor)
  if (reading.isClosed()) return
  const gathered: Gathered = new Map()
  gather(gathered, page)
  await reading.take(gathered, pastBy(settings.id), null)
  reading.noteLacks(page.lacks)
  // Somebody may have asked for another past meanwhile.
  if (place.memory.past !== past) return
  const at = page.done ? past.at + 1 : past.at
  const isOver = at >= past.windows.length
  place.keep({ past: isOver ? null : { ...past, at, cursor: page.done ? null : page.cursor } })
}
