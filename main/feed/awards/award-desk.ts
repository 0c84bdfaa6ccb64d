// The desk of the awards: who may nominate whom and who may vote; each second it looks at the clock, writes down how a round
// ended once it is decided, forgets what was written and chosen in it, and has the wall told.
import {
  electable,
  planOfAward,
  rankedAt,
  shortlistOf,
  votersOf,
  worksAt,
} from '../../../shared/domain/awards/candidates.ts'
import { isChangedSince, resultOf } from '../../../shared/domain/awards/result.ts'
import { awardWarnings } from '../../../shared/domain/awards/told/guards.ts'
import { wonAward } from '../../../shared/domain/awards/told/won-award.ts'
import {
  type AwardRound,
  phaseOf,
  roundAt,
  roundsDecided,
} from '../../../shared/domain/counting/award-rounds.ts'
import { type Member, stayAt } from '../../../shared/domain/people/roster.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import {
  type Award,
  type AwardResult,
  type AwardState,
  type AwardsAnswer,
  mostNominations,
  type NewNomination,
  type NewVote,
  type Nominee,
} from '../../../shared/wire/awards.ts'
import type { CelebrationDesk } from '../celebrations/celebration-desk.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { createDueRecords } from '../store/due-records.ts'
import type { By, Log, RecordWrite } from '../store/log.ts'
import { type StoredNomination, type VoteStore, VotesUnavailable } from '../store/vote-store.ts'
import type { KeptAwards } from './award-book.ts'
import { type AwardRecords, resultRecord } from './award-records.ts'
import { type AwardFault, awardFaultWords } from './award-words.ts'

/** Who asks. */
export interface AwardAsker {
  /** The cause that is kept: `account:…`. */
  readonly by: By
  /** The person of the floor that they are. */
  readonly person: string | null
  /** Whether they look after somebody of a team; null: of somebody without one. */
  readonly coaches: (team: string | null) => boolean
  /** Whether they make awards. */
  readonly makes: boolean
}

/** The message is a sentence. */
export class AwardRefused extends Error {
  override readonly name = 'AwardRefused'
  readonly code: 'bad-body' | 'forbidden' | 'not-found'

  constructor(code: AwardRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** What changes something throws `AwardRefused`, and `VotesUnavailable` where the disk takes nothing. */
export interface AwardDesk {
  answer(asker: AwardAsker): AwardsAnswer
  /** Sent twice, it is there once. */
  nominate(asker: AwardAsker, id: string, said: NewNomination): AwardsAnswer
  /** By whoever wrote it, or looks after one of the two. What is gone stays so. */
  takeBack(asker: AwardAsker, id: string): AwardsAnswer
  /** In place of the one before. */
  vote(asker: AwardAsker, award: string, said: NewVote): AwardsAnswer
  /** Each second, by the clock; tests call it as well. */
  look(): void
  /** Resolves once what was due is written. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface AwardDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing'>
  readonly log: Pick<Log, 'appendRecords'>
  readonly records: AwardRecords
  readonly book: KeptAwards
  readonly store: VoteStore
  readonly celebrations: Pick<CelebrationDesk, 'note'>
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

const tickMs = 1000
/** So many rounds are still decided that nobody decided in time, as after a feed that stood still. */
const mostBehind = 6
const mostPast = 24
/** Of an award or a round that the floor no longer has, what was written is kept for so long: an edit can be undone. */
const keptDays = 60

const names = new Intl.Collator()

export const openAwardDesk = (parts: AwardDeskParts): AwardDesk => {
  const { floor, log, records, book, store, celebrations, clock, onError } = parts
  const dueRecords = createDueRecords(log, 'the result of an award cannot be kept', onError)
  let phases = ''
  const changed = new Map<string, { readonly when: string; readonly is: boolean }>()

  const awards = (): readonly Award[] => floor.numbers().model.file.awards
  const memberOf = (id: string): Member | null =>
    floor.numbers().model.roster.people.find((each) => each.id === id) ?? null
  const here = (id: string | null, now: number): Member | null => {
    const member = id === null ? null : memberOf(id)
    return member !== null && worksAt(member, now) ? member : null
  }
  const named = (id: string) => ({ id, name: memberOf(id)?.name ?? id })

  const looksAfter = ({ coaches }: AwardAsker, id: string): boolean => {
    const member = memberOf(id)
    if (member === null) return false
    const { team } = stayAt(member, clock.now())
    return coaches(team === null ? null : floor.numbers().model.roster.idOf(team))
  }
  const mayTakeBack = (asker: AwardAsker, { author, person }: StoredNomination): boolean =>
    asker.person === author || looksAfter(asker, author) || looksAfter(asker, person)

  /** Who stands for it now, whether or not votes are taken yet. */
  const standing = (award: Award, round: AwardRound, now: number) => {
    const numbers = floor.numbers()
    const voters = votersOf(numbers, award, now)
    const members = electable(voters)
    const plan = planOfAward(numbers, award)
    const ranked = plan === null ? [] : rankedAt(numbers, award, plan, round.days, members)
    const nominations = store.nominations({ award: award.id, on: round.on })
    const nominated = new Set(nominations.map(({ person }) => person))
    const all =
      award.by === 'vote'
        ? members.flatMap((member) => (nominated.has(member.id) ? [{ member, value: null }] : []))
        : shortlistOf(ranked)
    return { voters, members, nominations, plan, nominees: all }
  }

  const pastOf = (award: Award): AwardState['past'] => {
    const numbers = floor.numbers()
    const { model, engine } = numbers
    return book.results(award.id, clock.now(), mostPast).map((result) => {
      const round = roundsDecided(award, model, result.closedAt, mostBehind).find(
        ({ on }) => on === result.on,
      )
      const plan = planOfAward(numbers, award)
      const when = `${plan === null ? '' : (engine.changedAt(plan.index) ?? 0)} ${JSON.stringify(award)}`
      const key = `${result.award} ${result.on}`
      const known = changed.get(key)
      const is =
        known?.when === when ? known.is : round !== undefined && isChangedSince(numbers, award, round, result)
      changed.set(key, { when, is })
      return { ...result, period: periodOf(result), changedSince: is }
    })
  }

  /** "November 2026" */
  const periodOf = ({ every, from }: Pick<AwardResult, 'every' | 'from'>): string => {
    const { calendar, roster } = floor.numbers().model
    return calendar.label({ kind: 'period', grain: every, offset: 0 }, roster.floorZone.dayAt(from))
  }

  const stateFor = (asker: AwardAsker, award: Award, now: number): AwardState => {
    const { model } = floor.numbers()
    const round = roundAt(award, model, now)
    const phase = phaseOf(round, now)
    const { voters, members, nominations, plan, nominees } = standing(award, round, now)
    const key = { award: award.id, on: round.on }
    const asking = here(asker.person, now)
    const own = nominations.filter(({ author }) => author === asking?.id)
    const isOpen = phase === 'nominating' || phase === 'voting'
    const mayVote = asking !== null && phase === 'voting' && voters.includes(asking)
    const told = (each: StoredNomination): Nominee['nominations'][number] => {
      const may = mayTakeBack(asker, each)
      return {
        ...{ id: each.id, words: each.words, at: each.at },
        author: may ? named(each.author) : null,
        isOwn: each.author === asker.person,
        mayTakeBack: may,
      }
    }
    const past = pastOf(award)
    return {
      award,
      on: round.on,
      period: periodOf({ every: award.every, from: round.from }),
      phase,
      ...{ nominatesFrom: round.nominatesFrom, votesFrom: round.votesFrom },
      ...{ until: round.until, closesAt: round.closesAt },
      metric: plan && { name: plan.metric.name, unit: plan.metric.unit },
      nominees: nominees.map(({ member, value }) => ({
        person: named(member.id),
        nominations: nominations.filter(({ person }) => person === member.id).map(told),
        value,
      })),
      mayNominate: asking !== null && isOpen && award.by !== 'metric' && own.length < mostNominations,
      mayVote,
      colleagues:
        asking === null || award.by === 'metric'
          ? []
          : members
              .filter(({ id }) => id !== asking.id && !own.some(({ person }) => person === id))
              .map(({ id, name }) => ({ id, name }))
              .sort((one, other) => names.compare(one.name, other.name)),
      hasVoted: asking !== null && store.hasVoted(key, asking.id),
      turnout:
        asker.makes && award.by !== 'metric'
          ? { voted: store.turnout(key, new Set(voters.map(({ id }) => id))), voters: voters.length }
          : null,
      warnings: asker.makes
        ? [
            ...awardWarnings({
              ...{ model, award, past, voters: voters.length, nominees: nominees.length },
              isVoting: phase === 'voting',
            }),
          ]
        : [],
      past,
    }
  }

  const answer: AwardDesk['answer'] = (asker) => {
    const now = clock.now()
    const member = here(asker.person, now)
    return {
      awards: awards().map((award) => stateFor(asker, award, now)),
      person: member && { id: member.id, name: member.name },
      now,
    }
  }

  const refuse = (fault: AwardFault): never => {
    throw new AwardRefused('bad-body', awardFaultWords(fault))
  }
  const asking = (asker: AwardAsker, now: number): Member => {
    const member = here(asker.person, now)
    if (member === null)
      throw new AwardRefused('forbidden', 'Only who works on the floor nominates and votes.')
    return member
  }
  /** The round that somebody means; one that is decided meanwhile takes nothing, whenever it was sent. */
  const openRound = (id: string, on: string, now: number) => {
    const award = awards().find((each) => each.id === id)
    if (award === undefined) throw new AwardRefused('not-found', 'This floor has no such award.')
    const round = roundAt(award, floor.numbers().model, now)
    if (round.on !== on || now >= round.closesAt || records.result(id, on) !== null) return refuse('closed')
    return { award, round, phase: phaseOf(round, now) }
  }

  const endOf = (award: Award, round: AwardRound, now: number): RecordWrite[] => {
    const key = { award: award.id, on: round.on }
    const result = resultOf(floor.numbers(), award, round, {
      reasons: store.nominations(key),
      totals: (rules) => store.totals(key, rules),
    })
    return [resultRecord(result, now)]
  }

  const due = (now: number): readonly RecordWrite[] => {
    const { model } = floor.numbers()
    return awards().flatMap((award) =>
      roundsDecided(award, model, now, mostBehind)
        .filter(({ on }) => records.result(award.id, on) === null)
        .flatMap((round) => endOf(award, round, now)),
    )
  }

  /** What is decided is in the log: what was written and chosen is of no more use to anybody. */
  const forgetDecided = (now: number): void => {
    const { model } = floor.numbers()
    for (const { award: id, on, at } of store.rounds()) {
      const award = awards().find((each) => each.id === id)
      const isOpen = award !== undefined && roundAt(award, model, now).on === on
      const isDecided = records.result(id, on) !== null
      if (isDecided || (!isOpen && now - at > keptDays * dayMs)) {
        store.forget({ award: id, on })
        book.noteChange()
      }
    }
  }

  const write = (now: number): void => {
    // What is counted while a source sends its past is a part of itself.
    if (!floor.isHistoryComing()) dueRecords.write(() => due(now))
  }

  const celebrate = (now: number): void => {
    const { model } = floor.numbers()
    const fresh = records.results().filter(({ closedAt }) => now - closedAt < dayMs)
    celebrations.note(fresh.flatMap((result) => wonAward(result, model)))
  }

  /** Boards go by facts; that a round began, opens or is over no fact says. */
  const followPhases = (now: number): void => {
    const { model } = floor.numbers()
    const is = JSON.stringify(
      awards().map((award) => {
        const round = roundAt(award, model, now)
        return [award.id, round.on, phaseOf(round, now)]
      }),
    )
    if (is === phases) return
    phases = is
    book.noteChange()
  }

  const look = (): void => {
    if (awards().length === 0 && records.results().length === 0) return
    const now = clock.now()
    try {
      write(now)
      forgetDecided(now)
    } catch (error) {
      // Said when its file was opened; it is tried again in a second.
      if (!(error instanceof VotesUnavailable)) throw error
    }
    if (!floor.isHistoryComing()) celebrate(now)
    followPhases(now)
  }
  const ticking = setInterval(() => {
    try {
      look()
    } catch (error) {
      onError('awards cannot be looked at', error)
    }
  }, tickMs)
  ticking.unref()

  return {
    answer,
    nominate: (asker, id, { award: of, on, person, words }) => {
      const now = clock.now()
      const author = asking(asker, now)
      const known = store.nomination(id)
      // Sent again, since its answer did not get through; an id that is somebody else’s is not theirs to know of.
      if (known !== null) {
        if (known.author !== author.id)
          throw new AwardRefused('forbidden', 'This nomination is somebody else’s.')
        return answer(asker)
      }
      const { award, round, phase } = openRound(of, on, now)
      if (award.by === 'metric') refuse('by-metric')
      if (phase === 'coming') refuse('not-open')
      if (person === author.id) refuse('self')
      const { members, nominations } = standing(award, round, now)
      if (!members.some((member) => member.id === person)) refuse('nobody')
      const own = nominations.filter((each) => each.author === author.id)
      if (own.some((each) => each.person === person)) refuse('twice')
      if (own.length >= mostNominations) refuse('enough')
      store.nominate({ id, award: of, on, author: author.id, person, words, at: now })
      book.noteChange()
      return answer(asker)
    },
    takeBack: (asker, id) => {
      const known = store.nomination(id)
      if (known === null) return answer(asker)
      if (!mayTakeBack(asker, known))
        throw new AwardRefused('forbidden', 'Who wrote it takes it back, or who looks after one of the two.')
      store.takeBack(id)
      book.noteChange()
      return answer(asker)
    },
    vote: (asker, id, { on, person }) => {
      const now = clock.now()
      const voter = asking(asker, now)
      const { award, round, phase } = openRound(id, on, now)
      if (award.by === 'metric') refuse('by-metric')
      if (phase !== 'voting') refuse('not-open')
      const { voters, nominees } = standing(award, round, now)
      if (!voters.includes(voter)) refuse('no-voter')
      if (person === voter.id) refuse('self')
      if (!nominees.some(({ member }) => member.id === person)) refuse('no-nominee')
      store.vote({ award: id, on, voter: voter.id, person, at: now })
      return answer(asker)
    },
    look,
    settled: dueRecords.settled,
    close: async () => {
      clearInterval(ticking)
      await dueRecords.settled()
      store.close()
    },
  }
}
