// A meeting of the floor file as the fields of a form, and back.
import { z } from 'zod'
import { Cadence, cadenceRhythms, weekdays } from '../../../../shared/wire/cadence.ts'

export const CadenceFields = z.object({
  name: z.string(),
  every: z.enum(cadenceRhythms),
  /** Where it is every week. */
  weekday: z.enum(weekdays),
  /** Where it is of a month or a quarter: the 1st, 2nd, … working day; −1 is the last one. */
  workingDay: z.number(),
  /** `HH:MM` */
  at: z.string(),
  /** A person, or nobody. */
  owner: z.string().nullable(),
  /** A team; null for the whole floor. */
  team: z.string().nullable(),
  oneToOnes: z.boolean(),
  boards: z.array(z.string()),
})
export type CadenceFields = z.infer<typeof CadenceFields>

export const newCadence: CadenceFields = {
  name: '',
  every: 'week',
  weekday: 'monday',
  workingDay: 1,
  at: '09:00',
  owner: null,
  team: null,
  oneToOnes: false,
  boards: [],
}

export const cadenceFieldsOf = (cadence: Cadence): CadenceFields => ({
  name: cadence.name,
  every: cadence.every,
  weekday: typeof cadence.day === 'string' ? cadence.day : newCadence.weekday,
  workingDay: typeof cadence.day === 'number' ? cadence.day : newCadence.workingDay,
  at: cadence.at,
  owner: cadence.owner ?? null,
  team: cadence.team ?? null,
  oneToOnes: cadence.oneToOnes === true,
  boards: [...cadence.boards],
})

/** As the floor file takes it; fails where something is missing still. */
export const cadenceOf = (fields: CadenceFields, id: string) => {
  const { name, every, weekday, workingDay, at, owner, team, oneToOnes, boards } = fields
  return Cadence.safeParse({
    id,
    name: name.trim(),
    every,
    day: every === 'week' ? weekday : workingDay,
    at,
    // A one-to-one is led by whoever coaches the person.
    ...(owner !== null && !oneToOnes && { owner }),
    ...(team !== null && { team }),
    ...(oneToOnes && { oneToOnes }),
    boards,
  })
}

/** `boards` with the one at an index moved by one place; as it is where there is no such place. */
export const movedBoard = (boards: readonly string[], at: number, by: -1 | 1): readonly string[] => {
  const [one, other] = [boards[at], boards[at + by]]
  return one === undefined || other === undefined ? boards : boards.with(at, other).with(at + by, one)
}
