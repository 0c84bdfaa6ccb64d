// Whom a board lists, in the order of names.
import type { WindowSpec } from '../../wire/window.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { isListed } from './board-head.ts'
import { nameOrder } from './name-order.ts'

export interface Listed {
  readonly member: Member
  /** Their place in the floor file, so that colours stay with people. */
  readonly index: number
}

/** Everybody who `isListed` at an instant, epoch ms. Sorting is stable: sorted by a number, equals stay by name. */
export const createListing = (numbers: Numbers) => {
  const { roster, file } = numbers.model
  const order = nameOrder(roster.people, file.floor.locale)
  const byName = roster.people
    .map((member, index): Listed => ({ member, index }))
    .sort((a, b) => (order[a.index] ?? 0) - (order[b.index] ?? 0))
  return (window: WindowSpec, within: Selection, ms: number): readonly Listed[] =>
    byName.filter(({ member }) => isListed(numbers, member, window, within, ms))
}
