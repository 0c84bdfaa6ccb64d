// Faults of the `floor` section that only two of its entries together show.
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'
import { contrastOn, leastContrast, nearestReadable } from '../words/brand-colour.ts'
import { breakdownFields, canBreakDown } from './breakdown-fields.ts'
import type { FloorFault } from './floor-fault.ts'

export const settingsFaults = ({ floor }: FloorFile): FloorFault[] => {
  const faults: FloorFault[] = []
  const rates = new Set<string>()
  floor.rates.forEach(({ currency, from }, index) => {
    if (currency === floor.currency) {
      faults.push({
        path: ['floor', 'rates', index, 'currency'],
        message: `is the floor's own currency; a rate says what one unit of another is worth in ${floor.currency}`,
      })
    }
    const key = `${currency} ${from}`
    if (rates.has(key)) {
      faults.push({
        path: ['floor', 'rates', index],
        message: `is a second rate for ${currency} from ${from}`,
      })
    }
    rates.add(key)
  })
  if (floor.fiscalYearEnds !== undefined && floor.fiscalWeeks === undefined) {
    faults.push({
      path: ['floor', 'fiscalYearEnds'],
      message: 'is for years of whole weeks; say which with fiscalWeeks, such as 4-4-5',
    })
  }
  const stages = new Set<string>()
  floor.stages.forEach((stage, index) => {
    if (stages.has(foldedName(stage)))
      faults.push({ path: ['floor', 'stages', index], message: `"${stage}" is listed twice` })
    stages.add(foldedName(stage))
  })
  for (const stage of Object.keys(floor.stageProbabilities)) {
    if (!stages.has(stage))
      faults.push({
        path: ['floor', 'stageProbabilities', stage],
        message: 'is no stage of this floor; list it under floor.stages',
      })
  }
  floor.breakdowns.forEach((field, index) => {
    const path = ['floor', 'breakdowns', index]
    if (!canBreakDown(field))
      faults.push({
        path,
        message: `"${field}" is no field to break numbers down by; there are ${breakdownFields.join(', ')} and fields.<name>`,
      })
    if (floor.breakdowns.indexOf(field) < index) faults.push({ path, message: `"${field}" is listed twice` })
  })
  floor.brand.forEach((colour, index) => {
    const contrast = contrastOn(floor.theme, colour)
    if (contrast >= leastContrast) return
    faults.push({
      path: ['floor', 'brand', index],
      message: `cannot be read from across the room: its contrast on the ${floor.theme} theme is ${contrast.toFixed(1)} : 1, and it takes ${leastContrast} : 1; the nearest colour that passes is ${nearestReadable(floor.theme, colour)}`,
    })
  })
  return faults
}
