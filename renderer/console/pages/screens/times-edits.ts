// When a screen sleeps and when it is less bright: its own times, else its group's; and the edits that change them.
import type { FloorFile, SleepTime } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'

export type TimesKind = 'sleep' | 'dim'
/** `to` is what is left of the light, where it is a time at which there is less. */
export type Time = SleepTime & { readonly to?: number }
export type Screen = FloorFile['screens'][number]
type Group = FloorFile['screenGroups'][number]

export interface Times {
  readonly list: readonly Time[]
  /** Whose they are. A screen may have said that it has none, unlike its group. */
  readonly of: 'screen' | 'group'
  readonly group: Group | null
}

export const timesOf = (file: FloorFile, screen: Screen, kind: TimesKind): Times => {
  const group = file.screenGroups.find(({ id }) => id === screen.group) ?? null
  const own = screen[kind]
  const ofGroup = group?.[kind]
  if (own !== undefined || ofGroup === undefined) return { list: own ?? [], of: 'screen', group }
  return { list: ofGroup, of: 'group', group }
}

const set = (list: 'screens' | 'screenGroups', id: string, kind: TimesKind, times: unknown): FloorEdit => ({
  do: 'set',
  list,
  id,
  fields: { [kind]: times },
})

/** `index` null: a new one. `time` null: it goes. */
export interface TimeChange {
  readonly index: number | null
  readonly time: Time | null
  /** Whether for this screen alone, which then has times of its own, or for all of its group. */
  readonly alone: boolean
}

export const changeTime = (
  file: FloorFile,
  screen: Screen,
  kind: TimesKind,
  { index, time, alone }: TimeChange,
): FloorEdit => {
  const { list, group } = timesOf(file, screen, kind)
  const kept = list.flatMap((each, nth) => (nth === index ? (time ?? []) : each))
  const next = index === null && time !== null ? [...kept, time] : kept
  if (!alone && group !== null) return set('screenGroups', group.id, kind, next.length === 0 ? null : next)
  // None at all is what a screen has that says nothing; one whose group says something has to say so.
  const saysNothing = next.length === 0 && (group?.[kind] ?? []).length === 0
  return set('screens', screen.id, kind, saysNothing ? null : next)
}

export const asItsGroup = (screen: Screen, kind: TimesKind): FloorEdit =>
  set('screens', screen.id, kind, null)
