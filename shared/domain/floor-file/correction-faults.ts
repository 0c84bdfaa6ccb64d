// Faults of corrections: two of one thing, a stage that is none, a name that somebody has, a value that the field cannot take.
import type { Correction } from '../../wire/correction.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName, nameKey } from '../people/name-key.ts'
import type { FloorFault } from './floor-fault.ts'

/** What a correction is about: of each there is one. */
const aboutOf = (correction: Correction): string => {
  switch (correction.kind) {
    case 'nobody':
      return `the name "${nameKey(correction.name)}"`
    case 'stage':
      return `the stage "${foldedName(correction.stage)}"`
    case 'no-amount':
      return `${correction.status} deals without an amount of ${correction.source ?? 'every source'}`
    case 'fact':
      return `${correction.field} of ${correction.fact} of ${correction.source}`
    case 'left-out':
      return `whether ${correction.fact} of ${correction.source} counts`
  }
}

const valueFault = ({ field, was, is }: Extract<Correction, { kind: 'fact' }>): string | null => {
  const isMoney = field === 'amount'
  if ((typeof is === 'string') === isMoney || (was !== null && (typeof was === 'string') === isMoney))
    return isMoney ? 'an amount is corrected by an amount' : `${field} is corrected by a date`
  if (field === 'expectedCloseOn' && String(is).length !== 10)
    return 'expectedCloseOn is a date without a time'
  return JSON.stringify(was) === JSON.stringify(is) ? 'corrects nothing: both values are the same' : null
}

export const correctionFaults = ({ corrections, floor, people }: FloorFile): FloorFault[] => {
  const first = new Map<string, number>()
  const names = new Map(
    people.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((each) => [nameKey(each), name])),
  )
  const faultOf = (correction: Correction): readonly [field: string, message: string] | null => {
    switch (correction.kind) {
      case 'nobody': {
        const whose = names.get(nameKey(correction.name))
        return whose === undefined
          ? null
          : ['name', `"${correction.name}" is a name of ${whose}, who is on the floor`]
      }
      case 'stage':
        if (!floor.stages.includes(correction.is)) return ['is', `"${correction.is}" is none of floor.stages`]
        return floor.stages.some((stage) => foldedName(stage) === foldedName(correction.stage))
          ? ['stage', `"${correction.stage}" is one of floor.stages itself`]
          : null
      case 'no-amount':
      case 'left-out':
        return null
      case 'fact': {
        const fault = valueFault(correction)
        if (fault !== null) return ['is', fault]
        const { is } = correction
        const isKnown =
          typeof is === 'string' ||
          is.currency === floor.currency ||
          floor.rates.some(({ currency }) => currency === is.currency)
        return isKnown
          ? null
          : ['is', `the floor has no rate for ${typeof is === 'string' ? is : is.currency}`]
      }
    }
  }
  return corrections.flatMap((correction, index): FloorFault[] => {
    const path = ['corrections', index]
    const about = aboutOf(correction)
    const earlier = first.get(about)
    first.set(about, earlier ?? index)
    const own = faultOf(correction)
    return [
      ...(earlier === undefined
        ? []
        : [{ path, message: `${about} is corrected by corrections[${earlier}] already` }]),
      ...(own === null ? [] : [{ path: [...path, own[0]], message: own[1] }]),
    ]
  })
}
