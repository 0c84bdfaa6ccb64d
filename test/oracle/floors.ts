// Floors that differ in everything that counting depends on: calendars, zones, credit, currencies, moves, roles, goals.
import fc from 'fast-check'
import { FloorFile } from '../../shared/wire/floor.ts'

const metric = (id: string, of: object, more: object = {}) => ({
  id,
  name: id,
  objective: 'What came of it?',
  indicator: 'output',
  question: 'results',
  unit: 'count',
  of,
  ...more,
})
const activities = (where: object[], more: object = {}) => ({ from: 'activity', where, date: 'at', ...more })
const deals = (date: string, where: object[], more: object = {}) => ({ from: 'deal', where, date, ...more })
const won = { field: 'status', is: 'won' }
const open = { field: 'status', is: 'open' }
const money = { unit: 'money' }
const lower = { better: 'lower' }
const activity = { indicator: 'input', question: 'activity' }
const hygiene = { ...lower, indicator: 'input', question: 'pipeline-hygiene' }

const metrics = [
  metric('calls', activities([{ field: 'kind', is: 'call' }]), activity),
  metric('touches', activities([]), activity),
  metric(
    'talk',
    activities(
      [
        { field: 'kind', in: ['call', 'meeting'] },
        { field: 'outcome', isNot: 'voicemail' },
      ],
      { measure: { sum: 'durationSeconds' } },
    ),
  ),
  metric(
    'mean-talk',
    activities([{ field: 'durationSeconds', exists: true }], { measure: { mean: 'durationSeconds' } }),
  ),
  metric('wins', deals('closedAt', [won])),
  metric('decided', deals('closedAt', [{ field: 'status', in: ['won', 'lost'] }])),
  metric('revenue', deals('closedAt', [won], { measure: { sum: 'amount' } }), money),
  metric('average-deal', deals('closedAt', [won], { measure: { mean: 'amount' } }), money),
  metric('cycle', deals('closedAt', [won], { measure: { meanDays: ['createdAt', 'closedAt'] } }), {
    unit: 'days',
    ...lower,
  }),
  metric('pipeline', deals('expectedCloseOn', [open], { measure: { sum: 'amount' } }), money),
  metric(
    'weighted',
    deals('expectedCloseOn', [{ field: 'status', isNot: 'lost' }], { measure: { sum: 'weightedAmount' } }),
    money,
  ),
  metric('stale', deals('lastActivityAt', [open]), { ...hygiene, window: 'older than 14 days' }),
  metric('overdue', deals('expectedCloseOn', [open]), { ...hygiene, window: 'overdue' }),
  metric('owned', deals('closedAt', [won, { field: 'credit', is: 'owner' }])),
  metric(
    'assisted',
    deals('closedAt', [won, { field: 'credit', is: 'assist' }], { measure: { sum: 'amount' } }),
    money,
  ),
  metric('big', deals('createdAt', [{ field: 'amount', atLeast: 500 }])),
  metric(
    'seats',
    deals('stageEnteredAt', [{ field: 'product', notIn: ['b'] }], { measure: { sum: 'fields.seats' } }),
  ),
  metric('advanced', activities([{ field: 'kind', is: 'deal.advanced' }])),
  metric('slipped', activities([{ field: 'kind', is: 'deal.slipped' }]), lower),
  metric('turned', activities([{ field: 'kind', in: ['deal.won', 'deal.lost', 'deal.reopened'] }])),
  metric('turning', activities([{ field: 'kind', is: 'call' }]), {
    since: '2024-10-27',
    earlier: [
      { of: activities([{ field: 'kind', in: ['call', 'meeting'] }]) },
      { since: '2024-04-07', of: activities([{ field: 'outcome', isNot: 'voicemail' }]) },
    ],
  }),
  metric('turning-sum', deals('closedAt', [won], { measure: { sum: 'amount' } }), {
    ...money,
    since: '2024-11-03',
    earlier: [{ of: deals('createdAt', [open], { measure: { sum: 'amount' } }) }],
  }),
  metric('turning-rate', { ratio: ['turning', 'touches'] }, { unit: 'percent' }),
  metric('win-rate', { ratio: ['wins', 'decided'] }, { unit: 'percent' }),
  metric('per-call', { ratio: ['revenue', 'calls'] }, money),
  metric(
    'score',
    {
      points: [
        ['calls', 1],
        ['revenue', 0.25],
        ['mean-talk', 3],
      ],
    },
    { unit: 'points' },
  ),
  metric(
    'effort',
    {
      points: [
        ['calls', 1],
        ['touches', 0.5],
      ],
    },
    { unit: 'points' },
  ),
]

export const metricIds: readonly string[] = metrics.map(({ id }) => id)

export const teamIds = ['west', 'east', 'east-a', 'south'] as const
export const breakdowns = ['product', 'fields.seats', 'kind', 'stage'] as const
export const roleIds = ['ae', 'sdr'] as const
export const personIds = ['ana', 'bo', 'cy', 'dee', 'eli'] as const

/** Those with a clock change at an odd hour, by half an hour, at midnight, with none at all, and both ends of the date line. */
export const zones = [
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Asia/Tokyo',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const

/** Quarter ends, leap days, year ends and both clock changes of those zones. */
export const turningDates = [
  '2024-02-29',
  '2024-03-31',
  '2024-04-07',
  '2024-04-26',
  '2024-06-30',
  '2024-10-06',
  '2024-10-27',
  '2024-11-03',
  '2024-12-31',
  '2025-01-01',
  '2025-03-09',
  '2025-03-30',
] as const

export const windows = [
  'day',
  'yesterday',
  'week',
  'last week',
  'month',
  'next month',
  'quarter',
  'previous quarter',
  'next quarter',
  'year',
  'last 7 days',
  'last 28 days',
  'older than 14 days',
  'overdue',
  'all',
  '..2024-11-03',
  '2024-02-29..',
  '2024-04-07..2025-01-01',
] as const

const date = fc.constantFrom(...turningDates)
const zone = fc.constantFrom(...zones)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const history = <T>(id: fc.Arbitrary<T>, name: string) =>
  fc.oneof(
    id,
    fc
      .tuple(
        id,
        fc.uniqueArray(fc.tuple(date, id), { selector: ([from]) => from, maxLength: 2 }),
        fc.boolean(),
      )
      .map(([first, moves, isFromTheStart]) => {
        const later = moves
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([from, next]) => ({ [name]: next, from }))
        return isFromTheStart || later.length === 0 ? [{ [name]: first }, ...later] : later
      }),
  )

/** Ids that differ in a capital alone, and names that do. */
const moreAliases: Readonly<Record<string, readonly string[]>> = {
  ana: ['0058d000004abcA'],
  bo: ['0058d000004abca'],
  cy: ['Lima, C.'],
  dee: ['lima, c.'],
}

const person = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.constantFrom('Émile', 'Zoë', 'Ana', 'ana'),
      team: maybe(history(fc.constantFrom(...teamIds), 'team')),
      role: maybe(history(fc.constantFrom(...roleIds), 'role')),
      startedOn: maybe(fc.constantFrom('2024-01-31', '2024-03-31', '2024-11-03')),
      endedOn: maybe(fc.constantFrom('2024-12-31', '2025-03-09')),
      aliases: fc.constant([`${id.toUpperCase()}@floor.test`, ...(moreAliases[id] ?? [])]),
      ramp: maybe(fc.constantFrom([0.25, 0.5, 0.75], [0, 0.5])),
    },
    { requiredKeys: ['id', 'name', 'aliases'] },
  )

const subject = fc.oneof(
  fc.record({ rep: fc.constantFrom(...personIds) }),
  fc.record({ role: fc.constantFrom(...roleIds) }),
  fc.record({ team: fc.constantFrom(...teamIds) }),
  fc.constant({ org: true as const }),
)

const goal = fc.record(
  {
    metric: fc.constantFrom(...metricIds),
    window: fc.constantFrom('day', 'week', 'month', 'quarter', 'quarter', 'year', 'all', 'last 28 days'),
    subject,
    from: date,
    // In binary fractions, so that sums of them are exact in any order.
    value: fc.constantFrom(0, 0.5, 1, 2, 3, 10, 0.375),
  },
  { requiredKeys: ['metric', 'window', 'subject', 'value'] },
)

const summed = fc.record({
  metric: fc.constantFrom('calls', 'revenue', 'touches'),
  window: fc.constantFrom('month', 'quarter', 'year', 'all'),
  subject: fc.constantFrom({ team: 'east' }, { team: 'west' }, { org: true }),
  value: fc.constant('sum-of-members'),
})

const rates = [
  { currency: 'EUR', from: '2024-01-01', rate: 1.0837 },
  { currency: 'EUR', from: '2024-10-27', rate: 1.1 },
  { currency: 'JPY', from: '2024-03-31', rate: 0.006543 },
  { currency: 'KWD', from: '2023-01-01', rate: 3.25 },
]

/** All that is said comes from `crm`: what is taken from the dialer counts nowhere. */
const takenFrom = fc.record(
  {
    kinds: fc.constantFrom<string[]>(['call'], ['call', 'meeting'], ['deal']),
    source: fc.constantFrom('crm', 'dialer'),
    scope: fc.constantFrom(
      {},
      { team: 'east' },
      { team: 'east-a' },
      { rep: personIds[0] },
      { rep: personIds[1] },
    ),
    since: fc.constantFrom('2024-03-31', '2024-10-27'),
  },
  { requiredKeys: ['kinds', 'source', 'scope'] },
)

/** What floors differ in; small enough to be read when a test fails. */
export const floorParts = fc.record({
  settings: fc.record(
    {
      timeZone: zone,
      weekStartsOn: fc.constantFrom('monday', 'sunday', 'wednesday'),
      fiscalYearStartsIn: fc.constantFrom(1, 2, 7, 10),
      fiscalWeeks: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
      fiscalYearEnds: fc.constantFrom('nearest', 'last'),
      workingDays: fc.constantFrom(
        ['monday', 'wednesday', 'saturday'],
        ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      ),
      businessHours: fc.constantFrom(
        { from: '00:00', to: '24:00' },
        { from: '08:30', to: '17:00' },
        { from: '18:30', to: '08:00' },
        { from: '16:00', to: '00:00' },
      ),
      credit: fc.constantFrom('split', 'full'),
      takenFrom: fc.uniqueArray(takenFrom, {
        maxLength: 3,
        selector: ({ scope, since, kinds }) => JSON.stringify([scope, since, kinds]),
      }),
    },
    { requiredKeys: ['timeZone', 'credit'] },
  ),
  east: maybe(zone),
  eastA: maybe(zone),
  south: maybe(zone),
  people: fc.tuple(...personIds.map(person)),
  goals: fc.array(fc.oneof(goal, goal, summed), { maxLength: 12 }),
})

/** The same with goals for the week on top, so that a week's boards have something to hold people to. */
export const floorPartsOfWeeks = fc
  .record({
    parts: floorParts,
    weekly: fc.array(
      fc.record({
        metric: fc.constantFrom('calls', 'touches', 'revenue'),
        window: fc.constantFrom('week', 'week', 'month'),
        subject,
        value: fc.constantFrom(1, 2, 3, 10),
      }),
      { minLength: 3, maxLength: 8 },
    ),
  })
  .map(({ parts, weekly }) => ({ ...parts, goals: [...weekly, ...parts.goals] }))

export type FloorParts = typeof floorParts extends fc.Arbitrary<infer Parts> ? Parts : never

export const floorFrom = ({ settings, east, eastA, south, people, goals }: FloorParts): FloorFile => {
  const zoned = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone })
  const { fiscalYearEnds, takenFrom: taken = [], ...calendar } = settings
  // No two of one kind, of the same people, from the same day.
  const rules = taken.filter(
    ({ kinds, scope, since }, index) =>
      taken.findIndex(
        (other) =>
          JSON.stringify(other.scope) === JSON.stringify(scope) &&
          other.since === since &&
          other.kinds.some((kind) => kinds.includes(kind)),
      ) === index,
  )
  const ends = settings.fiscalWeeks === undefined ? {} : { fiscalYearEnds }
  return FloorFile.parse({
    floor: {
      name: 'Floor',
      currency: 'USD',
      ...calendar,
      ...ends,
      takenFrom: rules.map(({ scope, ...rule }) => ({ ...rule, ...scope })),
      holidays: ['2024-12-31', { on: '2025-01-01', name: 'New Year' }, '2024-04-26'],
      rates,
      breakdowns,
      stages: ['lead', 'demo', 'offer'],
      stageProbabilities: { lead: 0.125, offer: 0.7 },
    },
    roles: [
      { id: 'ae', name: 'AE', ramp: [0, 0.4, 0.8] },
      { id: 'sdr', name: 'SDR' },
    ],
    teams: [
      { id: 'west', name: 'West', office: 'Here' },
      { id: 'east', name: 'East', office: 'There', ...zoned(east) },
      { id: 'east-a', name: 'East A', parent: 'east', ...zoned(eastA) },
      { id: 'south', name: 'South', office: 'There', ...zoned(south) },
    ],
    people,
    metrics,
    // Of its plans none is drawn up: they are records, and a history here has facts alone.
    formulas: [{ id: 'ae', role: 'ae', steps: ['calls', 'touches', 'revenue'] }],
    goals: goals.map(({ subject: of, ...rest }) => ({ ...rest, ...of })),
    // With a funnel on it, the floor counts how deals leave their stages.
    boards: [{ id: 'funnel', title: 'Funnel', kind: 'funnel' }],
  })
}
