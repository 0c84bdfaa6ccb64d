// Thanks between colleagues: who may say what, what waits until whoever was helped confirms it, and the facts that come of it.
// What waits is no fact: it counts nowhere. It is kept with what people write to each other, and gone after some days.
import { isOfLastDays } from '../../../shared/domain/facts/by-hand.ts'
import {
  pairOf,
  type Thanks,
  type ThanksFault,
  thanksFactOf,
  thanksFaultOf,
  thanksOf,
} from '../../../shared/domain/facts/thanks.ts'
import { type Member, stayAt } from '../../../shared/domain/people/roster.ts'
import { dayMs, includes } from '../../../shared/domain/time/calendar-date.ts'
import {
  type NewThanks,
  type SaidThanks,
  type ThanksAnswer,
  thanksSource,
} from '../../../shared/wire/thanks.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { By, Log } from '../store/log.ts'
import type { StoredThanks, TalkStore } from '../store/talk-store.ts'
import type { KeptThanks } from './thanks-book.ts'
import { thanksFaultWords } from './thanks-words.ts'

/** Who says something. */
export interface ThanksAsker {
  /** The cause that is kept: `account:…`. */
  readonly by: By
  /** The person of the floor that they are. */
  readonly person: string | null
  /** Whether they look after somebody of a team; null: of somebody without one. */
  readonly coaches: (team: string | null) => boolean
}

/** The message is a sentence. */
export class ThanksRefused extends Error {
  override readonly name = 'ThanksRefused'
  readonly code: 'bad-body' | 'forbidden' | 'not-found'

  constructor(code: ThanksRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Each rejects with `ThanksRefused`, and with `LogUnavailable` or `TalksUnavailable` where the disk takes nothing. */
export interface ThanksDesk {
  answer(asker: ThanksAsker): ThanksAnswer
  /** Says it; sent twice, it is there once. */
  say(asker: ThanksAsker, id: string, said: NewThanks): Promise<ThanksAnswer>
  /** By whoever was helped: from then on it counts. */
  confirm(asker: ThanksAsker, id: string): Promise<ThanksAnswer>
  /** By who said or confirmed it, or looks after one of the two. What is gone stays so. */
  takeBack(asker: ThanksAsker, id: string): Promise<ThanksAnswer>
}

interface ThanksDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'submit'>
  readonly log: Pick<Log, 'standingFact'>
  readonly book: KeptThanks
  readonly store: TalkStore
  readonly clock: Clock
}

/** Under which all that wait are kept: no person of a floor has such an id. */
const waitingUnder = 'thanks:waiting'
const mostShown = 100
const mostAccounts = 12
const accountsDays = 30

const names = new Intl.Collator()
const latestFirst = (one: Thanks, other: Thanks): number => other.at - one.at || (one.id < other.id ? -1 : 1)

export const createThanksDesk = ({ floor, log, book, store, clock }: ThanksDeskParts): ThanksDesk => {
  /** One after the other: two that come at once would both find room for one. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  const settingNow = () => floor.numbers().model.file.floor.thanks

  const memberOf = (id: string): Member | undefined =>
    floor.numbers().model.roster.people.find((each) => each.id === id)
  const isHere = (member: Member): boolean => {
    const now = clock.now()
    return includes(member.employed, stayAt(member, now).zone.dayAt(now))
  }
  const here = (id: string | null): Member | null => {
    const member = id === null ? undefined : memberOf(id)
    return member !== undefined && isHere(member) ? member : null
  }

  const waiting = (): readonly StoredThanks[] =>
    store
      .of(waitingUnder)
      .flatMap((talk) => (talk.kind === 'thanks' && isOfLastDays(talk.thanks.at, clock.now()) ? [talk] : []))
  /** Nobody confirms it any more. */
  const forgetOld = (): void => {
    for (const talk of store.of(waitingUnder))
      if (talk.kind === 'thanks' && !isOfLastDays(talk.thanks.at, clock.now()))
        store.remove(waitingUnder, talk.id)
  }
  const waitingOne = (id: string): StoredThanks | null => waiting().find((talk) => talk.id === id) ?? null

  /** That stand, of the days that can still be touched. */
  const standing = (): readonly Thanks[] => book.since(clock.now() - 8 * dayMs)

  const looksAfter = ({ coaches }: ThanksAsker, id: string): boolean => {
    const member = memberOf(id)
    if (member === undefined) return false
    const { team } = stayAt(member, clock.now())
    return coaches(team === null ? null : floor.numbers().model.roster.idOf(team))
  }
  const mayTakeBack = (asker: ThanksAsker, { helper, helped, way }: Thanks): boolean =>
    asker.person === helped ||
    (asker.person === helper && way === 'helper') ||
    looksAfter(asker, helper) ||
    looksAfter(asker, helped)

  const accountsOf = (member: Member): string[] => {
    const from = clock.now() - accountsDays * dayMs
    const own = floor
      .numbers()
      .engine.wonDeals.recent.all()
      .filter(
        ({ at, subject, others }) =>
          at >= from &&
          (subject === member.subject || others.some((other) => other.subject === member.subject)),
      )
    return [...new Set(own.flatMap(({ account }) => account ?? []))].slice(0, mostAccounts)
  }

  const named = (id: string) => ({ id, name: memberOf(id)?.name ?? id })
  const shown = (asker: ThanksAsker, thanks: Thanks, isConfirmed: boolean): SaidThanks => ({
    id: thanks.id,
    words: thanks.words,
    account: thanks.account,
    how: thanks.how,
    at: thanks.at,
    helper: named(thanks.helper),
    helped: named(thanks.helped),
    isConfirmed,
    mayTakeBack: mayTakeBack(asker, thanks),
  })

  const answer: ThanksDesk['answer'] = (asker) => {
    const setting = settingNow()
    const member = here(asker.person)
    const now = clock.now()
    const waits = waiting().map(({ thanks }) => thanks)
    const all = [
      ...standing().map((thanks) => shown(asker, thanks, true)),
      ...waits.map((thanks) => shown(asker, thanks, false)),
    ].sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
    const isOwn = ({ helper, helped }: SaidThanks): boolean =>
      member !== null && (helper.id === member.id || helped.id === member.id)
    return {
      isOn: setting !== undefined,
      person: member && { id: member.id, name: member.name },
      colleagues:
        member === null || setting === undefined
          ? []
          : floor
              .numbers()
              .model.roster.people.filter((each) => each.id !== member.id && isHere(each))
              .map(({ id, name }) => ({ id, name }))
              .sort((one, other) => names.compare(one.name, other.name)),
      accounts: member === null || setting === undefined ? [] : accountsOf(member),
      awaiting: waits
        .filter(({ helped }) => helped === member?.id)
        .sort(latestFirst)
        .map(({ id, helper, words, account, how, at }) => ({
          ...{ id, words, account, how, at },
          helper: named(helper),
        })),
      own: all
        // What they are asked to confirm stands above.
        .filter((each) => isOwn(each) && (each.isConfirmed || each.helper.id === member?.id))
        .slice(0, mostShown),
      lookedAfter: all
        .filter((each) => !isOwn(each) && each.isConfirmed && each.mayTakeBack)
        .slice(0, mostShown),
      perDay: setting?.perDay ?? 0,
      now,
    }
  }

  const faultOf = (
    of: Pick<Thanks, 'id' | 'helper' | 'helped' | 'at'>,
    perDay: number,
  ): ThanksFault | null => {
    const helped = memberOf(of.helped)
    return thanksFaultOf(of, {
      known: [...standing(), ...waiting().map(({ thanks }) => thanks)].filter(({ id }) => id !== of.id),
      areHere: here(of.helper) !== null && here(of.helped) !== null,
      perDay,
      dayAt: (ms) => (helped ? stayAt(helped, ms).zone.dayAt(ms) : 0),
      now: clock.now(),
    })
  }

  const sayingPerson = (asker: ThanksAsker): string => {
    const member = here(asker.person)
    if (member === null) throw new ThanksRefused('forbidden', 'Only who works on the floor says thanks.')
    return member.id
  }
  const perDayNow = (): number => {
    const setting = settingNow()
    if (setting === undefined) throw new ThanksRefused('bad-body', 'This floor takes no thanks.')
    return setting.perDay
  }

  const submit = async (asker: ThanksAsker, thanks: Thanks): Promise<void> => {
    const { outcomes } = await floor.submit([
      {
        source: thanksSource,
        id: thanks.id,
        fact: thanksFactOf(thanks),
        receivedAt: clock.now(),
        by: asker.by,
      },
    ])
    const refused = outcomes[0]?.refused
    if (refused !== undefined) throw new ThanksRefused('bad-body', refused)
  }

  const standingOne = async (id: string): Promise<Thanks | null> => {
    const stored = await log.standingFact(thanksSource, id)
    return stored && thanksOf(stored.fact)
  }

  return {
    answer,
    say: (asker, id, said) =>
      inTurn(async () => {
        const perDay = perDayNow()
        const person = sayingPerson(asker)
        const { words, account, how, at, way } = said
        const thanks: Thanks = { id, ...pairOf(person, said), words, account, how, at, way }
        const known = (await standingOne(id)) ?? waitingOne(id)?.thanks ?? null
        // Sent again, since its answer did not get through; an id that is somebody else’s is not theirs to know of.
        if (known !== null) {
          const isTheirs = person === (known.way === 'helped' ? known.helped : known.helper)
          if (!isTheirs) throw new ThanksRefused('forbidden', 'This thanks is somebody else’s.')
          return answer(asker)
        }
        const fault = faultOf(thanks, perDay)
        if (fault !== null) throw new ThanksRefused('bad-body', thanksFaultWords(fault, perDay))
        if (way === 'helped') await submit(asker, thanks)
        else {
          forgetOld()
          store.add({
            ...{ kind: 'thanks', id, person: waitingUnder, at: clock.now(), by: asker.by, version: 1 },
            thanks,
          })
        }
        return answer(asker)
      }),
    confirm: (asker, id) =>
      inTurn(async () => {
        const perDay = perDayNow()
        const person = sayingPerson(asker)
        if ((await standingOne(id))?.helped === person) return answer(asker)
        const waits = waitingOne(id)
        // Nobody learns by an id what others wait for.
        if (waits === null || waits.thanks.helped !== person)
          throw new ThanksRefused('not-found', 'It was taken back, or it was more than 7 days ago.')
        const fault = faultOf(waits.thanks, perDay)
        if (fault !== null) throw new ThanksRefused('bad-body', thanksFaultWords(fault, perDay))
        await submit(asker, waits.thanks)
        store.remove(waitingUnder, id)
        return answer(asker)
      }),
    takeBack: (asker, id) =>
      inTurn(async () => {
        forgetOld()
        const waits = waitingOne(id)
        const thanks = (await standingOne(id)) ?? waits?.thanks ?? null
        if (thanks === null) return answer(asker)
        if (!mayTakeBack(asker, thanks))
          throw new ThanksRefused(
            'forbidden',
            'Who said it takes it back, or who looks after one of the two.',
          )
        if (waits !== null) store.remove(waitingUnder, id)
        await floor.submit([
          { source: thanksSource, id, fact: null, version: 2, receivedAt: clock.now(), by: asker.by },
        ])
        return answer(asker)
      }),
  }
}
