// Each night, once its ids were compared, a source's month is counted as the vendor does and as the wall does.
import type { Source } from '../../../../shared/wire/source.ts'
import type { SourceDifference } from '../../../../shared/wire/sources.ts'
import type { Connector } from '../connector.ts'
import { wonDifference } from '../won-difference.ts'
import { sameWon } from '../won-totals.ts'
import type { Reading } from './reading.ts'

/** A vendor’s own lists may be minutes behind: a difference has to be there twice. */
const againMs = 600_000

export interface CompareStep {
  isDue(): boolean
  run(from: Connector): Promise<void>
}

export const createCompareStep = (
  reading: Reading,
  isNight: () => boolean,
  onDifference: (source: Source, on: string, difference: SourceDifference) => Promise<void>,
): CompareStep => {
  const { settings, vendor, source, floor, log, turns, place, now, today } = reading
  /** A difference was found, and is looked for once more then, epoch ms. */
  let againAt: number | null = null

  return {
    isDue: () =>
      settings.reads.includes('deals') &&
      vendor.reads.includes('deals') &&
      place.memory.comparedOn !== today() &&
      place.memory.sweptOn === today() &&
      isNight() &&
      (againAt === null || now() >= againAt),
    /** Of the month that yesterday was in: on its first day the one before is whole. */
    run: async (from) => {
      const on = today()
      const day = floor.numbers().model.roster.floorZone.dayAt(now()) - 1
      const difference = await wonDifference({ connector: from, source, floor, log, turns, day })
      if (reading.isClosed()) return
      const isSame = sameWon(difference)
      if (!isSame && againAt === null) {
        againAt = now() + againMs
        return
      }
      againAt = null
      if (!isSame) await onDifference(settings, on, difference)
      place.keep({ compared: { ...difference, at: now(), differs: !isSame }, comparedOn: on })
    },
  }
}
