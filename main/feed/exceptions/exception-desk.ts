// Looks for what is off, whenever facts or the minute change, and writes down what began and what is over; keeps who saw it,
// who wrote, and what was set aside. Whatever may happen once is a record of the log under its cause.
import { decideEpisodes } from '../../../shared/domain/exceptions/decide-episodes.ts'
import type { Episode, EpisodeEvent } from '../../../shared/domain/exceptions/episodes.ts'
import {
  createFinder,
  type FoundByRule,
  howCleared,
} from '../../../shared/domain/exceptions/find-exceptions.ts'
import { lifetimeDays, lifetimesOf } from '../../../shared/domain/exceptions/lifetimes.ts'
import { createOpenDeals } from '../../../shared/domain/exceptions/open-deals.ts'
import { type Found, foundKey } from '../../../shared/domain/flags/found.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { OffBook, OffThing } from '../../../shared/domain/standing/off-book.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import { createExceptionWords, type ExceptionWords } from '../../../shared/domain/words/exception-words.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { exceptionTests } from '../../../shared/wire/exception-rule.ts'
import type {
  ExceptionsAnswer,
  LifetimesAnswer,
  NewNote,
  NewSnooze,
} from '../../../shared/wire/exceptions.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import type { Clock } from '../clock.ts'
import { createDealBook } from '../fold/deal-book.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { startMinuteTicks } from '../fold/minute-ticks.ts'
import { emailOf as aliasEmailOf } from '../outbox/congratulations.ts'
import { sentTopic } from '../outbox/delivery.ts'
import { letterId, letterRecord } from '../outbox/letters.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { AccountStore } from '../store/accounts.ts'
import { type Log, LogUnavailable, type RecordWrite } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { alertLetters } from './alert-letters.ts'
import { episodeRecord, openEpisodeRecords } from './episode-records.ts'
import {
  type AnswerParts,
  clearedOf,
  entriesOf,
  isHere,
  memberOf,
  type Standing,
  teamNow,
} from './exception-answer.ts'

/** Whoever asks. */
export interface Coach {
  /** Whether they coach the people of a team; null: of nobody whom the floor knows. */
  readonly sees: (team: string | null) => boolean
  readonly name: string
  /** Where answers to their notes go; null where they have no address. */
  readonly email: string | null
  /** As the log keeps it. */
  readonly by: string
}

/** Why nothing was written: there is no such open one of theirs, another came first, or its owner cannot be reached. */
export type NotDone = 'unknown' | 'stale' | 'left' | 'no address'

/** Where boards read what is off: it is there before the desk, which finds it. */
export interface KeptOff extends OffBook {
  set(read: OffBook['open']): void
  /** Something began, is over, was seen, written about or set aside. */
  noteChange(): void
  onChange(listener: () => void): void
}

export const createKeptOff = (): KeptOff => {
  let open: OffBook['open'] = () => []
  const listeners: (() => void)[] = []
  return {
    open: () => open(),
    set: (read) => {
      open = read
    },
    noteChange: () => {
      for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

export interface ExceptionDesk {
  list(coach: Coach): Promise<ExceptionsAnswer>
  lifetimes(sees: Coach['sees']): LifetimesAnswer
  /** Of those that are none of theirs, and of what is known already, nothing is written. Rejects with `LogUnavailable`. */
  seen(coach: Coach, episodes: readonly string[]): Promise<void>
  /** Null once it is durable that it is to be sent. Rejects with `LogUnavailable`. */
  write(coach: Coach, note: NewNote): Promise<NotDone | null>
  /** Rejects with `LogUnavailable`. */
  snooze(coach: Coach, snooze: NewSnooze): Promise<NotDone | null>
  /** Resolves once what is off now is written down. By itself soon after each change, and each minute. */
  look(): Promise<void>
  close(): Promise<void>
}

interface ExceptionDeskParts {
  /** Told of what is off. */
  readonly off: Pick<KeptOff, 'set' | 'noteChange'>
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing' | 'onStageChange'>
  readonly log: Pick<Log, 'appendRecords' | 'recordsOf' | 'recordUnder' | 'factsOf' | 'onCommit'>
  readonly accounts: Pick<AccountStore, 'accounts'>
  readonly outbox: Pick<Outbox, 'canMail' | 'mailGoes' | 'connections' | 'letterState'>
  readonly turns: Turns
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

/** Facts come in bursts: what is off is looked for once after each. */
const soonMs = 250
/** On a large floor a look takes some of everybody's time: the next one waits so many times as long. */
const restAfterLook = 20
const longestRestMs = 5000
const hourMs = 3_600_000
/** A note that cannot be sent over a weekend is still one on Monday. */
const noteHours = 72
/** What is set aside for longer would be forgotten. */
const longestSnoozeMs = 92 * dayMs

const week: WindowSpec = { kind: 'period', grain: 'week', offset: 0 }

export const openExceptionDesk = async (parts: ExceptionDeskParts): Promise<ExceptionDesk> => {
  const { floor, log, accounts, outbox, turns, clock, onError, off } = parts
  const book = await openEpisodeRecords(log)
  /** What the last look found, by rule and subject. */
  let live: ReadonlyMap<string, Found> = new Map()
  let looking: Promise<void> | null = null
  let again = false
  let closed = false
  let soon: NodeJS.Timeout | null = null
  let lookMs = 0

  const dealBook = createDealBook({
    deals: createOpenDeals(),
    log,
    sources: () =>
      floor
        .numbers()
        .engine.sources.entries()
        .map(([source]) => source),
    turns,
    onRead: () => lookSoon(),
    onError,
  })

  const wordsOf = ({ model: { file } }: Numbers): ExceptionWords =>
    createExceptionWords(createFormat(file.floor), file.floor.locale)

  /** A person's own alias, else the address of the account that they are. */
  const addresses = async (numbers: Numbers) => {
    const known = await accounts.accounts()
    const byPerson = new Map(known.flatMap(({ person, email }) => (person === null ? [] : [[person, email]])))
    const emailOf = (person: string): string | null =>
      aliasEmailOf(numbers.model.file, person) ?? byPerson.get(person) ?? null
    return { accounts: known, emailOf }
  }

  const append = async (events: readonly EpisodeEvent[], by: string, more: readonly RecordWrite[] = []) => {
    const now = clock.now()
    return await log.appendRecords([...events.map((event) => episodeRecord(event, now, by)), ...more])
  }

  const alertsFor = async (events: readonly EpisodeEvent[], numbers: Numbers, now: number) => {
    const rules = new Map(numbers.model.file.exceptions.map((rule) => [rule.id, rule]))
    const told = events.flatMap((event) => {
      const rule = event.event === 'opened' ? rules.get(event.head.rule) : undefined
      return event.event === 'opened' && rule && rule.tell.length > 0 ? [{ event, rule }] : []
    })
    if (told.length === 0 || !outbox.canMail) return []
    const words = wordsOf(numbers)
    const known = await addresses(numbers)
    return told.flatMap(({ event, rule }) => alertLetters(rule, event, { numbers, words, now, ...known }))
  }

  const lookOnce = async (): Promise<void> => {
    const numbers = floor.numbers()
    const { exceptions } = numbers.model.file
    if (floor.isHistoryComing() || (exceptions.length === 0 && book.open().length === 0)) return
    const now = clock.now()
    const deals = exceptions.some(({ deal }) => deal !== undefined) ? dealBook.deals() : null
    const began = performance.now()
    const find = createFinder(numbers, deals, now)
    const looked: FoundByRule[] = []
    for (const rule of exceptions) {
      looked.push(find(rule))
      if (turns.due()) await turns.next()
    }
    lookMs = performance.now() - began
    if (closed) return
    // The floor was edited meanwhile: what its rules before found is not what it asks for now.
    if (floor.numbers().model !== numbers.model) {
      again = true
      return
    }
    live = new Map(looked.flatMap(({ found }) => (found ?? []).map((each) => [foundKey(each), each])))
    off.noteChange()
    const isOpen = { isOpen: deals?.isOpen ?? (() => null) }
    const events = decideEpisodes(book, looked, (episode) => howCleared(numbers, isOpen, episode, now))
    if (events.length === 0) return
    const outcomes = await append(events, 'clock', await alertsFor(events, numbers, now))
    // It is in the log already, older than what is at hand, or by another node.
    for (const [index, event] of events.entries())
      if (event.event === 'opened' && outcomes[index]?.changed === false) await book.recall(event.head.id)
  }

  const look = async (): Promise<void> => {
    if (looking !== null) {
      again = true
      await looking
      return
    }
    looking = (async () => {
      do {
        again = false
        try {
          await lookOnce()
        } catch (error) {
          // With the next minute it is looked for again.
          if (!(error instanceof LogUnavailable)) onError('what is off cannot be looked for', error)
        }
      } while (again && !closed)
      looking = null
    })()
    await looking
  }
  const lookSoon = (): void => {
    if (closed || soon !== null) return
    soon = setTimeout(
      () => {
        soon = null
        void look()
      },
      Math.min(Math.max(soonMs, lookMs * restAfterLook), longestRestMs),
    )
    soon.unref()
  }
  log.onCommit((entries) => {
    dealBook.take(entries)
    if (book.takeEntries(entries)) off.noteChange()
    if (entries.some(({ kind }) => kind !== 'record')) lookSoon()
  })
  const ticks = startMinuteTicks(clock, () => void look())
  floor.onStageChange(lookSoon)
  lookSoon()

  const standing = (episode: Episode): Standing => {
    const found = live.get(foundKey(episode))
    if (found === undefined) return episode
    const { owner, ownerName, team, title, why } = found
    return { ...episode, owner, ownerName, team, title, why }
  }
  off.set(() => {
    // Of half a history nothing can be told.
    if (floor.isHistoryComing()) return []
    const [numbers, now] = [floor.numbers(), clock.now()]
    return book
      .open()
      .map(standing)
      .map((episode): OffThing => {
        const { id, rule, ruleName, subject, nth, title, owner, ownerName, team, why, since } = episode
        return {
          ...{ id, rule, ruleName, subject, nth, title, owner, ownerName, team, why, since },
          ...{ openedAt: episode.openedAt, seenAt: episode.seenAt },
          teamNow: teamNow(numbers, episode, now),
          wrote: episode.notes.at(-1)?.name ?? null,
          until: episode.snoozed?.until ?? null,
        }
      })
  })
  const isTheirs = ({ sees }: Coach, episode: Standing): boolean =>
    sees(teamNow(floor.numbers(), episode, clock.now()))
  /** An open one of those whom they coach. */
  const theirs = (coach: Coach, id: string): Standing | null => {
    const episode = book.get(id)
    if (episode === null || episode.cleared !== null) return null
    const own = standing(episode)
    return isTheirs(coach, own) ? own : null
  }
  /** The outbox forgets after a quarter; the log does not. */
  const stateOf = async (delivery: string, at: number): Promise<ReturnType<AnswerParts['stateOf']>> => {
    const known = outbox.letterState(delivery)
    if (known !== null) return known
    if ((await log.recordUnder(sentTopic, letterId(delivery))) !== null) return 'sent'
    return clock.now() < at + noteHours * hourMs ? 'waiting' : 'expired'
  }
  const statesOf = async (episodes: readonly Standing[]): Promise<AnswerParts['stateOf']> => {
    const states = new Map<string, ReturnType<AnswerParts['stateOf']>>()
    for (const { notes } of episodes)
      for (const { delivery, at } of notes) states.set(delivery, await stateOf(delivery, at))
    return (delivery) => states.get(delivery) ?? 'waiting'
  }
  const slack = (): string | null =>
    outbox.connections.list().find(({ kind, trouble }) => kind === 'slack' && trouble === null)?.id ?? null

  return {
    look,
    list: async (coach) => {
      const numbers = floor.numbers()
      const now = clock.now()
      const { exceptions } = numbers.model.file
      const open = book
        .open()
        .map(standing)
        .filter((episode) => isTheirs(coach, episode))
        .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
      const weekBegan = numbers.zoneAt(now).startOf(numbers.daysOf(week, now).from)
      const cleared = book
        .cleared()
        .filter((episode) => (episode.cleared?.at ?? 0) >= weekBegan && isTheirs(coach, episode))
        .sort((a, b) => (b.cleared?.at ?? 0) - (a.cleared?.at ?? 0))
      const { emailOf } = await addresses(numbers)
      const stateOf = await statesOf(open)
      return {
        rules: exceptions.map((rule) => ({
          id: rule.id,
          name: rule.name,
          test: exceptionTests.find((test) => rule[test] !== undefined) ?? 'deal',
        })),
        open: [
          ...entriesOf(open, {
            numbers,
            deals: exceptions.some(({ deal }) => deal !== undefined) ? dealBook.deals() : null,
            words: wordsOf(numbers),
            emailOf,
            canMail: outbox.canMail,
            slack: slack(),
            stateOf,
            name: coach.name,
            now,
          }),
        ],
        cleared: [...clearedOf(cleared, numbers, now)],
        waits: floor.isHistoryComing(),
        mail: outbox.mailGoes,
        now,
      }
    },
    lifetimes: (sees) => {
      const { teams } = floor.numbers().model.file
      const open = book.open().map(standing)
      return { days: lifetimeDays, teams: [...lifetimesOf(open, book.cleared(), teams, sees, clock.now())] }
    },
    seen: async (coach, episodes) => {
      const unseen = [...new Set(episodes)].filter((id) => theirs(coach, id)?.seenAt === null)
      if (unseen.length === 0) return
      await append(
        unseen.map((episode) => ({ event: 'seen', episode, name: coach.name })),
        coach.by,
      )
    },
    write: async (coach, { episode: id, over, by, subject, text }) => {
      const numbers = floor.numbers()
      const { emailOf } = await addresses(numbers)
      const episode = theirs(coach, id)
      if (episode === null) return 'unknown'
      const member = memberOf(numbers, episode.owner)
      if (member !== null && !isHere(numbers, member, clock.now())) return 'left'
      const email = member && emailOf(member.id)
      const connection = by === 'slack' ? slack() : null
      if (!member || email === null || (by === 'slack' ? connection === null : !outbox.canMail))
        return 'no address'
      if (episode.notes.length !== over) return 'stale'
      const nth = over + 1
      const delivery = `note ${id} ${nth}`
      const to = { email, name: member.name }
      const target =
        connection === null
          ? ({ kind: 'person', ...to } as const)
          : ({ kind: 'slack', connection, ...to } as const)
      const from = { name: coach.name, email: coach.email }
      // Both or neither: the log takes them as one group, and of two that are alike the first.
      const [outcome] = await append(
        [{ event: 'written', episode: id, nth, name: coach.name, text, to: member.name, by, delivery }],
        coach.by,
        [
          letterRecord(
            delivery,
            { at: clock.now(), hours: noteHours, by: coach.by },
            { target, subject, text, from },
          ),
        ],
      )
      return outcome?.changed === true ? null : 'stale'
    },
    snooze: async (coach, { episode: id, over, until }) => {
      const episode = theirs(coach, id)
      if (episode === null) return 'unknown'
      if (episode.snoozes !== over) return 'stale'
      const latest = until === null ? null : Math.min(until, clock.now() + longestSnoozeMs)
      const [outcome] = await append(
        [{ event: 'snoozed', episode: id, nth: over + 1, until: latest, name: coach.name }],
        coach.by,
      )
      return outcome?.changed === true ? null : 'stale'
    },
    close: async () => {
      closed = true
      ticks.close()
      if (soon !== null) clearTimeout(soon)
      await dealBook.close()
      await looking
    },
  }
}
