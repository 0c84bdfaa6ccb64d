// What a season would have given over as many days that are over, on facts that are there, and what is unfair about it.
import type { Season } from '../../wire/season.ts'
import type { SeasonStanding, SeasonTryAnswer } from '../../wire/season-answers.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, formatDay } from '../time/calendar-date.ts'
import { badgeCounts } from './badge-counts.ts'
import { daysOfSeason } from './season-days.ts'
import { createSeasonWords } from './season-words.ts'
import { createSeasonStandings } from './standing.ts'
import { createTeamTiers, tiersInOrder } from './team-tiers.ts'

/** As long, and over yesterday by the floor's own date. */
export const movedBack = (season: Season, today: Day): Season => {
  const { from, to } = daysOfSeason(season)
  return { ...season, from: formatDay(today - (to - from)), until: formatDay(today - 1), state: 'announced' }
}

/** Where so much comes from one thing, the season is about nothing else. */
const nearlyAll = 0.8
const shortDays = 5

const warningsOf = (
  season: Season,
  { model }: Numbers,
  standings: readonly SeasonStanding[],
  counts: SeasonTryAnswer['badges'],
  hasPeriods: readonly boolean[],
): readonly string[] => {
  const { say } = model
  const nameOf = (id: string): string => model.metric(id)?.metric.name ?? id
  const { from, to } = daysOfSeason(season)
  const idle = standings.filter(({ points }) => points === 0).length
  const all = standings.reduce((sum, { points }) => sum + points, 0)
  const bySource = new Map<string, number>()
  for (const { sources } of standings)
    for (const { id, points } of sources) {
      const metric = id.split(' ')[1] ?? ''
      if (metric !== '') bySource.set(metric, (bySource.get(metric) ?? 0) + points)
    }
  const [greatest] = [...bySource].toSorted(([, one], [, other]) => other - one)
  const unmet = season.streaks.filter(({ metric }) =>
    standings.every(({ runs }) => (runs.find((run) => run.metric === metric)?.best ?? 0) === 0),
  )
  const highest = season.levels.toSorted((one, other) => other.at - one.at)[0]
  const isReached = highest === undefined || standings.some(({ points }) => points >= highest.at)
  const isEasy =
    highest !== undefined && standings.length > 1 && standings.every(({ points }) => points >= highest.at)
  return [
    ...(to - from < shortDays
      ? [
          say({
            id: 'season.warning.short',
            defaultMessage: 'It is over in a few days: levels and badges need some weeks.',
          }),
        ]
      : []),
    ...(standings.length === 0
      ? [say({ id: 'season.warning.nobody', defaultMessage: 'Nobody worked here on these days.' })]
      : []),
    ...(idle > 0
      ? [
          say(
            {
              id: 'season.warning.idle',
              defaultMessage:
                '{count, plural, one {One person would have} other {# people would have}} no points at all: add something that is in everybody’s hands.',
            },
            { count: idle },
          ),
        ]
      : []),
    ...(greatest !== undefined && bySource.size > 1 && greatest[1] > all * nearlyAll
      ? [
          say(
            {
              id: 'season.warning.one-source',
              defaultMessage:
                'Nearly all points would have come from {metric}: whoever does other work sees little of it.',
            },
            { metric: nameOf(greatest[0]) },
          ),
        ]
      : []),
    ...unmet.map(({ metric }) =>
      say(
        {
          id: 'season.warning.no-streak',
          defaultMessage:
            'Nobody would have met a goal of the day for {metric}: people need one for the day or the week.',
        },
        { metric: nameOf(metric) },
      ),
    ),
    ...season.teams.flatMap(({ metric }, nth) =>
      hasPeriods[nth]
        ? []
        : [
            say(
              {
                id: 'season.warning.no-team-goal',
                defaultMessage: 'No team had a goal for {metric} in such a period: it unlocks nothing.',
              },
              { metric: nameOf(metric) },
            ),
          ],
    ),
    ...(isReached || standings.length === 0
      ? []
      : [
          say(
            {
              id: 'season.warning.level-far',
              defaultMessage: 'Nobody would have come to the highest level, {level}.',
            },
            { level: highest.name },
          ),
        ]),
    ...(isEasy
      ? [
          say(
            {
              id: 'season.warning.level-easy',
              defaultMessage:
                'Everybody would have come to the highest level, {level}: nothing is left to go for.',
            },
            { level: highest.name },
          ),
        ]
      : []),
    ...counts
      .filter(({ won }) => won === 0 && standings.length > 0)
      .map(({ name }) =>
        say(
          { id: 'season.warning.badge-none', defaultMessage: 'Nobody would have won the badge {badge}.' },
          { badge: name },
        ),
      ),
  ]
}

/** At an instant (epoch ms) of now. Says where it may be interrupted. */
export function* trySeason(numbers: Numbers, season: Season, ms: number): Generator<void, SeasonTryAnswer> {
  const { model } = numbers
  const words = createSeasonWords(model)
  const past = movedBack(season, numbers.todayAt(ms))
  const made = createSeasonStandings(numbers, past, ms)
  const standings: SeasonStanding[] = []
  for (const member of made.members) {
    const standing = made.of(member)
    if (standing !== null) standings.push(standing)
    yield
  }
  const tiers = createTeamTiers(numbers, past, ms)
  const teams = past.teams.map((reward, nth) => {
    const periods = tiers.periods(nth).flatMap(({ from }) => tiers.all(nth, from))
    return {
      has: periods.length > 0,
      lines: tiersInOrder(reward).map(({ at }) =>
        model.say(
          { id: 'season.tried.team', defaultMessage: '{metric} at {at}: {count} of {all} times' },
          {
            metric: model.metric(reward.metric)?.metric.name ?? reward.metric,
            at: words.share(at),
            count: periods.filter(({ tier }) => tier !== null && tier.at >= at).length,
            all: periods.length,
          },
        ),
      ),
    }
  })
  const points = standings.map((each) => each.points).toSorted((one, other) => one - other)
  const badges = badgeCounts(past, standings)
  return {
    from: past.from,
    until: past.until,
    of: standings.length,
    points: {
      least: points[0] ?? 0,
      middle: points[Math.floor((points.length - 1) / 2)] ?? 0,
      most: points.at(-1) ?? 0,
    },
    levels: past.levels
      .toSorted((one, other) => one.at - other.at)
      .map(({ name, at }) => ({
        name,
        people: standings.filter(({ level }) => level?.at === at).length,
      })),
    badges,
    teams: teams.flatMap(({ lines }) => lines),
    table: words.table(season),
    warnings: [
      ...warningsOf(
        past,
        numbers,
        standings,
        badges,
        teams.map(({ has }) => has),
      ),
    ],
  }
}
