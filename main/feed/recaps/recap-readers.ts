// Who gets which recap, and when it is due for them: by the clock of their own office.

import { type Member, stayAt } from '../../../shared/domain/people/roster.ts'
import { type PeriodGrain, periodDue, weeklyDue } from '../../../shared/domain/recaps/recap-due.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Recaps } from '../../../shared/wire/recaps.ts'
import type { StoredAccount } from '../store/accounts.ts'

interface Due {
  readonly email: string
  readonly name: string
  /** When it was to go, epoch ms: what it tells is as of then. */
  readonly at: number
}

export type DueRecap = Due &
  (
    | { readonly to: 'rep'; readonly member: Member }
    | { readonly to: 'manager'; readonly account: StoredAccount }
    | { readonly to: 'leader'; readonly grain: PeriodGrain }
  )

interface ReaderParts {
  readonly numbers: Numbers
  readonly accounts: readonly StoredAccount[]
  /** A person's address; null where none is known. */
  readonly emailOf: (person: string) => string | null
  /** Epoch ms. */
  readonly now: number
}

/** Of the person that an account is, else the one that its teams share, else the floor's. */
const zoneOf = (numbers: Numbers, { person, teams }: StoredAccount, now: number): Zone => {
  const { roster } = numbers.model
  const subject = person === null ? null : roster.subjectOf(person)
  const member = subject === null ? null : roster.personAt(subject)
  if (member) return stayAt(member, now).zone
  return numbers.about(teams.flatMap((id) => roster.subjectOf(id) ?? [])).zoneAt(now)
}

/** All that are due at `now` and not a day old. */
export const dueRecaps = (
  recaps: Recaps,
  { numbers, accounts, emailOf, now }: ReaderParts,
): readonly DueRecap[] => {
  const { model } = numbers
  const reps = (): readonly DueRecap[] =>
    model.roster.people.flatMap((member): DueRecap[] => {
      const { team, zone } = stayAt(member, now)
      const at = team === null ? null : weeklyDue(zone, recaps, now)
      const email = at === null ? null : emailOf(member.id)
      return at === null || email === null ? [] : [{ to: 'rep', member, email, name: member.name, at }]
    })
  const managers = (): readonly DueRecap[] =>
    accounts.flatMap((account): DueRecap[] => {
      const at = account.role === 'manager' ? weeklyDue(zoneOf(numbers, account, now), recaps, now) : null
      return at === null ? [] : [{ to: 'manager', account, email: account.email, name: account.name, at }]
    })
  const leaders = (): readonly DueRecap[] =>
    accounts
      .filter(({ role }) => role === 'leader')
      .flatMap((account) =>
        (['month', 'quarter'] as const).flatMap((grain): DueRecap[] => {
          const at = periodDue(model, zoneOf(numbers, account, now), { grain, at: recaps.at }, now)
          return at === null ? [] : [{ to: 'leader', grain, email: account.email, name: account.name, at }]
        }),
      )
  const due = { rep: reps, manager: managers, leader: leaders }
  return [...new Set(recaps.to)].flatMap((reader) => due[reader]())
}
