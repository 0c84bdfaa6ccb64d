// An award as its form has it, and back: what the form does not ask stays as the floor file has it.
import { z } from 'zod'
import { Award, AwardBy, AwardEvery } from '../../wire/awards.ts'

/** As it is kept in a tab of the console while somebody types. Empty texts: nothing chosen. */
export const AwardForm = z.object({
  name: z.string(),
  every: AwardEvery,
  team: z.string(),
  role: z.string(),
  by: AwardBy,
  metric: z.string(),
  opensBefore: z.number(),
  closesAfter: z.number(),
  closesAt: z.string(),
  prize: z.string(),
  tellsVotes: z.boolean(),
})
export type AwardForm = z.infer<typeof AwardForm>

const usual = { opensBefore: 3, closesAfter: 2, closesAt: '16:00' } as const

/** `team`: of whoever looks after one alone. */
export const newAwardForm = (name: string, metric: string, team: string): AwardForm => ({
  ...{ name, every: 'month', team, role: '', by: 'vote', metric, ...usual, prize: '', tellsVotes: false },
})

export const awardFormOf = (award: Award, metric: string): AwardForm => ({
  name: award.name,
  every: award.every,
  team: award.team ?? '',
  role: award.role ?? '',
  by: award.by,
  metric: award.metric ?? metric,
  opensBefore: award.opensBefore,
  closesAfter: award.closesAfter,
  closesAt: award.closesAt,
  prize: award.prize ?? '',
  tellsVotes: award.tellsVotes,
})

/** `from`: of a new one today, on the floor's own clock. Fails where something is missing still. */
export const awardOf = (form: AwardForm, id: string, from: string): ReturnType<typeof Award.safeParse> => {
  const { name, every, team, role, by, metric, opensBefore, closesAfter, closesAt, prize, tellsVotes } = form
  return Award.safeParse({
    ...{ id, name: name.trim(), every, from, by, opensBefore, closesAfter, closesAt, tellsVotes },
    ...(team !== '' && { team }),
    ...(role !== '' && { role }),
    ...(by !== 'vote' && metric !== '' && { metric }),
    ...(prize.trim() !== '' && { prize: prize.trim() }),
  })
}
