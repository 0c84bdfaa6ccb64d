// A trial of the floor file as the fields of a form, and back.
import { z } from 'zod'
import { Trial } from '../../../../shared/wire/trial.ts'

export const TrialFields = z.object({
  name: z.string(),
  first: z.string().nullable(),
  second: z.string().nullable(),
  outcome: z.string().nullable(),
  /** `YYYY-MM-DD`, or nothing while it is typed. */
  from: z.string(),
  until: z.string(),
  /** Days. */
  later: z.number(),
  team: z.string().nullable(),
  role: z.string().nullable(),
})
export type TrialFields = z.infer<typeof TrialFields>

const usualDays = 60
const dayMs = 86_400_000

/** Of the two months before a day (`YYYY-MM-DD`), so that it can say something at once. */
export const newTrial = (today: string): TrialFields => ({
  name: '',
  first: null,
  second: null,
  outcome: null,
  from: new Date(Date.parse(today) - usualDays * dayMs).toISOString().slice(0, 10),
  until: today,
  later: 0,
  team: null,
  role: null,
})

export const trialFieldsOf = ({
  name,
  metrics,
  outcome,
  from,
  until,
  later,
  team,
  role,
}: Trial): TrialFields => ({
  name,
  first: metrics[0],
  second: metrics[1],
  outcome,
  from,
  until,
  later: later ?? 0,
  team: team ?? null,
  role: role ?? null,
})

/** As the floor file takes it; fails where something is missing still. */
export const trialOf = (fields: TrialFields, id: string) => {
  const { name, first, second, outcome, from, until, later, team, role } = fields
  return Trial.safeParse({
    id,
    name: name.trim(),
    metrics: [first, second],
    outcome,
    from,
    until,
    ...(later > 0 && { later }),
    ...(team !== null && { team }),
    ...(role !== null && { role }),
  })
}
