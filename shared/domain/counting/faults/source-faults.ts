// One source spelled in two ways: a second spelling is refused at the door, but a log from before may hold facts of both.
import { nameKey } from '../../people/name-key.ts'
import type { StandingFault } from './fault-book.ts'

/**
 * `sources`: those of the facts that stand, with how many each has. The spelling with the most facts is the source's name,
 * of as many the one that came first; each other one is a fault of all its facts.
 */
export const sourceFaults = (sources: readonly (readonly [string, number])[]): readonly StandingFault[] => {
  const spellings = new Map<string, (readonly [string, number])[]>()
  for (const source of sources) {
    const key = nameKey(source[0])
    const alike = spellings.get(key)
    if (alike) alike.push(source)
    else spellings.set(key, [source])
  }
  return [...spellings.values()].flatMap((alike) => {
    const [first, ...others] = alike.sort(([, a], [, b]) => b - a)
    return others.map(([value, count]): StandingFault => {
      const fault = { code: 'second-spelling', field: first?.[0] ?? value, value } as const
      return { fault, count, first: null, latest: null }
    })
  })
}
