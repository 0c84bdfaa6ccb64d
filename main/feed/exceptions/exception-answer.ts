// What whoever coaches is told of exceptions: each with its face, its sentence, and how its owner can be written to.
import { createFaces } from '../../../shared/domain/boards/face.ts'
import { amountInFloorCurrency } from '../../../shared/domain/counting/floor-model.ts'
import type { Episode } from '../../../shared/domain/exceptions/episodes.ts'
import type { OpenDeals } from '../../../shared/domain/exceptions/open-deals.ts'
import type { Found } from '../../../shared/domain/flags/found.ts'
import { type Member, stayAt } from '../../../shared/domain/people/roster.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { includes } from '../../../shared/domain/time/calendar-date.ts'
import type { ExceptionWords } from '../../../shared/domain/words/exception-words.ts'
import type { ClearedException, ExceptionEntry } from '../../../shared/wire/exceptions.ts'
import type { Face } from '../../../shared/wire/view-parts.ts'

/** An open episode as it stands by the last look, which may know a newer owner and newer figures. */
export type Standing = Episode & Pick<Found, 'owner' | 'ownerName' | 'team' | 'title' | 'why'>

export interface AnswerParts {
  readonly numbers: Numbers
  readonly deals: OpenDeals | null
  readonly words: ExceptionWords
  /** A person's address; null where none is known. */
  readonly emailOf: (person: string) => string | null
  readonly canMail: boolean
  /** The connection by which people are written to in Slack; null where there is none. */
  readonly slack: string | null
  /** Of a letter under its cause that was written at an instant (epoch ms). */
  readonly stateOf: (delivery: string, at: number) => ExceptionEntry['notes'][number]['state']
  /** Of whoever asks. */
  readonly name: string
  /** Epoch ms. */
  readonly now: number
}

/** As one greets: the first of two words in Latin letters. Which of more, or of others, is the given name, nobody can tell. */
const firstName = (name: string): string =>
  /^(\p{Script=Latin}[\p{Script=Latin}\p{M}’'-]*)\s+\S+$/u.exec(name)?.[1] ?? name

export const memberOf = ({ model: { roster } }: Numbers, person: string | null): Member | null => {
  const subject = person === null ? null : roster.subjectOf(person)
  return subject === null ? null : roster.personAt(subject)
}

export const isHere = (numbers: Numbers, member: Member, now: number): boolean =>
  includes(member.employed, numbers.about([member.subject]).todayAt(now))

/** The id of the team that an episode's owner is on now, else of the one that they were on. */
export const teamNow = (numbers: Numbers, { owner, team }: Pick<Episode, 'owner' | 'team'>, now: number) => {
  const member = memberOf(numbers, owner)
  const current = member && stayAt(member, now).team
  return current === null ? team : numbers.model.roster.idOf(current)
}

const facesFor = (numbers: Numbers, now: number) => {
  const { roster } = numbers.model
  const faceOf = createFaces(roster)([], now)
  return (person: string | null): Face | null => {
    const member = memberOf(numbers, person)
    return member && faceOf(member, roster.people.indexOf(member))
  }
}

export const entriesOf = (open: readonly Standing[], parts: AnswerParts): readonly ExceptionEntry[] => {
  const { numbers, deals, words, emailOf, canMail, slack, stateOf, name, now } = parts
  const faceOf = facesFor(numbers, now)
  const { roster, file } = numbers.model
  return open.map((episode): ExceptionEntry => {
    const { id, rule, subject, nth, title, owner, ownerName, why, since, openedAt } = episode
    const member = memberOf(numbers, owner)
    const hasLeft = member !== null && !isHere(numbers, member, now)
    const team = teamNow(numbers, episode, now)
    const email = owner === null || hasLeft ? null : emailOf(owner)
    const deal = subject.kind === 'deal' ? deals?.deal(subject.source, subject.id) : null
    const isDue = episode.snoozed === null || episode.snoozed.until <= now
    const about = { rule: nameOfRule(numbers, episode), subject, title, why }
    return {
      ...{ id, rule, subject, nth, title, owner, ownerName, team, why, since, openedAt },
      says: words.why(why),
      face: faceOf(owner),
      teamName: file.teams.find((each) => each.id === team)?.name ?? null,
      amount: deal ? amountInFloorCurrency({ ...numbers.model, roster }, deal) : null,
      account: deal?.account ?? null,
      hasLeft,
      seenAt: episode.seenAt,
      notes: episode.notes.map(({ delivery, ...note }) => ({ ...note, state: stateOf(delivery, note.at) })),
      snoozed: isDue ? null : episode.snoozed,
      snoozes: episode.snoozes,
      mails: canMail && email !== null,
      slack: email === null ? null : slack,
      draft:
        subject.kind === 'team' || member === null || hasLeft
          ? null
          : words.draft({ ...about, to: firstName(ownerName), from: name }),
    }
  })
}

const nameOfRule = ({ model }: Numbers, { rule, ruleName }: Pick<Episode, 'rule' | 'ruleName'>): string =>
  model.file.exceptions.find(({ id }) => id === rule)?.name ?? ruleName

export const clearedOf = (
  cleared: readonly Episode[],
  numbers: Numbers,
  now: number,
): readonly ClearedException[] => {
  const faceOf = facesFor(numbers, now)
  return cleared.flatMap((episode): ClearedException[] => {
    const { id, rule, subject, nth, title, owner, ownerName, team, why, since, openedAt, notes } = episode
    if (episode.cleared === null) return []
    const last = notes.at(-1)
    return [
      {
        ...{ id, rule, subject, nth, title, owner, ownerName, team, why, since, openedAt },
        ruleName: nameOfRule(numbers, episode),
        face: faceOf(owner),
        clearedAt: episode.cleared.at,
        how: episode.cleared.how,
        wrote: last ? { name: last.name, at: last.at } : null,
      },
    ]
  })
}
