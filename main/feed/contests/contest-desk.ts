// The desk of the contests: it looks at the clock each second, seals the seeds of raffles, writes down how each contest ended
// once its time to settle is over, and has the wall told of what happens in them.
import { inOrder } from '../../../shared/domain/boards/paper.ts'
import { contestWarnings } from '../../../shared/domain/contests/guards.ts'
import { leadChanged, leaderOf, nearlyOver, wonContest } from '../../../shared/domain/contests/moments.ts'
import { isSettled } from '../../../shared/domain/contests/standings.ts'
import { createTestRun } from '../../../shared/domain/contests/test-run.ts'
import { type Occasion, occasionsUntil } from '../../../shared/domain/counting/contest-occasions.ts'
import type { Engine } from '../../../shared/domain/counting/engine.ts'
import { contestFaults } from '../../../shared/domain/floor-file/contest-faults.ts'
import { type Day, dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { ContestsAnswer, ContestTryAnswer } from '../../../shared/wire/contests/api.ts'
import type { Contest } from '../../../shared/wire/contests/contest.ts'
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import type { CelebrationDesk } from '../celebrations/celebration-desk.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { type ReportTable, tableOf } from '../reports/report-table.ts'
import { createDueRecords } from '../store/due-records.ts'
import type { Log, RecordWrite } from '../store/log.ts'
import type { Turns } from '../turns.ts'
import { type KeptContests, sha256 } from './contest-book.ts'
import { type ContestRecords, endRecord, seedRecord } from './contest-records.ts'

export interface ContestDesk {
  /** `sees`: whether whoever asks may see one; drafts are for those who make them. */
  list(sees: (contest: Contest) => boolean): ContestsAnswer
  /** How it would have ended four weeks earlier; nothing is kept. A sentence where the floor cannot hold it. */
  tryOut(contest: Contest): Promise<ContestTryAnswer | { readonly refused: string }>
  /** Who is paid what for contests that are final, the latest first. */
  payouts(): ReportTable
  /** Each second, by the clock; tests call it as well. */
  look(): void
  /** Resolves once what was due is written. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface ContestDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing' | 'onStageChange'>
  readonly log: Pick<Log, 'appendRecords' | 'factsOf'>
  readonly records: ContestRecords
  readonly book: KeptContests
  readonly celebrations: Pick<CelebrationDesk, 'note'>
  readonly turns: Turns
  readonly clock: Clock
  /** Not to be guessed. */
  readonly newSeed: () => string
  readonly onError: (what: string, error: unknown) => void
}

const tickMs = 1000
/** Within this time of its end it is looked at each second. */
const nearMs = 3_600_000
/** Of a contest that repeats so many are still ended that nobody ended in time, as after a feed that stood still. */
const mostBehind = 8
/** What the console shows of those that are over. */
const mostEnded = 50

const order: Readonly<Record<ContestStandings['phase'], number>> = {
  running: 0,
  closing: 1,
  announced: 2,
  draft: 3,
  final: 4,
  'called-off': 5,
}

const payoutColumns = ['contest', 'on', 'place', 'who', 'prize', 'cost', 'currency', 'paid by'] as const

export const openContestDesk = (parts: ContestDeskParts): ContestDesk => {
  const { floor, log, records, book, celebrations, turns, clock, newSeed, onError } = parts
  book.useNumbers(() => floor.numbers())
  const dueRecords = createDueRecords(log, 'the end of a contest cannot be kept', onError)
  /** Of each that runs, who led when it was last looked at: none of what was before the feed began. */
  const leaders = new Map<string, string | null>()
  const looked = new Map<string, string>()
  let phases = ''
  let forgotten: { readonly engine: Engine; readonly day: Day } | null = null

  const announced = (): readonly Contest[] =>
    floor.numbers().model.file.contests.filter(({ state }) => state === 'announced')

  const seedFor = (contest: Contest, occasion: Occasion, now: number): RecordWrite[] => {
    if (contest.win.by !== 'raffle' || records.seed(contest.id, occasion.on) !== null) return []
    const seed = newSeed()
    return [seedRecord(contest.id, occasion.on, { seed, sealed: sha256(seed) }, now)]
  }
  const endOf = (contest: Contest, occasion: Occasion, now: number): RecordWrite[] => {
    if (!isSettled(contest, occasion, now) || records.end(contest.id, occasion.on) !== null) return []
    // Its seed is on its way; a draw without one is none.
    if (contest.win.by === 'raffle' && records.seed(contest.id, occasion.on) === null) return []
    const standings = book.standingsOn(contest, occasion, now, true)
    return standings === null ? [] : [endRecord({ standings, rules: contest }, now)]
  }

  const due = (now: number): readonly RecordWrite[] =>
    announced().flatMap((contest) =>
      book
        .occasions(contest, now, mostBehind)
        .flatMap((occasion) => [...seedFor(contest, occasion, now), ...endOf(contest, occasion, now)]),
    )

  const write = (now: number): void => {
    // What is counted while a source sends its past is a part of itself.
    if (!floor.isHistoryComing()) dueRecords.write(() => due(now))
  }

  const celebrate = (now: number): void => {
    const { model, engine } = floor.numbers()
    const fresh = records.ends().filter(({ standings }) => now - standings.finalAt < dayMs)
    celebrations.note(fresh.flatMap(({ standings }) => wonContest(standings, model, standings.finalAt)))
    for (const contest of announced())
      for (const occasion of book.occasions(contest, now, 1)) {
        if (now < occasion.from || now >= occasion.until) continue
        const key = `${contest.id} ${occasion.on}`
        // Nobody else leads before something counts; that it is nearly over, the clock says.
        const version = `${engine.contestSteps.version()}`
        if (looked.get(key) === version && now < occasion.until - nearMs) continue
        looked.set(key, version)
        const standings = book.standingsOn(contest, occasion, now, false)
        if (standings === null) continue
        const before = leaders.get(key) ?? null
        celebrations.note([
          ...nearlyOver(standings, model, now),
          ...leadChanged(standings, before, model, now),
        ])
        leaders.set(key, leaderOf(standings) ?? before)
      }
  }

  /** Boards go by facts; that one began, is hidden or over no fact says. */
  const followPhases = (now: number): void => {
    const is = JSON.stringify(
      announced().map((contest) =>
        book
          .occasions(contest, now, 1)
          .map(({ on, from, until }) => [
            contest.id,
            on,
            ...[from, until - contest.hiddenMinutes * 60_000, until].map((at) => now >= at),
            records.end(contest.id, on) !== null,
          ]),
      ),
    )
    if (is === phases) return
    phases = is
    book.noteChange()
  }

  /** Once a day, and only when all that is over is written down: its end was found by what is let go of now. */
  const forget = (now: number): void => {
    if (dueRecords.isWriting() || floor.isHistoryComing()) return
    const { engine, model } = floor.numbers()
    const today = model.roster.floorZone.dayAt(now)
    if (forgotten?.engine === engine && forgotten.day === today) return
    forgotten = { engine, day: today }
    engine.contestSteps.forget(today)
  }

  const look = (): void => {
    if (floor.numbers().model.file.contests.length === 0 && records.ends().length === 0) return
    const now = clock.now()
    write(now)
    if (!floor.isHistoryComing()) celebrate(now)
    followPhases(now)
    forget(now)
  }
  const ticking = setInterval(() => {
    try {
      look()
    } catch (error) {
      onError('contests cannot be looked at', error)
    }
  }, tickMs)
  ticking.unref()

  return {
    look,
    settled: dueRecords.settled,
    list: (sees) => {
      const now = clock.now()
      const contests = floor.numbers().model.file.contests.flatMap((contest) => {
        const standings = sees(contest) ? book.standings(contest.id, now) : null
        return standings === null ? [] : [{ contest, standings }]
      })
      const later = (one: ContestStandings, other: ContestStandings): number =>
        order[one.phase] - order[other.phase] ||
        (one.phase === 'announced' ? one.from - other.from : other.from - one.from)
      return {
        contests: contests.sort((one, other) => later(one.standings, other.standings)),
        ended: [...book.ended(now, mostEnded)],
      }
    },
    tryOut: async (contest) => {
      const { model, engine } = floor.numbers()
      const others = model.file.contests.filter(({ id }) => id !== contest.id)
      const file = { ...model.file, contests: [contest] }
      const [fault] = contestFaults(file)
      if (fault !== undefined) return { refused: `${fault.path.slice(2).join('.')} ${fault.message}` }
      const now = clock.now()
      const run = createTestRun(contest, file, now, newSeed(), sha256)
      for (const [source] of engine.sources.entries())
        for await (const page of log.factsOf(source))
          for (const stored of page) {
            run.take(stored)
            if (turns.due()) await turns.next()
          }
      const past = run.standings()
      if (past === null) return { refused: 'counts what the floor does not have' }
      const [occasion] = occasionsUntil({ ...contest, repeats: undefined }, model, now, 1)
      const warnings =
        occasion === undefined
          ? []
          : contestWarnings({
              model: { ...model, file: { ...model.file, contests: [...others, contest] } },
              contest,
              occasion,
              past,
              ended: book.ended(now, mostEnded),
            })
      return { past, warnings: [...warnings] }
    },
    payouts: () => {
      const { currency } = floor.numbers().model.file.floor
      const rows = records.ends().flatMap(({ standings: { name, on, rows: all, prizes, paidBy } }) =>
        inOrder(all)
          .filter(({ isIn }) => isIn)
          .map((row) => {
            const cost = prizes.find(({ what }) => what === row.prize)?.costs ?? null
            return {
              contest: name,
              on,
              place: row.rank,
              who: row.name,
              prize: row.prize,
              cost,
              currency: cost === null ? null : currency,
              'paid by': paidBy,
            }
          }),
      )
      return tableOf(payoutColumns, rows)
    },
    close: async () => {
      clearInterval(ticking)
      await dueRecords.settled()
    },
  }
}
