// Teams drawn for one contest: everybody on one, and none larger than another by more than one.
import type { ContestSide } from '../../../wire/contests/contest.ts'

/** Every order is as likely as any other (Fisher and Yates). `random`: 0 to below 1. */
const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] => {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [one, two] = [order[last], order[other]]
    if (one === undefined || two === undefined) continue
    order[last] = two
    order[other] = one
  }
  return order
}

/**
 * `people`: their ids. At most as many sides as there are people. `nameOf`: what a side is called, from 1.
 */
export const drawSides = (
  people: readonly string[],
  sides: number,
  random: () => number,
  nameOf: (number: number) => string,
): readonly ContestSide[] => {
  const count = Math.min(sides, people.length)
  const order = shuffled(people, random)
  return Array.from({ length: count }, (_, at) => ({
    id: `side-${at + 1}`,
    name: nameOf(at + 1),
    people: order.filter((_person, nth) => nth % count === at),
  }))
}
