import { describe, expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { floorReferenceFaults } from './floor-references.ts'

const metric = (id: string, more: object = {}) => ({
  id,
  name: id,
  objective: 'Why?',
  indicator: 'output',
  question: 'results',
  unit: 'count',
  of: { from: 'deal', date: 'closedAt' },
  ...more,
})

const faultsOf = (parts: object): string[] => {
  const file = FloorFile.parse({ floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' }, ...parts })
  return floorReferenceFaults(file).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const person = (id: string, more: object = {}) => ({ id, name: id, ...more })
const team = (id: string, more: object = {}) => ({ id, name: id, ...more })

describe('people and teams', () => {
  const chain = (length: number, first: object = {}) =>
    Array.from({ length }, (_, i) => team(`t${i}`, i === 0 ? first : { parent: `t${i - 1}` }))

  test('[F44] a team has at most fifty above it', () => {
    expect(faultsOf({ teams: chain(51) })).toEqual([])
    expect(faultsOf({ teams: chain(53) })).toEqual([
      'teams.51.parent: has more than 50 teams above it',
      'teams.52.parent: has more than 50 teams above it',
    ])
  })

  test('[F42] thousands in a chain or in a circle are told at once, and in few words', () => {
    expect(faultsOf({ teams: chain(20_000) })).toHaveLength(20_000 - 51)
    const circle = faultsOf({ teams: chain(20_000, { parent: 't19999' }) })
    expect(circle).toHaveLength(20_000)
    expect(circle[1]).toBe(
      'teams.1.parent: makes a circle: t1 → t0 → t19999 → t19998 → t19997 → t19996 → t19995 → t19994 → t19993 → t19992 → … (20000 in all)',
    )
  })

  test('that fit have no faults', () => {
    const parts = {
      roles: [{ id: 'ae', name: 'AE' }],
      teams: [team('east'), team('north', { parent: 'east', members: ['bo'] })],
      people: [
        person('ana', {
          role: 'ae',
          team: [{ team: 'east' }, { team: 'north', from: '2026-01-01' }],
          aliases: ['Ana'],
        }),
        person('bo', { team: 'north' }),
      ],
    }
    expect(faultsOf(parts)).toEqual([])
  })

  test('share one space of ids, with two words taken', () => {
    expect(
      faultsOf({
        teams: [team('org'), team('ana')],
        people: [person('unassigned'), person('ana'), person('ana')],
      }),
    ).toEqual([
      'people.2.id: "ana" is already the id of people[1]',
      'teams.0.id: "org" is a reserved word; choose another id',
      'people.0.id: "unassigned" is a reserved word; choose another id',
      'people.1.id: "ana" is the id of a team; people and teams share their ids',
      'people.2.id: "ana" is the id of a team; people and teams share their ids',
    ])
  })

  test('may not lead to nothing', () => {
    const parts = {
      teams: [team('north', { parent: 'nowhere', members: ['nobody'] })],
      people: [person('ana', { role: 'ae', team: [{ team: 'south' }] })],
    }
    expect(faultsOf(parts)).toEqual([
      'teams.0.parent: "nowhere" is no team of this floor',
      'teams.0.members.0: "nobody" is no person of this floor',
      'people.0.role: "ae" is no role of this floor',
      'people.0.team.0.team: "south" is no team of this floor',
    ])
  })

  test('[F24] an alias means one person, whatever cannot be seen in it, and nobody else’s id in any case', () => {
    const people = [
      person('ana', { aliases: ['A. Lima', 'Bo', 'ｱﾅ'] }),
      person('bo', { aliases: [' A.\u00a0Lima', 'bo', 'Bo', 'アナ', 'A. Lima'] }),
    ]
    expect(faultsOf({ people })).toEqual([
      'people.0.aliases.1: "Bo" already means "bo"',
      'people.1.aliases.0: "A.\u00a0Lima" already means "ana"; it has a no-break space where that has a space, at character 3',
      'people.1.aliases.3: "アナ" already means "ana"; it has "ア" (U+30A2) where that has "ｱ" (U+FF71), at character 1',
      'people.1.aliases.4: "A. Lima" already means "ana"',
    ])
  })

  test('[F25] two aliases may differ in their capitals alone', () => {
    const people = [
      person('ana', { aliases: ['0058d000004abcA', 'A. Lima'] }),
      person('bo', { aliases: ['0058d000004abca', 'a. LIMA'] }),
    ]
    expect(faultsOf({ people })).toEqual([])
  })

  test('a team is not above itself', () => {
    const teams = [
      team('a', { parent: 'b' }),
      team('b', { parent: 'a' }),
      team('c', { parent: 'a' }),
      team('d', { parent: 'd' }),
    ]
    expect(faultsOf({ teams })).toEqual([
      'teams.0.parent: makes a circle: a → b → a',
      'teams.1.parent: makes a circle: b → a → b',
      'teams.3.parent: makes a circle: d → d',
    ])
  })

  test('a person is on one team at a time, and it is said in one place', () => {
    const parts = {
      teams: [team('north', { members: ['ana', 'bo', 'bo'] }), team('south', { members: ['bo'] })],
      people: [person('ana', { team: 'south' }), person('bo')],
    }
    expect(faultsOf(parts)).toEqual([
      'teams.0.members.0: "ana" says of themselves that they are on "south"; say it in one place',
      'teams.0.members.2: "bo" is listed twice',
      'teams.1.members.0: "bo" is also a member of "north"; a person is on one team at a time',
    ])
  })

  test('dates run forward', () => {
    const stay = (...froms: (string | undefined)[]) =>
      froms.map((from) => ({ team: 'north', ...(from && { from }) }))
    const people = [
      person('ana', {
        team: stay('2026-02-01', '2026-02-01'),
        startedOn: '2026-02-01',
        endedOn: '2026-01-31',
      }),
      person('bo', { team: stay(undefined, undefined) }),
    ]
    expect(faultsOf({ teams: [team('north')], people })).toEqual([
      'people.0.team.1.from: must be later than 2026-02-01, the entry before it',
      'people.0.endedOn: is before startedOn (2026-02-01)',
      'people.1.team.1: needs the date from which it holds (from)',
    ])
  })
})

describe('a metric', () => {
  const faultsOfOne = (more: object) =>
    faultsOf({ metrics: [metric('m', more)] }).map((fault) => fault.replace('metrics.0.', ''))

  test.each([
    [
      'an activity by a date it has not',
      { of: { from: 'activity', date: 'closedAt' } },
      'of.date: must be at: an activity has no other date',
    ],
    [
      'a deal by a date it has not',
      { of: { from: 'deal', date: 'at' } },
      'of.date: cannot be at, which only activities have; a deal has createdAt, closedAt, …',
    ],
    [
      'amounts as a count',
      { of: { from: 'deal', date: 'closedAt', measure: { sum: 'amount' } } },
      'unit: must be money, since it adds up amounts',
    ],
    ['a count as money', { unit: 'money' }, 'unit: must be count, since it counts facts'],
    [
      'a field without currency as money',
      { unit: 'money', of: { from: 'deal', date: 'closedAt', measure: { sum: 'fields.arr' } } },
      'unit: cannot be money: fields.arr has no currency, only amount has',
    ],
    [
      'text added up',
      { of: { from: 'deal', date: 'closedAt', measure: { sum: 'stage' } } },
      'of.measure: "stage" is not a number field; use amount, weightedAmount, durationSeconds or fields.<name>',
    ],
    [
      'days as a count',
      { of: { from: 'deal', date: 'closedAt', measure: { meanDays: ['createdAt', 'closedAt'] } } },
      'unit: must be days, since it measures days',
    ],
    [
      'days from a date to itself',
      {
        unit: 'days',
        of: { from: 'deal', date: 'closedAt', measure: { meanDays: ['closedAt', 'closedAt'] } },
      },
      'of.measure: needs two different dates',
    ],
    ['a percentage of nothing', { unit: 'percent' }, 'unit: must be count, since it counts facts'],
    [
      'a field nobody knows',
      { of: { from: 'deal', date: 'closedAt', where: [{ field: 'owner', is: 'x' }] } },
      'of.where.0.field: "owner" is no field of a fact; a source\'s own are written fields.owner',
    ],
    [
      'a kind of a deal',
      { of: { from: 'deal', date: 'closedAt', where: [{ field: 'kind', is: 'call' }] } },
      'of.where.0.field: deals have no kind',
    ],
    [
      'itself divided by itself',
      { unit: 'percent', of: { ratio: ['m', 'm'] } },
      'of.ratio: makes a circle: m → m',
    ],
    [
      'points of nothing known',
      { unit: 'points', of: { points: [['x', 1]] } },
      'of.points.0.0: "x" is no metric of this floor',
    ],
  ])('is refused when it measures %s', (_, more, fault) => {
    expect(faultsOfOne(more)).toEqual([fault])
  })

  test('may be a ratio of two numbers that make its unit, and no other', () => {
    const money = metric('money', {
      unit: 'money',
      of: { from: 'deal', date: 'closedAt', measure: { sum: 'amount' } },
    })
    const ratio = (unit: string, above: string, below: string) =>
      faultsOf({
        metrics: [
          money,
          metric('wins'),
          metric('deals'),
          metric('r', { unit, of: { ratio: [above, below] } }),
        ],
      })
    expect(ratio('percent', 'wins', 'deals')).toEqual([])
    expect(ratio('money', 'money', 'wins')).toEqual([])
    expect(ratio('count', 'wins', 'deals')).toEqual([])
    expect(ratio('percent', 'money', 'deals')).toEqual([
      'metrics.3.unit: percent compares two numbers of one unit, but these are money and count',
    ])
    expect(ratio('money', 'wins', 'deals')).toEqual([
      'metrics.3.unit: cannot be money: count divided by count is not an amount',
    ])
    expect(ratio('count', 'money', 'deals')).toEqual([
      'metrics.3.unit: must be money: an amount divided by count is an amount',
    ])
    expect(ratio('days', 'wins', 'deals')).toEqual(['metrics.3.unit: of a ratio is percent, money or count'])
  })

  test('made of others is told the way back to itself', () => {
    const points = (id: string, of: string) => metric(id, { unit: 'points', of: { points: [[of, 1]] } })
    expect(faultsOf({ metrics: [points('a', 'b'), points('b', 'c'), points('c', 'b')] })).toEqual([
      'metrics.1.of.points: makes a circle: b → c → b',
      'metrics.2.of.points: makes a circle: c → b → c',
    ])
  })
})

describe('goals', () => {
  const parts = {
    people: [person('ana')],
    metrics: [metric('wins'), metric('rate', { unit: 'percent', of: { ratio: ['wins', 'wins'] } })],
  }
  const goal = (more: object) => ({ metric: 'wins', window: 'month', rep: 'ana', value: 3, ...more })

  test('belong to what the floor has', () => {
    const goals = [
      goal({ metric: 'x', rep: undefined, role: 'ae' }),
      goal({ rep: 'bo' }),
      goal({ rep: undefined, team: 'north' }),
    ]
    expect(faultsOf({ ...parts, goals })).toEqual([
      'goals.0.metric: "x" is no metric of this floor',
      'goals.0.role: "ae" is no role of this floor',
      'goals.1.rep: "bo" is no person of this floor',
      'goals.2.team: "north" is no team of this floor',
    ])
  })

  test('are set once, however the window is written', () => {
    const goals = [goal({}), goal({ from: '2026-01-01' }), goal({ window: 'last month', value: 4 })]
    expect(faultsOf({ ...parts, goals })).toEqual(['goals.2: sets the same goal as goals[0]'])
  })

  test('of a rate are fractions, and never sums', () => {
    const goals = [
      goal({ metric: 'rate', value: 63 }),
      goal({ metric: 'rate', rep: undefined, org: true, value: 'sum-of-members' }),
    ]
    expect(faultsOf({ ...parts, goals })).toEqual([
      'goals.0.value: is 6300 %; a percentage is written as a fraction: 0.63',
      'goals.1.value: cannot be the sum of its members: rates and means do not add up',
    ])
  })
})

describe('boards, playlists and screens', () => {
  test('a screen has a playlist that is always on, and its group, team and versions are the floor’s', () => {
    const playlists = [
      {
        id: 'day',
        name: 'Day',
        items: [{ board: 'b' }],
        versions: [
          { team: 'nobody', items: [{ board: 'gone' }] },
          { team: 'nobody', items: [{ board: 'b' }] },
        ],
      },
    ]
    const faults = faultsOf({
      boards: [{ id: 'b', kind: 'wins', title: 'B' }],
      playlists,
      screenGroups: [
        { id: 'with', name: 'With', playlist: 'day' },
        { id: 'without', name: 'Without', schedule: [{ playlist: 'night' }] },
      ],
      screens: [
        { id: 'one', name: 'One', group: 'with' },
        { id: 'two', name: 'Two', group: 'without' },
        { id: 'three', name: 'Three', group: 'other', team: 'nobody', playlist: 'day' },
      ],
    })
    expect(faults).toEqual([
      'playlists.0.versions.0.team: "nobody" is no team of this floor',
      'playlists.0.versions.0.items.0.board: "gone" is no board of this floor',
      'playlists.0.versions.1.team: "nobody" is no team of this floor',
      'playlists.0.versions.1.team: "nobody" has a version already: versions[0]',
      'screenGroups.1.schedule.0.playlist: "night" is no playlist of this floor',
      'screens.1.playlist: is missing; only a screen whose group has one needs none',
      'screens.2.group: "other" is no screen group of this floor',
      'screens.2.team: "nobody" is no team of this floor',
    ])
  })

  test('lead to what the floor has', () => {
    const parts = {
      boards: [
        {
          id: 'a',
          kind: 'leaderboard',
          title: 'A',
          metric: 'x',
          window: 'week',
          scope: { team: 't', role: 'r' },
          pair: { metric: 'y' },
          goalOf: 'u',
        },
        {
          id: 'b',
          kind: 'team-progress',
          title: 'B',
          metric: 'x',
          window: 'week',
          teams: ['t'],
          inputs: [{ metric: 'y' }],
        },
      ],
      playlists: [{ id: 'p', name: 'P', items: [{ board: 'c' }] }],
      screens: [{ id: 's', name: 'S', playlist: 'q', schedule: [{ playlist: 'z' }] }],
    }
    expect(faultsOf(parts)).toEqual([
      'boards.0.metric: "x" is no metric of this floor',
      'boards.0.pair.metric: "y" is no metric of this floor',
      'boards.0.goalOf: "u" is no team of this floor',
      'boards.0.scope.team: "t" is no team of this floor',
      'boards.0.scope.role: "r" is no role of this floor',
      'boards.1.metric: "x" is no metric of this floor',
      'boards.1.teams.0: "t" is no team of this floor',
      'boards.1.inputs.0.metric: "y" is no metric of this floor',
      'playlists.0.items.0.board: "c" is no board of this floor',
      'screens.0.playlist: "q" is no playlist of this floor',
      'screens.0.schedule.0.playlist: "z" is no playlist of this floor',
    ])
  })

  test('a leaderboard is paired with the other kind of number', () => {
    const boards = [
      {
        id: 'a',
        kind: 'leaderboard',
        title: 'A',
        metric: 'wins',
        window: 'week',
        pair: { metric: 'losses' },
        goalOf: 'org',
      },
    ]
    expect(faultsOf({ metrics: [metric('wins'), metric('losses')], boards })).toEqual([
      "boards.0.pair.metric: is an output like the board's own metric; pair it with an input",
    ])
  })
})

test('rates name another currency, once a day', () => {
  const rates = [
    { currency: 'USD', from: '2026-01-01', rate: 1 },
    { currency: 'EUR', from: '2026-01-01', rate: 1.1 },
    { currency: 'EUR', from: '2026-01-01', rate: 1.2 },
  ]
  const floor = { name: 'Test', timeZone: 'UTC', currency: 'USD', rates, stages: ['New', 'Won', 'New'] }
  expect(faultsOf({ floor })).toEqual([
    "floor.rates.0.currency: is the floor's own currency; a rate says what one unit of another is worth in USD",
    'floor.rates.2: is a second rate for EUR from 2026-01-01',
    'floor.stages.2: "New" is listed twice',
  ])
})

test('[W21] a year of months ends with its month', () => {
  const floor = { name: 'Test', timeZone: 'UTC', currency: 'USD', fiscalYearEnds: 'last' }
  expect(faultsOf({ floor })).toEqual([
    'floor.fiscalYearEnds: is for years of whole weeks; say which with fiscalWeeks, such as 4-4-5',
  ])
  expect(faultsOf({ floor: { ...floor, fiscalWeeks: '4-4-5' } })).toEqual([])
})

test('[M9] an amount is weighted by the probabilities of the floor’s own stages', () => {
  const forecast = (from: string, unit: string) => ({
    id: 'forecast',
    name: 'Forecast',
    objective: 'What may come in?',
    indicator: 'output',
    question: 'results',
    unit,
    of: { from, date: from === 'deal' ? 'closedAt' : 'at', measure: { sum: 'weightedAmount' } },
  })
  const floor = { name: 'Test', timeZone: 'UTC', currency: 'USD', stages: ['New'] }
  const weighted = { ...floor, stageProbabilities: { New: 0.1, Old: 0.5 } }
  expect(faultsOf({ floor, metrics: [forecast('deal', 'money')] })).toEqual([
    'metrics.0.of.measure: needs the probabilities of stages: list them under floor.stageProbabilities',
  ])
  expect(faultsOf({ floor: weighted, metrics: [forecast('activity', 'money')] })).toEqual([
    'floor.stageProbabilities.Old: is no stage of this floor; list it under floor.stages',
    'metrics.0.of.measure: needs deals: only they have a stage to weight their amount by',
  ])
  expect(
    faultsOf({ floor: { ...weighted, stages: ['New', 'Old'] }, metrics: [forecast('deal', 'count')] }),
  ).toEqual(['metrics.0.unit: must be money, since it adds up amounts'])
})

test('brand colours can be read on the floor’s own theme', () => {
  const floor = { name: 'Test', timeZone: 'UTC', currency: 'USD', brand: ['#ffd400', '#003a8c'] }
  expect(faultsOf({ floor })).toEqual([
    expect.stringMatching(
      /^floor\.brand\.1: cannot be read .* night theme is 1\.\d : 1, and it takes 7 : 1; the nearest colour that passes is #[0-9a-f]{6}$/,
    ),
  ])
  expect(faultsOf({ floor: { ...floor, theme: 'day' } })).toEqual([
    expect.stringContaining('floor.brand.0: cannot be read'),
  ])
})

describe('playlists, groups and screens', () => {
  const board = { id: 'calls', kind: 'leaderboard', title: 'Calls', metric: 'calls', window: 'day' }
  const items = [{ board: 'calls', seconds: 20 }]
  const base = {
    teams: [team('east'), team('north')],
    metrics: [metric('calls')],
    boards: [board],
    playlists: [{ id: 'day', name: 'Day', items, versions: [{ team: 'east', items }] }],
  }

  test('[F75] that fit have no faults: a screen takes its playlist from its group', () => {
    expect(
      faultsOf({
        ...base,
        screenGroups: [
          { id: 'lobby', name: 'Lobby', playlist: 'day', schedule: [{ playlist: 'day', holidays: true }] },
        ],
        screens: [{ id: 'wall', name: 'Wall', group: 'lobby', team: 'north' }],
      }),
    ).toEqual([])
  })

  test('[F75] name only what the floor has', () => {
    expect(
      faultsOf({
        ...base,
        playlists: [
          {
            id: 'day',
            name: 'Day',
            items,
            versions: [
              { team: 'east', items: [{ board: 'gone' }] },
              { team: 'west', items },
              { team: 'east', items },
            ],
          },
        ],
        screenGroups: [
          { id: 'lobby', name: 'Lobby', playlist: 'gone', schedule: [{ playlist: 'gone' }] },
          { id: 'lobby', name: 'Again' },
        ],
        screens: [
          { id: 'wall', name: 'Wall', group: 'gone', playlist: 'day', team: 'gone' },
          { id: 'hall', name: 'Hall', group: 'lobby' },
        ],
      }),
    ).toEqual([
      'screenGroups.1.id: "lobby" is already the id of screenGroups[0]',
      'playlists.0.versions.0.items.0.board: "gone" is no board of this floor',
      'playlists.0.versions.1.team: "west" is no team of this floor',
      'playlists.0.versions.2.team: "east" has a version already: versions[0]',
      'screenGroups.0.playlist: "gone" is no playlist of this floor',
      'screenGroups.0.schedule.0.playlist: "gone" is no playlist of this floor',
      'screens.0.group: "gone" is no screen group of this floor',
      'screens.0.team: "gone" is no team of this floor',
      'screens.1.playlist: is missing; only a screen whose group has one needs none',
    ])
  })

  test('[F75] a rule for single days has each once, while it holds', () => {
    const slot = { playlist: 'day', from: '2026-12-01', until: '2026-12-31' }
    const dates = ['2026-11-30', '2026-12-24', '2027-01-01', '2026-12-24']
    expect(
      faultsOf({
        ...base,
        screens: [{ id: 'wall', name: 'Wall', playlist: 'day', schedule: [{ ...slot, dates }] }],
      }),
    ).toEqual([
      'screens.0.schedule.0.dates.0: is before the rule begins, 2026-12-01',
      'screens.0.schedule.0.dates.2: is after the rule ends, 2026-12-31',
      'screens.0.schedule.0.dates.3: is named twice; dates[1] is the same day',
    ])
  })
})

describe('celebrations', () => {
  const rule = (on: object, more: object = {}) => ({ id: 'rule', name: 'Rule', on, ...more })
  const ofRule = (on: object, more: object = {}) =>
    faultsOf({
      metrics: [metric('wins', { window: 'quarter' }), metric('stale', { better: 'lower' })],
      celebrations: [rule(on, more)],
    })

  test('[C30] name only what the floor has', () => {
    expect(ofRule({ metric: 'wins', crosses: 'goal' })).toEqual([])
    expect(
      ofRule(
        { metric: 'sales', crosses: 'goal' },
        { team: 'east', role: 'ae', screens: ['wall'], groups: ['lobby'], tell: ['vps'] },
      ),
    ).toEqual([
      'celebrations.0.on.metric: "sales" is no metric of this floor',
      'celebrations.0.team: "east" is no team of this floor',
      'celebrations.0.role: "ae" is no role of this floor',
      'celebrations.0.screens.0: "wall" is no screen of this floor',
      'celebrations.0.groups.0: "lobby" is no screen group of this floor',
      'celebrations.0.tell.0: "vps" is no alert of this floor',
    ])
    expect(ofRule({ over: { percentile: 0.9, of: { field: 'product' } } })).toEqual([
      'celebrations.0.on.over.of.field: "product" is none of the floor\'s breakdowns; it has none',
    ])
    expect(faultsOf({ celebrations: [rule({ over: 1 }), rule({ over: 2 })] })).toEqual([
      'celebrations.1.id: "rule" is already the id of celebrations[0]',
    ])
  })

  test('[C30] ask only what their trigger can answer', () => {
    expect(ofRule({ from: 'activity', over: 5, first: 'ever' })).toEqual([
      'celebrations.0.on.over: is a question to won deals; it needs from: deal',
      'celebrations.0.on.first: is a question to won deals; it needs from: deal',
    ])
    expect(ofRule({ metric: 'stale', crosses: 'goal' })).toEqual([
      'celebrations.0.on.metric: "stale" is better when it is low: nothing is crossed upwards',
    ])
    expect(ofRule({ metric: 'wins', window: 'last 7 days', crosses: { record: 'floor' } })).toEqual([
      'celebrations.0.on.window: must be of this day, week, month, quarter or year, which others came before',
    ])
    expect(ofRule({ metric: 'wins', of: 'team', crosses: { streak: 3 } })).toEqual([
      'celebrations.0.on.of: must be rep: a streak is somebody’s own',
    ])
    expect(ofRule({ metric: 'wins', of: 'org', crosses: 'first-place' })).toEqual([
      'celebrations.0.on.of: must be rep or team: the whole floor has nobody to overtake',
    ])
  })
})
