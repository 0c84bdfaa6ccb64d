// The desk of the seasons: what shelves and the console are told, the quiet word on a badge, and the end of a season, which is
// written down once its time to settle is over.
import { createFaces } from '../../../shared/domain/boards/face.ts'
import { seasonFaults } from '../../../shared/domain/floor-file/season-faults.ts'
import { type Member, stayAt } from '../../../shared/domain/people/roster.ts'
import { badgeCounts } from '../../../shared/domain/season/badge-counts.ts'
import { badgeMoments } from '../../../shared/domain/season/badge-moments.ts'
import { finalAt, phaseOf } from '../../../shared/domain/season/season-days.ts'
import { createSeasonWords } from '../../../shared/domain/season/season-words.ts'
import { createSeasonStandings, endRowOf } from '../../../shared/domain/season/standing.ts'
import { trySeason } from '../../../shared/domain/season/test-run.ts'
import type { Season } from '../../../shared/wire/season.ts'
import type {
  SeasonHead,
  SeasonPhase,
  SeasonStanding,
  SeasonsAnswer,
  SeasonTryAnswer,
  ShelfAnswer,
} from '../../../shared/wire/season-answers.ts'
import type { CelebrationDesk } from '../celebrations/celebration-desk.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { type Log, LogUnavailable } from '../store/log.ts'
import { inTurns, type Turns } from '../turns.ts'
import { openSeasonRecords, seasonEndRecord } from './season-records.ts'

/** Whether whoever asks looks after the people of a team; null: after those without one. */
export type Coaches = (team: string | null) => boolean

export interface SeasonDesk {
  /** Of a person of the floor, by id; null: of an account that is nobody of it. */
  shelf(person: string | null): ShelfAnswer
  /** `makes`: whether drafts are told. */
  list(coaches: Coaches, makes: boolean): Promise<SeasonsAnswer>
  /** What it would have given; nothing is kept. A sentence where the floor cannot hold it. */
  tryOut(season: Season): Promise<SeasonTryAnswer | { readonly refused: string }>
  /** Now and then, by the clock; tests call it as well. */
  look(): void
  /** Resolves once what was due is written and told. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface SeasonDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'isHistoryComing'>
  readonly log: Pick<Log, 'appendRecords' | 'recordsOf' | 'onCommit'>
  readonly celebrations: Pick<CelebrationDesk, 'note'>
  readonly turns: Turns
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

const tickMs = 1000
/** A badge has time: everybody is looked at for it, day by day, and then not for so many looks. */
const restLooks = 10
const mostPast = 40

const order: Readonly<Record<SeasonPhase, number>> = {
  running: 0,
  closing: 1,
  announced: 2,
  draft: 3,
  final: 4,
}

interface Stood {
  readonly member: Member
  readonly standing: SeasonStanding
}

export const openSeasonDesk = async (parts: SeasonDeskParts): Promise<SeasonDesk> => {
  const { floor, log, celebrations, turns, clock, onError } = parts
  const records = await openSeasonRecords(log)
  log.onCommit(records.take)
  let working: Promise<void> | null = null
  let lookedAt = ''
  let rest = 0

  const phaseNow = (season: Season, now: number): SeasonPhase =>
    records.end(season) === null ? phaseOf(season, floor.numbers().model.roster, now) : 'final'

  const headOf = (season: Season, now: number): SeasonHead => {
    const { id, name, from, until } = season
    const table = createSeasonWords(floor.numbers().model).table(season)
    return { id, name, from, until, phase: phaseNow(season, now), table }
  }

  function* everybody(season: Season, ms: number): Generator<void, readonly Stood[]> {
    const standings = createSeasonStandings(floor.numbers(), season, ms)
    const stood: Stood[] = []
    for (const member of standings.members) {
      const standing = standings.of(member)
      if (standing !== null) stood.push({ member, standing })
      yield
    }
    return stood
  }

  /** Facts that came, another floor, another day. */
  const versionNow = (now: number): string => {
    const { engine, model } = floor.numbers()
    const touched = model.metrics.map(({ index }) => engine.changedAt(index) ?? 0)
    return JSON.stringify([Math.max(0, ...touched), model.file.seasons, Math.floor(now / 3_600_000)])
  }

  /** Before anything has come of what it counts, nobody has ended with nothing. */
  const isHeard = (season: Season): boolean => {
    const numbers = floor.numbers()
    const plans = [...season.points, ...season.streaks].flatMap(
      ({ metric }) => numbers.model.metric(metric) ?? [],
    )
    return numbers.awaits(plans) === null
  }

  const end = async (season: Season, now: number): Promise<void> => {
    const { roster } = floor.numbers().model
    const at = finalAt(season, roster)
    const stood = await inTurns(everybody(season, at), turns)
    const people = stood.map(({ member, standing }) => endRowOf(member, standing))
    await log.appendRecords([seasonEndRecord({ rules: season, finalAt: at, people }, now)])
  }
  const tellBadges = async (season: Season, now: number): Promise<void> => {
    if (season.badges.length === 0) return
    const stood = await inTurns(everybody(season, now), turns)
    const { model } = floor.numbers()
    celebrations.note(
      stood.flatMap(({ member, standing }) => badgeMoments(season, member, standing, model, now)),
    )
  }
  const work = async (): Promise<void> => {
    const now = clock.now()
    const { model } = floor.numbers()
    for (const season of model.file.seasons) {
      if (season.state !== 'announced' || records.end(season) !== null) continue
      if (now >= finalAt(season, model.roster)) {
        if (isHeard(season)) await end(season, now)
      } else if (phaseOf(season, model.roster, now) === 'running') {
        rest -= 1
        const version = versionNow(now)
        if (version === lookedAt || rest > 0) continue
        await tellBadges(season, now)
        lookedAt = version
        rest = restLooks
      }
    }
  }
  const look = (): void => {
    // What is counted while a source sends its past is a part of itself.
    if (working !== null || floor.numbers().model.file.seasons.length === 0 || floor.isHistoryComing()) return
    working = work()
      .catch((error) => {
        // They are written when it is looked at again.
        if (!(error instanceof LogUnavailable)) onError('seasons cannot be looked at', error)
      })
      .then(() => {
        working = null
      })
  }
  const ticking = setInterval(look, tickMs)
  ticking.unref()

  const settled = async (): Promise<void> => {
    for (let tries = 0; tries < 100 && working !== null; tries += 1) await working
  }

  const seasonsInOrder = (now: number): readonly Season[] => {
    const later = (one: Season, other: Season): number => {
      const [a, b] = [phaseNow(one, now), phaseNow(other, now)]
      if (a !== b) return order[a] - order[b]
      return (one.from < other.from ? -1 : 1) * (a === 'announced' ? 1 : -1)
    }
    return floor.numbers().model.file.seasons.toSorted(later)
  }

  const shelf: SeasonDesk['shelf'] = (person) => {
    const now = clock.now()
    const numbers = floor.numbers()
    const { roster } = numbers.model
    const member = roster.people.find(({ id }) => id === person) ?? null
    if (member === null) return { person: null, season: null, standing: null, teams: [], past: [] }
    const season = seasonsInOrder(now).find((each) =>
      ['running', 'closing', 'announced'].includes(phaseNow(each, now)),
    )
    const standings = season && createSeasonStandings(numbers, season, now)
    const { team } = stayAt(member, now)
    const chain = (team === null ? null : roster.teamAt(team))?.chain ?? []
    const own = new Set(chain.map((subject) => roster.idOf(subject)))
    return {
      person: createFaces(roster)([member], now)(member, roster.people.indexOf(member)),
      season: season === undefined ? null : headOf(season, now),
      standing: standings?.of(member) ?? null,
      teams: standings?.teams.filter((row) => own.has(row.team)) ?? [],
      past: records
        .ends()
        .flatMap(({ rules, people }) => {
          const row = people.find(({ id }) => id === member.id)
          if (row === undefined) return []
          const { points, level, badges } = row
          return [
            { id: rules.id, name: rules.name, from: rules.from, until: rules.until, points, level, badges },
          ]
        })
        .slice(0, mostPast),
    }
  }

  const list: SeasonDesk['list'] = async (coaches, makes) => {
    const now = clock.now()
    const { model } = floor.numbers()
    const { roster } = model
    const placeOf = new Map(roster.people.map((member, index) => [member.id, index]))
    const isCoached = (member: Member): boolean => {
      const { team } = stayAt(member, now)
      return coaches(team === null ? null : roster.idOf(team))
    }
    const byName = new Intl.Collator(model.file.floor.locale)
    const seasons: SeasonsAnswer['seasons'] = []
    for (const season of seasonsInOrder(now)) {
      const head = headOf(season, now)
      if (head.phase === 'final' || (head.phase === 'draft' && !makes)) continue
      const hasBegun = head.phase === 'running' || head.phase === 'closing'
      const stood = hasBegun ? await inTurns(everybody(season, now), turns) : []
      const shown = stood.filter(({ member }) => isCoached(member))
      const faces = createFaces(roster)(
        shown.map(({ member }) => member),
        now,
      )
      seasons.push({
        ...head,
        teams: hasBegun ? [...createSeasonStandings(floor.numbers(), season, now).teams] : [],
        badges: badgeCounts(
          season,
          stood.map(({ standing }) => standing),
        ),
        of: stood.length,
        people: shown
          .toSorted((one, other) => byName.compare(one.member.name, other.member.name))
          .map(({ member, standing }) => ({
            ...faces(member, placeOf.get(member.id) ?? 0),
            id: member.id,
            points: standing.points,
            level: standing.level?.name ?? null,
            badges: standing.badges.filter(({ won }) => won !== null).length,
          })),
      })
    }
    const seen = new Set(roster.people.filter(isCoached).map(({ id }) => id))
    return {
      seasons,
      ended: records
        .ends()
        .slice(0, mostPast)
        .map((each) => ({ ...each, people: each.people.filter(({ id }) => seen.has(id)) })),
    }
  }

  return {
    shelf,
    list,
    look,
    settled,
    tryOut: async (season) => {
      const { file } = floor.numbers().model
      const [fault] = seasonFaults({ ...file, seasons: [season] })
      if (fault !== undefined) return { refused: `${fault.path.slice(2).join('.')} ${fault.message}` }
      return await inTurns(trySeason(floor.numbers(), season, clock.now()), turns)
    },
    close: async () => {
      clearInterval(ticking)
      await settled()
    },
  }
}
