// Whom the feed tells of what has just begun, and what it says: the rep, the managers of their team, or both. Once for a rule,
// a subject and a week of the floor's.
import type { EpisodeEvent } from '../../../shared/domain/exceptions/episodes.ts'
import { subjectKey } from '../../../shared/domain/flags/found.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { dayMs, formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { ExceptionWords } from '../../../shared/domain/words/exception-words.ts'
import type { ExceptionRule } from '../../../shared/wire/exception-rule.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import { isWithin } from '../access/private-views.ts'
import { letterRecord } from '../outbox/letters.ts'
import type { StoredAccount } from '../store/accounts.ts'
import type { RecordWrite } from '../store/log.ts'

/** What began earlier before it was found is history that came in, and no news. */
const freshMs = dayMs
/** Later it would be noise. */
const hours = 24

const week: WindowSpec = { kind: 'period', grain: 'week', offset: 0 }

type Opened = Extract<EpisodeEvent, { event: 'opened' }>

interface Alerted {
  readonly numbers: Numbers
  readonly accounts: readonly StoredAccount[]
  readonly words: ExceptionWords
  /** A person's address; null where none is known. */
  readonly emailOf: (person: string) => string | null
  /** Epoch ms. */
  readonly now: number
}

/** Those who are of the team by name; of all teams only where it has none of its own. Admins run the feed, and not the team. */
const managersOf = (
  accounts: readonly StoredAccount[],
  team: string | null,
  teams: Parameters<typeof isWithin>[2],
): readonly StoredAccount[] => {
  const managers = accounts.filter(({ role }) => role === 'manager')
  const own = managers.filter(
    (each) => team !== null && each.teams.length > 0 && isWithin(team, each.teams, teams),
  )
  return own.length > 0 ? own : managers.filter((each) => each.teams.length === 0)
}

export const alertLetters = (
  rule: ExceptionRule,
  { head }: Opened,
  { numbers, accounts, words, emailOf, now }: Alerted,
): readonly RecordWrite[] => {
  if (rule.tell.length === 0 || head.since < now - freshMs) return []
  const { file } = numbers.model
  const about = `${rule.id} ${subjectKey(head.subject)} ${formatDay(numbers.daysOf(week, now).from)}`
  const said = {
    rule: rule.name,
    subject: head.subject,
    title: head.title,
    why: head.why,
    name: head.ownerName,
  }
  const letter = (to: ExceptionRule['tell'][number], email: string, name: string): RecordWrite =>
    letterRecord(
      `alert ${about} ${to} ${email.toLowerCase()}`,
      { at: now, hours, by: 'clock' },
      { target: { kind: 'person', email, name }, from: null, ...words.alert({ ...said, to }) },
    )
  return rule.tell.flatMap((to) => {
    if (to === 'manager')
      return managersOf(accounts, head.team, file.teams).map(({ email, name }) => letter(to, email, name))
    const email = head.owner === null ? null : emailOf(head.owner)
    return email === null ? [] : [letter(to, email, head.ownerName)]
  })
}
