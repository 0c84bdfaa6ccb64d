import { describe, expect, test } from 'vitest'
import type { HygieneView } from '../../../wire/boards/hygiene-board.ts'
import { Board, FloorFile } from '../../../wire/floor.ts'
import {
  call,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  team,
  win,
  wins,
} from '../../test-support/test-floor.ts'
import { createBoardView } from '../board-view.ts'
import { floorReferenceFaults } from '../floor-references.ts'

const isOpen = { field: 'status', is: 'open' }
const hygiene = (id: string, of: object, more: object = {}) =>
  metricOf(id, of, { indicator: 'input', question: 'pipeline-hygiene', better: 'lower', ...more })
const untouched = hygiene(
  'untouched',
  { from: 'deal', where: [isOpen], date: 'lastActivityAt' },
  { window: 'older than 14 days' },
)
const noNextStep = hygiene(
  'no-next-step',
  { from: 'deal', where: [isOpen, { field: 'fields.nextStepOn', exists: false }], date: 'createdAt' },
  { window: 'all' },
)
const slipped = hygiene(
  'slipped',
  { from: 'activity', where: [{ field: 'kind', is: 'slip' }], date: 'at' },
  { window: 'week' },
)
const metrics = [untouched, noNextStep, slipped, wins]

const floor = (more: Record<string, unknown> = {}) =>
  createTestFloor(
    floorOf({
      roles: [{ id: 'ae', name: 'AE' }],
      teams: [
        team('field'),
        team('east', { parent: 'field' }),
        team('west', { parent: 'field' }),
        team('desk'),
      ],
      people: [
        person('ana', { name: 'Ana Lima', team: 'east', role: 'ae' }),
        person('bo', { name: 'Bo', team: 'east' }),
        person('cy', { name: 'Cy', team: 'west', role: 'ae' }),
        person('gone', { name: 'Gone', team: 'west', endedOn: '2026-11-13' }),
      ],
      goals: [{ metric: 'untouched', window: 'older than 14 days', team: 'east', value: 1 }],
      metrics,
      ...more,
    }),
  )

/** An open deal of somebody's, last worked on that day. */
const deal = (rep: string, lastActivityAt: string, more: object = {}) =>
  win(rep, lastActivityAt, 1, {
    status: 'open',
    closedAt: null,
    lastActivityAt,
    fields: { nextStepOn: '2026-12-01' },
    ...more,
  })
const slip = (rep: string, at: string) => call(rep, at, { kind: 'slip' })

/** Wednesday; the week before ended on Sunday the 15th. */
const noon = '2026-11-18T12:00:00Z'
const viewAt = (under: ReturnType<typeof floor>, board: object = {}, at = noon): HygieneView => {
  const parsed = Board.parse({ id: 'b', title: 'B', kind: 'hygiene', metrics: ['untouched'], ...board })
  const view = createBoardView(under.numbers, parsed).compute(Date.parse(at))
  if (view.kind !== 'hygiene') throw new Error(view.kind)
  return view
}
const valuesOf = (view: HygieneView) =>
  Object.fromEntries(Object.entries(view.rows).map(([id, row]) => [id, row.cells.map(({ value }) => value)]))

describe('a hygiene board', () => {
  test('[B121] counts by team, each metric through its own window, and the whole on top', () => {
    const under = floor()
    under.write(
      deal('ana', '2026-10-01'),
      deal('bo', '2026-10-20', { fields: {} }),
      deal('cy', '2026-11-17', { fields: { nextStepOn: null } }),
      slip('cy', '2026-11-16'),
      slip('cy', '2026-11-12'),
      deal('nobody', '2026-10-01'),
    )
    const view = viewAt(under, { metrics: ['untouched', 'no-next-step', 'slipped'] })
    expect(valuesOf(view)).toEqual({ field: [2, 2, 1], desk: [0, 0, 0] })
    // What no team answers for is on the floor all the same.
    expect(view.columns.map(({ total }) => total.value)).toEqual([3, 2, 1])
    expect(view.total).toBe(6)
    expect(view.columns.map(({ window }) => window)).toEqual([
      'Older than 14 days',
      'Right now',
      'Week of Nov 16',
    ])
  })

  test('[B121] within a team stands each team below it, else the team itself; named teams stand alone', () => {
    const under = floor()
    under.write(deal('ana', '2026-10-01'), deal('cy', '2026-10-01'), deal('nobody', '2026-10-01'))
    expect(valuesOf(viewAt(under, { scope: { team: 'field' } }))).toEqual({ east: [1], west: [1] })
    expect(valuesOf(viewAt(under, { scope: { team: 'east' } }))).toEqual({ east: [1] })
    const named = viewAt(under, { teams: ['west', 'desk'] })
    expect(valuesOf(named)).toEqual({ west: [1], desk: [0] })
    expect(named.total).toBe(1)
  })

  test('[B2][B121] a role counts what its people have while they hold it, and no team goal is theirs', () => {
    const under = floor()
    under.write(deal('ana', '2026-10-01'), deal('bo', '2026-10-01'), deal('bo', '2026-10-01'))
    const view = viewAt(under, { scope: { team: 'east', role: 'ae' } })
    expect(view.rows['east']?.cells).toMatchObject([{ value: 1, goal: null, state: null }])
    expect(view.total).toBe(1)
  })

  test('[B121] is about right now, unless one of its metrics looks at a period', () => {
    expect(viewAt(floor(), { metrics: ['untouched', 'no-next-step'] }).window).toEqual({
      start: null,
      end: null,
      label: 'Right now',
      progress: '',
    })
    expect(viewAt(floor(), { metrics: ['untouched', 'slipped'] }).window.label).toBe('Week of Nov 16')
  })

  test('[B122] nothing counted is clear once facts came, and before that no numbers yet', () => {
    const under = floor()
    expect(viewAt(under)).toMatchObject({ total: 0, changedAt: null })
    under.write(deal('ana', '2026-11-17'))
    expect(viewAt(under)).toMatchObject({ total: 0, changedAt: expect.any(Number) })
  })

  test('[B122] a goal other than zero is a line that may be over', () => {
    const under = floor()
    const stateOfEast = () => viewAt(under, { teams: ['east'] }).rows['east']?.cells[0]?.state
    under.write(deal('ana', '2026-10-01'))
    expect(stateOfEast()).toBe('reached')
    under.write(deal('ana', '2026-10-01'))
    expect(stateOfEast()).toBe('well behind')
  })

  test('[B123] new is what passed its line since last week ended, and still stands', () => {
    const under = floor()
    // On Sunday the 15th, deals of the 31st and before were untouched; by Wednesday those of the 3rd are.
    under.write(
      ...['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-03', '2026-11-04'].map((day) =>
        deal('ana', day),
      ),
    )
    const view = viewAt(under, { teams: ['east'] })
    expect(view.columns[0]).toMatchObject({ compared: 'new', total: { value: 4, change: 2 } })
    expect(viewAt(under, {}, '2026-11-15T12:00:00Z').columns[0]?.total.value).toBe(2)
    expect(viewAt(under, {}, '2026-11-16T12:00:00Z').columns[0]?.total).toMatchObject({ value: 3, change: 1 })
  })

  test('[B123] what happened in a period is held against the one before, up to the same day', () => {
    const under = floor()
    under.write(
      ...['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'].map((day) => slip('ana', day)),
      slip('ana', '2026-11-17'),
    )
    const { columns } = viewAt(under, { metrics: ['slipped', 'no-next-step'] })
    expect(columns[0]).toMatchObject({ compared: 'week', total: { value: 1, change: -2 } })
    expect(columns[1]).toMatchObject({ compared: null, total: { value: 0, change: null } })
  })

  test('[B124] names nobody unless it is asked to, and then those who are here and have something', () => {
    const under = floor()
    under.write(
      deal('ana', '2026-10-01'),
      deal('bo', '2026-10-01'),
      deal('bo', '2026-10-01'),
      deal('gone', '2026-10-01'),
    )
    expect(viewAt(under).rows['field']).toMatchObject({ people: [], morePeople: 0 })
    const named = viewAt(under, { names: true })
    expect(named.rows['field']?.people).toEqual([
      { id: 'bo', short: 'Bo', count: 2 },
      { id: 'ana', short: 'Ana L.', count: 1 },
    ])
    expect(named.rows['field']?.total).toBe(4)
  })

  test('is changed by its own facts only', () => {
    const { numbers } = floor()
    const board = Board.parse({ id: 'b', title: 'B', kind: 'hygiene', metrics: ['untouched', 'slipped'] })
    const index = (id: string) => numbers.model.metric(id)?.index
    expect(createBoardView(numbers, board).bases).toEqual([index('untouched'), index('slipped')])
  })
})

describe('in a floor file a hygiene board', () => {
  const faultsOf = (board: object): string[] => {
    const file = FloorFile.parse({
      floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' },
      teams: [
        team('east'),
        team('inner', { parent: 'east' }),
        team('inmost', { parent: 'inner' }),
        team('west'),
      ],
      metrics: [
        ...metrics,
        hygiene('touched', { from: 'deal', date: 'createdAt' }, { better: 'higher' }),
        hygiene(
          'age',
          { from: 'deal', date: 'createdAt', measure: { meanDays: ['createdAt', 'closedAt'] } },
          { unit: 'days' },
        ),
        hygiene('share', { ratio: ['untouched', 'no-next-step'] }, { unit: 'percent' }),
      ],
      boards: [{ id: 'b', title: 'B', kind: 'hygiene', metrics: ['untouched'], ...board }],
    })
    return floorReferenceFaults(file).map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  test('[B125] refuses what is no count to bring to zero, with the reason', () => {
    expect(faultsOf({ metrics: ['wins', 'touched', 'age', 'share'] })).toEqual([
      'boards.0.metrics.0: "wins" answers for results; a hygiene board asks for pipeline-hygiene',
      'boards.0.metrics.1: "touched" is better when higher; a hygiene board holds what should come down to zero',
      'boards.0.metrics.2: "age" is no count; a hygiene board holds deals that can be put in order one by one',
      'boards.0.metrics.3: "share" is no count; a hygiene board holds deals that can be put in order one by one',
    ])
  })

  test('may name no metric and no team that is not there, and none twice', () => {
    expect(
      faultsOf({ metrics: ['untouched', 'none', 'untouched'], teams: ['east', 'north', 'east'] }),
    ).toEqual([
      'boards.0.metrics.1: "none" is no metric of this floor',
      'boards.0.metrics.2: "untouched" is on this board already',
      'boards.0.teams.1: "north" is no team of this floor',
      'boards.0.teams.2: "east" has its row already',
    ])
  })

  test('counts no deal twice: of a team and what is below it, one has a row', () => {
    expect(faultsOf({ teams: ['inmost', 'west', 'east'] })).toEqual([
      'boards.0.teams.0: "inmost" is part of "east", in whose row its deals count already',
    ])
    expect(faultsOf({ teams: ['inner', 'west'] })).toEqual([])
  })

  test('has rows of teams of its scope only', () => {
    const scope = { team: 'inner' }
    expect(faultsOf({ scope, teams: ['inmost', 'west', 'east'] })).toEqual([
      'boards.0.teams.0: "inmost" is part of "east", in whose row its deals count already',
      'boards.0.teams.1: "west" is not in "inner", which is the board\'s scope',
      'boards.0.teams.2: "east" is not in "inner", which is the board\'s scope',
    ])
    expect(faultsOf({ scope, teams: ['inmost'] })).toEqual([])
    expect(faultsOf({ scope, teams: ['inner'] })).toEqual([])
  })

  test('has one to four metrics, and no names of its own accord', () => {
    const parse = (more: object) =>
      Board.safeParse({ id: 'b', title: 'B', kind: 'hygiene', metrics: ['untouched'], ...more })
    expect(parse({}).data).toMatchObject({ names: false, scope: {} })
    expect(parse({ metrics: [] }).success).toBe(false)
    expect(parse({ metrics: ['a', 'b', 'c', 'd', 'e'] }).success).toBe(false)
    expect(parse({ teams: [] }).success).toBe(false)
  })
})
