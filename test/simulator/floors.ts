// The floors that managers of the simulator write: people who move, goals, rates of exchange, boards, playlists and screens
// that come and go. Each is read once, however many worlds use it.
import { createRandom, type Random } from '../../main/feed/demo/world/random.ts'
import { createFloorReader, type ReadFloor } from '../../main/feed/floor-file/floor-reader.ts'
import type { FloorReading } from '../../main/feed/floor-file/read-floor-file.ts'

export const personIds = ['ana', 'bo', 'cy', 'dee', 'eli'] as const
export const currencies = ['USD', 'EUR', 'JPY'] as const
/** A floor may lack the last of them. */
export const screenIds = ['wall', 'sales', 'lobby'] as const

const won = { field: 'status', is: 'won' }
const metric = (id: string, unit: string, of: object) => ({
  id,
  name: id,
  objective: 'What came of it?',
  indicator: unit === 'count' ? 'input' : 'output',
  question: 'results',
  unit,
  of,
})
const metrics = [
  metric('calls', 'count', { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' }),
  metric('talk', 'count', { from: 'activity', date: 'at', measure: { sum: 'durationSeconds' } }),
  metric('revenue', 'money', { from: 'deal', where: [won], date: 'closedAt', measure: { sum: 'amount' } }),
  metric('wins', 'count', { from: 'deal', where: [won], date: 'closedAt' }),
  metric('cycle', 'days', {
    from: 'deal',
    where: [won],
    date: 'closedAt',
    measure: { meanDays: ['createdAt', 'closedAt'] },
  }),
  metric('advanced', 'count', {
    from: 'activity',
    where: [{ field: 'kind', is: 'deal.advanced' }],
    date: 'at',
  }),
  metric('per-call', 'money', { ratio: ['revenue', 'calls'] }),
]

export const metricIds: readonly string[] = metrics.map(({ id }) => id)

const floorText = (random: Random, edition: string): string => {
  const pick = <T>(...list: readonly [T, ...T[]]): T => random.pick(list) ?? list[0]
  const maybe = <T>(value: T): T[] => (random.chance(0.6) ? [value] : [])
  const team = () => pick('west', 'east', 'south')
  const people = personIds.map((id) => ({
    id,
    name: id,
    role: pick('ae', 'ae', 'sdr'),
    team: random.chance(0.4) ? [{ team: team() }, { team: team(), from: '2026-11-15' }] : team(),
    aliases: [`${id}@floor.test`],
    ...(random.chance(0.2) ? { endedOn: '2026-12-15' } : {}),
  }))
  const titled = (title: string) => `${title}${edition}`
  const boards = [
    { id: 'revenue', kind: 'leaderboard', title: titled('Revenue'), metric: 'revenue', window: 'quarter' },
    ...maybe({ id: 'calls', kind: 'leaderboard', title: titled('Calls'), metric: 'calls', window: 'day' }),
    ...maybe({
      id: 'teams',
      kind: 'team-progress',
      title: titled('Teams'),
      metric: 'revenue',
      window: 'month',
    }),
    { id: 'over', kind: 'over-the-line', title: titled('Over'), metric: 'calls', window: 'week' },
    ...maybe({ id: 'wins', kind: 'wins', title: titled('Wins') }),
    ...maybe({ id: 'goal', kind: 'team-goal', title: titled('Goal'), metric: 'revenue', window: 'quarter' }),
    ...maybe({ id: 'race', kind: 'trend-race', title: titled('Race'), metric: 'calls', window: 'week' }),
    ...maybe({ id: 'funnel', kind: 'funnel', title: titled('Funnel'), window: 'quarter' }),
    ...maybe({ id: 'improved', kind: 'improved', title: titled('Improved'), metric: 'calls' }),
  ]
  // A board that is not for the floor is on no wall, though a playlist names it.
  const hidden = random.chance(0.15) ? 'over' : null
  const ids = boards.map(({ id }) => id)
  const celebrations = [
    ...maybe({ id: 'big', name: 'Big deal', on: { over: pick(500, 1000) }, seconds: 6, priority: 4 }),
    ...maybe({
      id: 'goal',
      name: 'Goal',
      on: { metric: 'revenue', window: 'quarter', crosses: 'goal' },
      seconds: 6,
    }),
    ...maybe({
      id: 'leader',
      name: 'Number one',
      on: { metric: 'calls', window: 'day', crosses: 'first-place' },
      seconds: 6,
      screens: ['wall'],
    }),
    ...maybe({
      id: 'demo',
      name: 'Moved on',
      on: { from: 'activity', where: [{ field: 'kind', is: 'deal.advanced' }] },
      seconds: 8,
      screens: ['sales'],
      priority: 1,
    }),
    ...maybe({
      id: 'first',
      name: 'First of the day',
      on: { first: 'of-the-day' },
      seconds: 6,
      off: random.chance(0.2),
    }),
  ]
  const itemsOf = (from: number) => ids.slice(from).map((board) => ({ board, seconds: 10 }))
  return JSON.stringify({
    floor: {
      name: titled('Floor'),
      timeZone: pick('America/New_York', 'Asia/Tokyo', 'Europe/London'),
      currency: 'USD',
      stages: random.chance(0.8) ? ['lead', 'demo', 'offer'] : ['lead', 'offer'],
      fiscalYearStartsIn: pick(1, 1, 2),
      credit: pick('split', 'split', 'full'),
      celebrations: {
        perHour: pick(60, 60, 4),
        freshMinutes: pick(1, 30),
        ...(random.chance(0.2) ? { quietHours: { from: '18:00', to: '20:00' } } : {}),
      },
      rates: [
        { currency: 'EUR', from: '2026-01-01', rate: pick(1.08, 1.1) },
        { currency: 'JPY', from: '2026-01-01', rate: 0.0065 },
      ].slice(0, random.chance(0.85) ? 2 : 1),
    },
    roles: [
      { id: 'ae', name: 'AE' },
      { id: 'sdr', name: 'SDR' },
    ],
    teams: [
      { id: 'west', name: 'West' },
      { id: 'east', name: 'East', timeZone: 'Europe/London' },
      { id: 'south', name: 'South', parent: 'east' },
    ],
    people,
    metrics,
    goals: [
      { metric: 'revenue', window: 'quarter', role: 'ae', value: pick(1000, 2000) },
      { metric: 'calls', window: 'day', role: 'ae', value: pick(2, 5) },
      { metric: 'calls', window: 'week', rep: 'bo', value: 7 },
      ...maybe({ metric: 'revenue', window: 'quarter', org: true, value: 5000 }),
    ],
    boards: boards.map((board) => (board.id === hidden ? { ...board, audience: 'managers' } : board)),
    playlists: [
      { id: 'all', name: 'All', items: itemsOf(0) },
      { id: 'some', name: 'Some', items: itemsOf(2) },
      { id: 'late', name: 'Late', items: [{ board: 'over', seconds: 20 }] },
    ],
    screens: [
      {
        id: 'wall',
        name: 'Wall',
        playlist: 'all',
        schedule: maybe({ playlist: 'late', hours: { from: '18:00', to: '24:00' } }),
      },
      { id: 'sales', name: 'Sales', playlist: pick('some', 'all') },
      ...maybe({ id: 'lobby', name: 'Lobby', playlist: 'late' }),
    ],
    celebrations,
  })
}

const readings = new Map<string, FloorReading>()

/** Remembers every text that it has read. */
export const createKnowingReader = (): ReadFloor => {
  const read = createFloorReader()
  return (text) => {
    const known = readings.get(text)
    if (known) return known
    const reading = read(text)
    readings.set(text, reading)
    return reading
  }
}

export interface FloorPool {
  /** Any of them. */
  any(random: Random): string
  /** The same floor with every title changed, so that every board changes. */
  retitled(text: string): string
}

const size = 24

/** The same in every process. */
export const createFloorPool = (): FloorPool => {
  const texts: string[] = []
  const twins = new Map<string, string>()
  for (let index = 0; index < size; index += 1) {
    const text = floorText(createRandom('floor', index), '')
    const again = floorText(createRandom('floor', index), ' again')
    texts.push(text, again)
    twins.set(text, again).set(again, text)
  }
  return {
    any: (random) => random.pick(texts) ?? '',
    retitled: (text) => twins.get(text) ?? '',
  }
}
