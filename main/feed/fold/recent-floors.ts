// The floors of the last days, which say by what rules a fact or a day of the present came.
import type { FloorEntry, Log } from '../store/log.ts'

const dayMs = 86_400_000
/** Longer than anything stays of the present, by a day for clocks that were wrong. */
const recentMs = 2 * dayMs
/** Who edits more often than this has the first of them judged by none. */
const mostFloors = 200
const pageFloors = 20

/** Oldest first: what stood two days before `now` (epoch ms), and all that came since. */
export const recentFloors = async (
  log: Pick<Log, 'floorsBefore'>,
  now: number,
): Promise<readonly FloorEntry[]> => {
  const floors: FloorEntry[] = []
  for (let before: number | null = null; floors.length < mostFloors; ) {
    const page: readonly FloorEntry[] = await log.floorsBefore(before, pageFloors)
    const old = page.findIndex(({ at }) => at <= now - recentMs)
    floors.push(...(old === -1 ? page : page.slice(0, old + 1)))
    if (old !== -1 || page.length < pageFloors) break
    before = page.at(-1)?.seq ?? 0
  }
  return floors.reverse()
}
