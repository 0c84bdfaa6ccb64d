// Faults and advice about what may be entered by hand.
import { dealByHand } from '../../wire/by-hand.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'
import type { FloorFault } from './floor-fault.ts'

export const byHandFaults = ({ floor }: Pick<FloorFile, 'floor'>): FloorFault[] => {
  const first = new Map<string, number>()
  return floor.byHand.flatMap(({ what }, index): FloorFault[] => {
    const key = foldedName(what)
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, index)
      return []
    }
    return [
      {
        path: ['floor', 'byHand', index, 'what'],
        message: `"${what}" may be entered by hand by byHand[${earlier}] already`,
      },
    ]
  })
}

/** What sources read, by what the same is called among what is entered by hand. */
const readAs: Readonly<Record<string, FloorFile['sources'][number]['reads'][number]>> = {
  call: 'calls',
  meeting: 'meetings',
  [dealByHand]: 'deals',
}

/** Sources that report the same as people do by hand, where no rule says from which of them it counts. */
export const countedTwice = (
  { floor, sources }: Pick<FloorFile, 'floor' | 'sources'>,
  what: string,
): readonly FloorFile['sources'][number][] => {
  const kind = foldedName(what)
  const object = readAs[kind]
  const isSettled = floor.takenFrom.some(({ kinds }) => kinds.map(foldedName).includes(kind))
  return object === undefined || isSettled ? [] : sources.filter(({ reads }) => reads.includes(object))
}

/** [F122] */
export const byHandAdvice = (file: Pick<FloorFile, 'floor' | 'sources'>): readonly FloorFault[] =>
  file.floor.byHand.flatMap(({ what }, index) =>
    countedTwice(file, what).map(({ id, source }) => ({
      path: ['floor', 'byHand', index, 'what'],
      message: `"${what}" comes from ${source ?? id} too, and counts twice where somebody enters it by hand; say in floor.takenFrom from where it counts`,
    })),
  )
