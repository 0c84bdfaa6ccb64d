// A spiff as its form has it, and back: what the form cannot show (people by name, pauses) stays as the floor file has it.
import { z } from 'zod'
import type { FloorFile } from '../../../wire/floor.ts'
import { Spiff, SpiffFor } from '../../../wire/spiffs.ts'
import { PlainDate } from '../../../wire/text.ts'
import { ThanksHow } from '../../../wire/thanks.ts'
import { isCountable } from '../../contests/making/contest-form.ts'
import { type Day, dayOf, formatDay, partsOf } from '../../time/calendar-date.ts'

/** As it is kept in a tab of the console while somebody types. Empty texts: nothing chosen; 0 of a cap: none. */
export const SpiffForm = z.object({
  name: z.string(),
  for: SpiffFor,
  how: z.array(ThanksHow),
  metric: z.string(),
  each: z.number(),
  amount: z.number(),
  team: z.string(),
  role: z.string(),
  from: PlainDate,
  until: PlainDate,
  budget: z.number(),
  perDay: z.number(),
  perWeek: z.number(),
  perPerson: z.number(),
  pairPerWeek: z.number(),
  paidBy: z.string(),
})
export type SpiffForm = z.infer<typeof SpiffForm>

/** What most floors begin with, in whole units. */
const usual = { amount: 10, budget: 500, perWeek: 30, pairPerWeek: 2 } as const

/** Until the end of the month, or of the next one where this one is nearly over. */
const lastDayFrom = (today: Day): Day => {
  const { year, month, day } = partsOf(today)
  return dayOf(year, day > 20 ? month + 2 : month + 1, 1) - 1
}

/** `today`: of the floor. `team`: whose it is to be, empty for everybody. */
export const newSpiffForm = (file: FloorFile, today: Day, name: string, team: string): SpiffForm => ({
  ...{ name, for: 'help', how: [], each: 1, team, role: '', paidBy: '' },
  metric: file.metrics.find(isCountable)?.id ?? '',
  amount: usual.amount,
  from: formatDay(today),
  until: formatDay(lastDayFrom(today)),
  budget: usual.budget,
  ...{ perDay: 0, perWeek: usual.perWeek, perPerson: 0, pairPerWeek: usual.pairPerWeek },
})

/** As the floor file has it; what is missing or contradicts itself is found by the schema. `before`: what is changed, or null. */
export const spiffOf = (
  form: SpiffForm,
  id: string,
  before: Spiff | null,
): ReturnType<typeof Spiff.safeParse> => {
  const isMetric = form.for === 'metric'
  const { people, pauses = [] } = before ?? {}
  return Spiff.safeParse({
    ...{ id, name: form.name, for: form.for, amount: form.amount, from: form.from, until: form.until },
    ...(form.team !== '' && { team: form.team }),
    ...(form.role !== '' && { role: form.role }),
    ...(people !== undefined && { people }),
    ...(form.for === 'help' && form.how.length > 0 && { how: form.how }),
    ...(isMetric && { metric: form.metric }),
    ...(isMetric && form.each !== 1 && { each: form.each }),
    caps: {
      ...(form.perDay > 0 && { perDay: form.perDay }),
      ...(form.perWeek > 0 && { perWeek: form.perWeek }),
      ...(form.perPerson > 0 && { perPerson: form.perPerson }),
      pairPerWeek: form.pairPerWeek,
    },
    budget: form.budget,
    ...(form.paidBy.trim() !== '' && { paidBy: form.paidBy }),
    pauses,
    state: before?.state ?? 'draft',
  })
}

/** The form of a spiff that is there. */
export const spiffFormOf = (spiff: Spiff): SpiffForm => ({
  ...{ name: spiff.name, for: spiff.for, how: spiff.how ?? [], amount: spiff.amount },
  ...{ metric: spiff.metric ?? '', each: spiff.each ?? 1, team: spiff.team ?? '', role: spiff.role ?? '' },
  ...{ from: spiff.from, until: spiff.until, budget: spiff.budget, paidBy: spiff.paidBy ?? '' },
  perDay: spiff.caps.perDay ?? 0,
  perWeek: spiff.caps.perWeek ?? 0,
  perPerson: spiff.caps.perPerson ?? 0,
  pairPerWeek: spiff.caps.pairPerWeek,
})

type StateChange = Pick<Spiff, 'state'> & Partial<Pick<Spiff, 'pauses' | 'until'>>

/** What is written to pause it from a day on, to go on with it from a day on, or to end it with a day. `today`: of the floor. */
export const spiffStates = {
  start: (): StateChange => ({ state: 'running' }),
  pause: ({ pauses }: Pick<Spiff, 'pauses'>, today: Day): StateChange => ({
    state: 'paused',
    pauses: [...pauses, { from: formatDay(today) }],
  }),
  goOn: ({ pauses }: Pick<Spiff, 'pauses'>, today: Day): StateChange => {
    const last = pauses.at(-1)
    const yesterday = formatDay(today - 1)
    const others = pauses.slice(0, -1)
    // One that lasted for no whole day is none.
    const ended = last === undefined || last.from > yesterday ? [] : [{ from: last.from, until: yesterday }]
    return { state: 'running', pauses: [...others, ...ended] }
  },
  end: ({ pauses, from, until }: Pick<Spiff, 'pauses' | 'from' | 'until'>, today: Day): StateChange => {
    const last = formatDay(today)
    const ends = until < last ? until : last < from ? from : last
    const closed = pauses.flatMap((pause) => {
      if (pause.until !== undefined) return [pause]
      return pause.from > ends ? [] : [{ from: pause.from, until: ends }]
    })
    return { state: 'ended', until: ends, pauses: closed }
  },
}
