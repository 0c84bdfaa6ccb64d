// Contests in the states that somebody has looked at.
import type { ContestView } from '../../../shared/wire/boards/contest-board.ts'
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { k, pictureTime } from '../samples/floor.ts'
import { awkwardNames, face } from '../samples/people.ts'
import { day, type Entrant, hour, longContest, minute, people, powerHour, viewOf } from './samples.ts'

const until = (leftMs: number) => ({ until: pictureTime + leftMs, from: pictureTime + leftMs - hour })
const scored = (...scores: readonly (number | null)[]): readonly Entrant[] =>
  scores.map((score, at) => ({ name: people[at % people.length]?.name ?? '', score }))

const teams: readonly Entrant[] = [
  ['Enterprise', 132],
  ['Mid-market', 121],
  ['SMB', 98],
  ['Partners', 64],
].map(([name, score], at) => ({
  name: String(name),
  score: Number(score),
  part: { people: people.slice(at, at + 5).map((each, hue) => face(each.name, hue + at)) },
}))

const prizes = ['A day off', 'Dinner for two', 'Coffee for a week']
const won = (entrants: readonly Entrant[]): readonly Entrant[] =>
  entrants.map((each, at) => ({
    ...each,
    part: { ...each.part, isIn: at < prizes.length, prize: prizes[at] ?? null, missing: null },
  }))
const final = { phase: 'final', until: pictureTime - 2 * day, from: pictureTime - 20 * day } as const

const hours: readonly ContestView[] = [
  viewOf('contest', 'Power hour', powerHour()),
  viewOf(
    'contest-power-hour-begins',
    'Power hour',
    powerHour(scored(0, 0, 0, 0, 0, 0, 0, 0), until(59 * minute + 3000)),
  ),
  viewOf(
    'contest-power-hour-nobody-in',
    'Power hour',
    powerHour(scored(12, 9, 8, 8, 6, 5, 2, 0), until(24 * minute)),
  ),
  viewOf('contest-power-hour-last-minute', 'Power hour', powerHour(people, until(42_000))),
  viewOf('contest-power-hour-everybody', 'Power hour', powerHour(scored(31, 28, 26, 24, 22, 21, 20, 20))),
  viewOf('contest-power-hour-one', 'Power hour', powerHour(scored(7), until(8 * minute))),
  viewOf('contest-power-hour-empty', 'Power hour', powerHour([], until(8 * minute))),
  viewOf(
    'contest-power-hour-long-names',
    'Power hour',
    powerHour(
      awkwardNames.map((name, at) => ({ name, score: 30 - 3 * at })),
      {
        name: 'Die große Konversationsstunde vor dem Quartalsende',
        prizes: [{ what: 'Ein gemeinsames Mittagessen im Restaurant am Hafen für alle, die es schaffen' }],
      },
    ),
  ),
  viewOf(
    'contest-power-hour-most',
    'Power hour',
    powerHour(scored(950_000 * k, 412 * k, 380 * k, 97 * k, 0, 0, 0, 0), {
      ...until(2 * hour + 4 * minute + 11_000),
      from: pictureTime - 50 * minute,
      win: { by: 'most' },
      line: null,
      unit: 'money',
      counts: 'Pipeline created',
      noun: 'pipeline',
    }),
  ),
  viewOf(
    'contest-power-hour-hidden',
    'Power hour',
    powerHour(
      people.map(({ name }) => ({ name, score: null })),
      { hidden: true, ...until(9 * minute) },
    ),
  ),
]

const long: readonly ContestView[] = [
  viewOf('contest-standings', 'November sprint', longContest()),
  viewOf('contest-standings-tied', 'November sprint', longContest(scored(12, 12, 12, 9, 9, 4, 0, 0))),
  viewOf('contest-standings-one', 'November sprint', longContest(scored(12))),
  viewOf('contest-standings-nobody', 'November sprint', longContest([])),
  viewOf('contest-standings-nothing', 'November sprint', longContest(scored(0, 0, 0, 0, 0))),
  viewOf(
    'contest-standings-many',
    'November sprint',
    longContest(
      Array.from({ length: 500 }, (_, at) => ({
        name: `${people[at % 8]?.name} ${at + 1}`,
        score: 500 - at,
      })),
    ),
  ),
  viewOf(
    'contest-standings-long-names',
    'November sprint',
    longContest(
      awkwardNames.map((name, at) => ({ name, score: (1e9 - at * 1e7) * 100 })),
      {
        unit: 'money',
        noun: 'Neugeschäft',
        counts: 'Neugeschäft',
        paidBy: 'Gemeinsames Budget von Vertrieb und Marketing',
        atLeast: '20 Gespräche',
      },
    ),
  ),
  viewOf('contest-teams', 'Team sprint', longContest(teams, { name: 'Team sprint', between: 'teams' })),
  viewOf(
    'contest-handicap',
    'Sprint with a handicap',
    longContest(
      people.map(({ name, score }, at) => ({
        name,
        score: (160 - 9 * at) / 100,
        part: { raw: score, tooLittle: at === 7 },
      })),
      { handicap: true, unit: 'percent', atLeast: '20 calls', counts: 'Meetings held' },
    ),
  ),
  viewOf(
    'contest-improved',
    'Most improved',
    longContest(
      people.map(({ name, score }, at) => ({ name, score: (64 - 18 * at) / 100, part: { raw: score } })),
      { name: 'Most improved', win: { by: 'improved' }, unit: 'percent' },
    ),
  ),
  viewOf(
    'contest-king',
    'King of the hill',
    longContest(
      people.map(({ name, score }, at) => ({
        name,
        score: [4.6, 3.1, 1.4, 0.3, 0, 0, 0, 0][at] ?? 0,
        part: { raw: score, isIn: at === 1, missing: null },
      })),
      { name: 'King of the hill', win: { by: 'king' } },
    ),
  ),
  viewOf(
    'contest-hidden',
    'November sprint',
    longContest(
      people.map(({ name }) => ({ name, score: null })),
      { hidden: true, until: pictureTime + 40 * minute },
    ),
  ),
]

const metrics = ['Calls', 'Conversations', 'Meetings', 'Demos']
const collected: readonly Entrant[] = people.map((each, at) => ({
  ...each,
  part: {
    has: metrics.map((_, stamp) => stamp < 5 - at || (at > 4 && stamp === 0)),
    isIn: at < 2,
    share: 1,
    missing: null,
  },
}))
const ticketed: readonly Entrant[] = people.map((each, at) => ({
  ...each,
  part: { tickets: [26, 12, 9, 7, 4, 2, 1, 0][at] ?? 0, isIn: false, missing: null },
}))
const draw = {
  sealed: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  seed: null,
  tickets: 61,
  drawn: [],
}
const raffle: Partial<ContestStandings> = {
  name: 'Raffle',
  win: { by: 'raffle', ticketEach: 5 },
  draw,
  prizes: [{ what: 'Concert tickets' }, { what: 'Dinner for two' }, { what: 'A book of your choice' }],
}
const raffled = longContest(ticketed, raffle)
const drawnIds = Object.keys(raffled.rows)
const drawn: Partial<ContestStandings> = {
  ...final,
  draw: {
    ...draw,
    seed: '4c0f1e2d3b5a69788796a5b4c3d2e1f0',
    drawn: [drawnIds[2] ?? '', drawnIds[0] ?? '', drawnIds[5] ?? ''],
  },
}

/** A bracket of so many, of which so many rounds are played; who has the smaller number wins. */
const bracket = (entrants: readonly Entrant[], played: number): ContestStandings => {
  const standings = longContest(entrants, { name: 'Knock-out', win: { by: 'bracket' } })
  const ids = Object.keys(standings.rows)
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, ids.length)))
  let left: readonly (string | null)[] = Array.from({ length: size }, (_, at) =>
    // Whoever has no opponent stands beside a free place.
    at % 2 === 0 ? (ids[at / 2] ?? null) : (ids[size / 2 + (at - 1) / 2] ?? null),
  )
  const rounds: ContestStandings['rounds'] = []
  for (let round = 0; left.length > 1; round += 1) {
    const matches = Array.from({ length: left.length / 2 }, (_, at) => {
      const [one, other] = [left[2 * at] ?? null, left[2 * at + 1] ?? null]
      const isFree = round === 0 && (one === null || other === null)
      const isPlayed = round < played && !isFree
      return {
        one,
        other,
        oneScore: isFree || round > played || one === null ? null : 14 - (at % 5),
        otherScore: isFree || round > played || other === null ? null : 11 - (at % 4),
        winner: isFree ? (one ?? other) : isPlayed ? one : null,
        isFree,
      }
    })
    rounds.push({ from: standings.from + round * day, until: standings.from + (round + 1) * day, matches })
    left = matches.map(({ winner }) => winner)
  }
  return { ...standings, rounds }
}
const crowd = (count: number): readonly Entrant[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `${people[at % 8]?.name} ${at + 1}`,
    score: count - at,
  }))

const sides: readonly Entrant[] = [
  ['Red', 0.62],
  ['Blue', 0.48],
  ['Green', 0.1],
].map(([name, share], at) => ({
  name: String(name),
  score: Math.round(Number(share) * 40),
  part: {
    share: Number(share),
    missing: null,
    isIn: false,
    people: people.slice(at, at + 4).map((each, hue) => face(each.name, hue + at)),
  },
}))

const games: readonly ContestView[] = [
  viewOf(
    'contest-race',
    'First to 30',
    longContest(people, { name: 'First to 30', win: { by: 'first-to', value: 30 }, line: 30 }),
  ),
  viewOf(
    'contest-race-won',
    'First to 26',
    longContest(people, { name: 'First to 26', win: { by: 'first-to', value: 26 }, line: 26 }),
  ),
  viewOf(
    'contest-relay',
    'Relay',
    longContest(sides, { name: 'Relay', between: 'sides', win: { by: 'relay', each: 10 }, line: 40 }),
  ),
  viewOf(
    'contest-collect',
    'Collect them all',
    longContest(collected, {
      name: 'Collect them all',
      win: { by: 'collect', metrics: ['calls', 'conversations', 'meetings', 'demos'] },
      collects: metrics,
    }),
  ),
  viewOf('contest-raffle', 'Raffle', raffled),
  viewOf('contest-raffle-drawn', 'Raffle', longContest(ticketed, { ...raffle, ...drawn })),
  viewOf('contest-bracket', 'Knock-out', bracket(people, 1)),
  viewOf('contest-bracket-one', 'Knock-out', bracket(crowd(1), 0)),
  viewOf('contest-bracket-three', 'Knock-out', bracket(crowd(3), 0)),
  viewOf('contest-bracket-many', 'Knock-out', bracket(crowd(257), 0)),
]

const announced = {
  phase: 'announced',
  from: pictureTime + 18 * hour,
  until: pictureTime + 19 * hour,
} as const
const around: readonly ContestView[] = [
  viewOf('contest-announced', 'Power hour', powerHour(people, announced)),
  viewOf(
    'contest-announced-sponsor',
    'November sprint',
    longContest(people, {
      phase: 'announced',
      from: pictureTime + 3 * day + 2 * hour,
      until: pictureTime + 20 * day,
      sponsor: {
        from: face('Dana Whitfield', 4),
        word: 'Whoever opens a door for somebody else counts twice for me. Have fun with it.',
      },
    }),
  ),
  viewOf('contest-closing', 'November sprint', {
    ...longContest(won(people), {
      phase: 'closing',
      until: pictureTime - hour,
      finalAt: pictureTime + 20 * hour,
    }),
  }),
  viewOf('contest-final', 'November sprint', longContest(won(people), final)),
  viewOf(
    'contest-final-changed',
    'November sprint',
    longContest(won(people), { ...final, changedSince: true }),
  ),
  viewOf(
    'contest-final-over',
    'Power hour',
    powerHour(
      people.map((each, at) => ({ ...each, part: { prize: at < 5 ? 'Lunch' : null, missing: null } })),
      { ...final, from: pictureTime - 2 * day - hour },
    ),
  ),
  viewOf(
    'contest-final-nobody',
    'Power hour',
    powerHour(scored(12, 9, 8), { ...final, from: pictureTime - 3 * day }),
  ),
  viewOf(
    'contest-final-team',
    'Team sprint',
    longContest(
      teams.map((each, at) => ({
        ...each,
        part: { ...each.part, isIn: at === 0, prize: at === 0 ? 'A boat trip' : null },
      })),
      { ...final, between: 'teams', name: 'Team sprint' },
    ),
  ),
  viewOf('contest-none', 'November sprint', null),
]

export const views: readonly ContestView[] = [...hours, ...long, ...games, ...around]
