// What people enter by hand: who may enter what for whom, and the facts that come of it.
import { asksForConversations } from '../../../shared/domain/counting/conversation.ts'
import { handFactOf, handFaultOf, isOfLastDays } from '../../../shared/domain/facts/by-hand.ts'
import { foldedName } from '../../../shared/domain/people/name-key.ts'
import { type Member, stayAt } from '../../../shared/domain/people/roster.ts'
import { includes } from '../../../shared/domain/time/calendar-date.ts'
import { exponentOf } from '../../../shared/domain/words/currency-exponent.ts'
import {
  type ByHand,
  byHandSource,
  dealByHand,
  type HandAnswer,
  type HandChoice,
  type HandEntry,
} from '../../../shared/wire/by-hand.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { By, Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { createHandBook, type KeptEntry } from './hand-book.ts'
import { handFaultWords } from './hand-words.ts'

/** Who enters something. */
export interface HandAsker {
  /** The cause that is kept with the fact: `account:…`. */
  readonly by: By
  /** The person of the floor that they are. */
  readonly person: string | null
  /** Whether they look after somebody of a team; null: of somebody without one. */
  readonly coaches: (team: string | null) => boolean
}

/** The message is a sentence. */
export class HandRefused extends Error {
  override readonly name = 'HandRefused'
  readonly code: 'bad-body' | 'forbidden' | 'not-found' | 'too-large'

  constructor(code: HandRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Each rejects with `HandRefused`, and with `LogUnavailable` where the disk takes nothing. */
export interface HandDesk {
  /** `person` null: whoever asks. */
  answer(asker: HandAsker, person: string | null): Promise<HandAnswer>
  /** Enters it, or corrects it; sent twice, it is there once. */
  put(asker: HandAsker, id: string, entry: HandEntry): Promise<HandAnswer>
  /** What is gone stays so. */
  withdraw(asker: HandAsker, id: string, of: { person: string; version: number }): Promise<HandAnswer>
}

interface HandDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'refuse' | 'submit'>
  readonly log: Pick<Log, 'factsOf' | 'onCommit' | 'standingFact'>
  readonly clock: Clock
  readonly turns: Turns
}

/** In whole units: more is a typing mistake, whatever the currency. */
const usualMost = 1e9
/** Of the last days of one person: nobody does more, and a phone that sends for ever fills no disk. */
const mostEntries = 1000
/** Nobody scrolls further on a phone. */
const mostShown = 200

const names = new Intl.Collator()

const nobody = (): HandRefused =>
  new HandRefused('not-found', 'There is nobody of that name for whom you may enter anything.')

/** By its words; a call’s are those by which the floor tells conversations, where it counts any. */
const outcomesOf = (file: FloorFile, { what, outcomes }: ByHand): readonly string[] => {
  if (outcomes !== undefined) return outcomes
  if (foldedName(what) !== 'call' || !file.metrics.some(asksForConversations)) return []
  const { conversations } = file.floor
  return [...conversations.outcomes, ...conversations.notOutcomes]
}

/** Whose it is, and in which way whoever asks may touch it. */
interface Whose {
  readonly member: Member
  readonly isOwn: boolean
  readonly looksAfter: boolean
}

export const createHandDesk = ({ floor, log, clock, turns }: HandDeskParts): HandDesk => {
  const book = createHandBook({ log, clock, turns })

  const looksAfter = ({ coaches }: HandAsker, member: Member): boolean => {
    const { idOf } = floor.numbers().model.roster
    const { team } = stayAt(member, clock.now())
    return coaches(team === null ? null : idOf(team))
  }

  const whoseOf = (asker: HandAsker, id: string): Whose => {
    const member = floor.numbers().model.roster.people.find((each) => each.id === id)
    if (member === undefined) throw nobody()
    const whose = { member, isOwn: asker.person === id, looksAfter: looksAfter(asker, member) }
    if (!whose.isOwn && !whose.looksAfter) throw nobody()
    return whose
  }

  const settingOf = (what: string): ByHand | undefined =>
    floor.numbers().model.file.floor.byHand.find((each) => foldedName(each.what) === foldedName(what))

  const mayEnter = ({ by }: ByHand, whose: Whose): boolean => by === 'everybody' || whose.looksAfter

  const choiceOf = (setting: ByHand, today: number): HandChoice => {
    const { file } = floor.numbers().model
    return {
      what: setting.what,
      name: setting.name ?? null,
      outcomes: [...outcomesOf(file, setting)],
      mostMinor:
        setting.what === dealByHand
          ? Math.round((setting.most ?? usualMost) * 10 ** exponentOf(file.floor.currency))
          : null,
      today,
    }
  }

  const isHere = (member: Member): boolean => {
    const now = clock.now()
    return includes(member.employed, stayAt(member, now).zone.dayAt(now))
  }
  const isShared = (): boolean => floor.numbers().model.file.floor.credit === 'split'
  const colleaguesOf = (person: string): HandAnswer['colleagues'] => {
    const { file, roster } = floor.numbers().model
    if (!file.floor.byHand.some(({ what }) => what === dealByHand)) return []
    return roster.people
      .filter((member) => member.id !== person && isHere(member))
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => names.compare(one.name, other.name))
  }

  const others = (asker: HandAsker): HandAnswer['people'] => {
    const { model } = floor.numbers()
    if (model.file.floor.byHand.length === 0) return []
    return model.roster.people
      .filter((member) => isHere(member) && looksAfter(asker, member))
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => names.compare(one.name, other.name))
  }

  const shown = (whose: Whose, { person: _, ...entry }: KeptEntry) => {
    const setting = settingOf(entry.what)
    const mayChange = setting !== undefined && mayEnter(setting, whose)
    // What nobody enters any more can still be taken back.
    return { ...entry, mayChange, mayWithdraw: mayChange || setting === undefined }
  }

  const answer: HandDesk['answer'] = async (asker, asked) => {
    const { model } = floor.numbers()
    const { currency } = model.file.floor
    const id = asked ?? asker.person
    const now = clock.now()
    const people = others(asker)
    if (id === null || (asked === null && !model.roster.people.some((each) => each.id === id)))
      return {
        ...{ person: null, choices: [], entries: [], people, colleagues: [], isShared: isShared(), currency },
        timeZone: model.file.floor.timeZone,
        now,
      }
    const whose = whoseOf(asker, id)
    const entries = await book.of(id)
    const { zone } = stayAt(whose.member, now)
    const today = zone.dayAt(now)
    const countToday = (what: string): number =>
      entries.filter((each) => foldedName(each.what) === foldedName(what) && zone.dayAt(each.at) === today)
        .length
    return {
      person: { id, name: whose.member.name },
      choices: model.file.floor.byHand
        .filter((setting) => mayEnter(setting, whose))
        .map((setting) => choiceOf(setting, countToday(setting.what))),
      entries: entries.slice(0, mostShown).map((entry) => shown(whose, entry)),
      people,
      colleagues: colleaguesOf(id),
      isShared: isShared(),
      currency,
      timeZone: zone.id,
      now,
    }
  }

  /** Nobody learns by an id what somebody else entered. */
  const check = (whose: Whose, standing: HandEntry | null): void => {
    if (standing !== null && standing.person !== whose.member.id)
      throw new HandRefused('forbidden', 'This entry is somebody else’s.')
    const setting = standing === null ? undefined : settingOf(standing.what)
    if (setting && !mayEnter(setting, whose))
      throw new HandRefused('forbidden', 'Only who looks after the team changes this.')
    if (standing !== null && !isOfLastDays(standing.at, clock.now()))
      throw new HandRefused('bad-body', handFaultWords['too-old'])
  }

  return {
    answer,
    put: async (asker, id, entry) => {
      const whose = whoseOf(asker, entry.person)
      const standing = await book.find(id)
      check(whose, standing)
      if (standing !== null && foldedName(standing.what) !== foldedName(entry.what))
        throw new HandRefused('bad-body', 'what: an entry stays what it is; take it back and enter another.')
      const setting = settingOf(entry.what)
      const choice = setting && mayEnter(setting, whose) ? choiceOf(setting, 0) : null
      const fault = handFaultOf(entry, choice, clock.now())
      if (fault !== null) throw new HandRefused('bad-body', handFaultWords[fault])
      if (standing === null && (await book.of(entry.person)).length >= mostEntries)
        throw new HandRefused(
          'too-large',
          `${mostEntries} entries of the last days are the most that one person has.`,
        )
      const { currency } = floor.numbers().model.file.floor
      // Whoever helped, and has left since, stays.
      if (entry.helper !== null && entry.helper !== standing?.helper) {
        const helper = floor.numbers().model.roster.people.find((each) => each.id === entry.helper)
        if (helper === undefined || !isHere(helper))
          throw new HandRefused('bad-body', handFaultWords['not-a-helper'])
      }
      const fact = handFactOf(id, { ...entry, what: setting?.what ?? entry.what }, currency, isShared())
      const refused = floor.refuse(fact)
      if (refused !== null) throw new HandRefused('bad-body', refused)
      const { outcomes } = await floor.submit([
        { source: byHandSource, id, fact, receivedAt: clock.now(), by: asker.by },
      ])
      const [outcome] = outcomes
      if (outcome?.refused !== undefined) throw new HandRefused('bad-body', outcome.refused)
      return answer(asker, entry.person)
    },
    withdraw: async (asker, id, { person, version }) => {
      const whose = whoseOf(asker, person)
      check(whose, await book.find(id))
      await floor.submit([
        { source: byHandSource, id, fact: null, version, receivedAt: clock.now(), by: asker.by },
      ])
      return answer(asker, person)
    },
  }
}
