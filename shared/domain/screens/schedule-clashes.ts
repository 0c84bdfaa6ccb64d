// Two rules that want the same hours of a screen, where nobody can have meant both; and what one click can do about it.

import type { Slot } from '../../wire/floor.ts'
import type { FloorEdit } from '../../wire/floor-edits.ts'
import type { Day } from '../time/calendar-date.ts'
import { timeText } from '../time/week.ts'
import type { Zone } from '../time/zone.ts'
import { scheduleOf } from './schedule.ts'
import type { RuleRef, ScheduleFloor, ScheduleRule } from './schedule-rules.ts'
import { type LostBlock, weekOf } from './schedule-week.ts'
import type { WhyFirst } from './schedule-words.ts'

/**
 * `move-after`: the rule that wins begins when the other ends, as long as before. `let-win`: the other goes before it; a
 * group's rule is copied to the screen for that, so that the group's other screens stay as they are.
 */
export interface Resolution {
  readonly kind: 'move-after' | 'let-win'
  readonly edits: readonly FloorEdit[]
  /** Of `move-after`: the new hours. */
  readonly hours: { readonly from: string; readonly to: string } | null
}

export interface Clash {
  readonly winner: ScheduleRule
  readonly loser: ScheduleRule
  readonly why: WhyFirst
  /** Where the loser is not shown; minutes since local midnight. */
  readonly at: readonly { readonly day: Day; readonly from: number; readonly to: number }[]
  readonly lostMinutes: number
  readonly resolutions: readonly Resolution[]
}

/** What takes up to this share of another rule's hours is taken for a break in it that was meant. */
const meantShare = 1 / 4

const dayMinutes = 24 * 60

/** An exception is there to win; a short rule within a long one interrupts it. */
const isMeant = ({ rule, winner, from, to }: LostBlock): boolean =>
  (winner.strength === 'exception' && rule.strength !== 'exception') ||
  to - from <= (rule.to - rule.from) * meantShare

const pairsOf = (lost: readonly (LostBlock & { readonly day: Day })[]): Omit<Clash, 'resolutions'>[] => {
  const pairs = new Map<string, (LostBlock & { readonly day: Day })[]>()
  for (const block of lost) {
    const key = JSON.stringify([block.winner.ref, block.rule.ref])
    pairs.set(key, [...(pairs.get(key) ?? []), block])
  }
  return [...pairs.values()].flatMap((blocks) => {
    const [first] = blocks
    if (!first) return []
    const at = blocks.map(({ day, from, to }) => ({ day, from, to }))
    const lostMinutes = at.reduce((sum, { from, to }) => sum + to - from, 0)
    return [{ winner: first.winner, loser: first.rule, why: first.why, at, lostMinutes }]
  })
}

const slotsOf = (floor: ScheduleFloor, { list, id }: RuleRef): readonly Slot[] =>
  floor[list].find((owner) => owner.id === id)?.schedule ?? []

const setSlots = ({ list, id }: RuleRef, schedule: readonly Slot[]): FloorEdit => ({
  do: 'set',
  list,
  id,
  fields: { schedule },
})

interface Pair {
  readonly winner: ScheduleRule
  readonly loser: ScheduleRule
}

/** Null where the winner has no hours, would run past midnight, or would clash with a third rule. */
const moveAfter = (
  floor: ScheduleFloor,
  { winner, loser }: Pair,
  clashesThen: (floor: ScheduleFloor) => boolean,
): Resolution | null => {
  const to = loser.to + winner.to - winner.from
  if (winner.slot?.hours === undefined || loser.to >= dayMinutes || to > dayMinutes) return null
  const hours = { from: timeText(loser.to), to: timeText(to) }
  const moved = slotsOf(floor, winner.ref).map((slot, index) =>
    index === winner.ref.index ? { ...slot, hours } : slot,
  )
  if (clashesThen(withSlots(floor, winner.ref, moved))) return null
  return { kind: 'move-after', edits: [setSlots(winner.ref, moved)], hours }
}

const letWin = (floor: ScheduleFloor, { winner, loser }: Pair): Resolution | null => {
  const { slot } = loser
  const at = winner.ref.index
  if (slot === null || at === null) return null
  const isSameList = winner.ref.list === loser.ref.list
  const slots = slotsOf(floor, winner.ref)
  const others = slots.flatMap((each, index) => {
    if (index === at) return [slot, each]
    return isSameList && index === loser.ref.index ? [] : [each]
  })
  return { kind: 'let-win', edits: [setSlots(winner.ref, others)], hours: null }
}

const withSlots = (
  floor: ScheduleFloor,
  { list, id }: RuleRef,
  schedule: readonly Slot[],
): ScheduleFloor => ({
  ...floor,
  [list]: floor[list].map((owner) => (owner.id === id ? { ...owner, schedule } : owner)),
})

const pairsIn = (
  floor: ScheduleFloor,
  screenId: string,
  first: Day,
  zone: (id: string) => Zone,
): Omit<Clash, 'resolutions'>[] => {
  const screen = floor.screens.find(({ id }) => id === screenId)
  if (!screen) return []
  const week = weekOf(scheduleOf(floor, screen, zone), first)
  return pairsOf(
    week.flatMap(({ day, lost }) =>
      lost.filter((block) => !isMeant(block)).map((block) => ({ ...block, day })),
    ),
  )
}

const isAt = (ref: RuleRef, other: RuleRef): boolean =>
  ref.list === other.list && ref.id === other.id && ref.index === other.index

/** The clashes of a screen in the seven days from `first` on; none for a screen that the floor does not have. */
export const clashesOf = (
  floor: ScheduleFloor,
  screenId: string,
  first: Day,
  zone: (id: string) => Zone,
): readonly Clash[] =>
  pairsIn(floor, screenId, first, zone).map((pair) => {
    const { ref } = pair.winner
    const clashesThen = (then: ScheduleFloor): boolean =>
      pairsIn(then, screenId, first, zone).some(
        ({ winner, loser }) => isAt(winner.ref, ref) || isAt(loser.ref, ref),
      )
    const resolutions = [moveAfter(floor, pair, clashesThen), letWin(floor, pair)]
    return { ...pair, resolutions: resolutions.filter((each) => each !== null) }
  })
