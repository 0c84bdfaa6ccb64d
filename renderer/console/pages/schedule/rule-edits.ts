// The edits that rules of a schedule are changed by: the rules of a screen or a group are one list, in their order.
import type { RuleRef, ScheduleRule } from '../../../../shared/domain/screens/schedule-rules.ts'
import type { FloorFile, Slot } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import type { EdgeHours } from './edge-hours.ts'

/** `09:30` of minutes since midnight. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export interface Owner {
  readonly list: RuleRef['list']
  readonly id: string
}

export const slotsOf = (file: FloorFile, { list, id }: Owner): readonly Slot[] =>
  file[list].find((owner) => owner.id === id)?.schedule ?? []

export const setSlots = ({ list, id }: Owner, schedule: readonly Slot[]): FloorEdit => ({
  do: 'set',
  list,
  id,
  fields: { schedule },
})

const dayMinutes = 24 * 60

/** A rule's hours, on all of its days. Midnight at the end is 24:00, in the next day it is that day's time. */
export const hoursEdit = (file: FloorFile, { ref }: ScheduleRule, { from, to }: EdgeHours): FloorEdit =>
  setSlots(
    ref,
    slotsOf(file, ref).map((slot, index) =>
      index === ref.index
        ? { ...slot, hours: { from: timeOf(from), to: timeOf(to > dayMinutes ? to - dayMinutes : to) } }
        : slot,
    ),
  )
