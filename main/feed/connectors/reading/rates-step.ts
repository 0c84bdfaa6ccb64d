// Deals that waited for a rate are read, silently, as soon as the floor has it.
import type { FloorModel } from '../../../../shared/domain/counting/floor-model.ts'
import { parseDay } from '../../../../shared/domain/time/calendar-date.ts'
import { pastBy } from '../../store/source-by.ts'
import type { Connector } from '../connector.ts'
import { type Gathered, gather } from './gather.ts'
import { idsAtOnce, type Reading } from './reading.ts'
import { withRate } from './waiting-deals.ts'

export interface RatesStep {
  isDue(): boolean
  run(from: Connector): Promise<void>
}

export const createRatesStep = (reading: Reading): RatesStep => {
  const { settings, floor, place } = reading
  /** The floor for which it was looked whether they have their rate. */
  let lookedFor: FloorModel | null = null

  const ready = ({ converter, file }: FloorModel): readonly string[] =>
    withRate(
      place.memory.waiting,
      (currency, on) =>
        currency === file.floor.currency || converter.convert(1, currency, parseDay(on)) !== null,
    )
  return {
    isDue: () => {
      const { model } = floor.numbers()
      if (lookedFor === model) return false
      if (ready(model).length > 0) return true
      lookedFor = model
      return false
    },
    run: async (from) => {
      const { model } = floor.numbers()
      const ids = ready(model)
      for (let first = 0; first < ids.length; first += idsAtOnce) {
        const gathered: Gathered = new Map()
        gather(gathered, await from.read(ids.slice(first, first + idsAtOnce)))
        if (reading.isClosed()) return
        await reading.take(gathered, pastBy(settings.id), null, true)
        place.keep({})
      }
      lookedFor = model
    },
  }
}
