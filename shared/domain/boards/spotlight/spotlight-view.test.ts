import { describe, expect, test } from 'vitest'
import { SpotlightBoard, type SpotlightRow, SpotlightView } from '../../../wire/boards/spotlight-board.ts'
import { touchedWins } from '../../counting/changes.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
} from '../../test-support/test-floor.ts'
import { spotlightFaults } from './spotlight-faults.ts'
import { createSpotlightView } from './spotlight-view.ts'

/** A Thursday at the end of the working day. */
const now = '2026-11-19T17:00:00Z'
const misses = metricOf(
  'misses',
  { from: 'activity', date: 'at', where: [{ field: 'kind', is: 'miss' }] },
  { better: 'lower' },
)
const file = () =>
  floorOf({
    roles: [
      { id: 'sdr', name: 'SDR' },
      { id: 'ae', name: 'Account executive' },
    ],
    teams: [team('east', { name: 'East Coast' }), team('west')],
    people: [
      person('zed', {
        name: 'Zed Young',
        team: 'east',
        role: [{ role: 'sdr' }, { role: 'ae', from: '2026-11-01' }],
      }),
      person('ana', { name: 'Ana Lopez', team: [{ team: 'west' }, { team: 'east', from: '2026-11-18' }] }),
      person('bo', { name: 'Bo Berg', team: 'west', startedOn: '2026-11-10' }),
      person('gone', { team: 'east', endedOn: '2026-11-18' }),
    ],
    goals: [
      { metric: 'calls', window: 'week', rep: 'ana', value: 5 },
      { metric: 'misses', window: 'day', rep: 'ana', value: 3 },
    ],
    metrics: [{ ...calls, window: 'week' }, revenue, misses],
  })

const boardOf = (more: object = {}) =>
  SpotlightBoard.parse({
    id: 's',
    title: 'In the spotlight',
    kind: 'spotlight',
    metrics: [{ metric: 'calls' }, { metric: 'revenue' }],
    ...more,
  })

const viewOf = (under: ReturnType<typeof createTestFloor>, more: object = {}): SpotlightView =>
  SpotlightView.parse(createSpotlightView(under.numbers, boardOf(more)).compute(Date.parse(now)))

const rowOf = (under: ReturnType<typeof createTestFloor>, id: string, more: object = {}): SpotlightRow => {
  const row = viewOf(under, more).rows[id]
  if (!row) throw new Error(`nobody called ${id} is in the spotlight`)
  return row
}

describe('the spotlight', () => {
  test('[B111] falls on all who are here today, in the order of names, with their role and team', () => {
    const under = createTestFloor(file())
    const { rows } = viewOf(under)
    const inOrder = Object.values(rows).sort((a, b) => a.place - b.place)
    expect(inOrder.map(({ name }) => name)).toEqual(['Ana Lopez', 'Bo Berg', 'Zed Young'])
    expect(rows['zed']).toMatchObject({ role: 'Account executive', team: 'East Coast' })
    expect(rows['bo']).toMatchObject({ role: null, team: 'west' })
    expect(Object.keys(viewOf(under, { scope: { team: 'east' } }).rows)).toEqual(['ana', 'zed'])
  })

  test('[B112] shows each goal through its own window: the board’s, the metric’s, else this quarter', () => {
    const under = createTestFloor(file())
    under.write(call('ana', '2026-11-16'), win('ana', '2026-10-02', 70))
    const metrics = [{ metric: 'calls' }, { metric: 'revenue' }, { metric: 'calls', window: 'day' }]
    const view = viewOf(under, { metrics, scope: { team: 'east' } })
    expect(view.metrics.map(({ window }) => window.label)).toEqual([
      'Week of Nov 16',
      'Q4 2026',
      'Thu, Nov 19',
    ])
    expect(view.rows['ana']?.goals).toMatchObject([
      { value: 1, goal: 5, state: 'well behind' },
      { value: 7000, goal: null, state: null },
      { value: 0, goal: null, state: null },
    ])
  })

  test('[B113] tells streaks of two days and more, each metric once, longest first, none of limits', () => {
    const under = createTestFloor(file())
    for (const day of ['17', '18', '19']) under.write(call('ana', `2026-11-${day}`))
    const metrics = [
      { metric: 'misses', window: 'day' },
      { metric: 'calls' },
      { metric: 'calls', window: 'day' },
    ]
    expect(rowOf(under, 'ana', { metrics }).streaks).toEqual([
      { metric: 1, days: 3, capped: false, today: 'reached' },
    ])
    expect(rowOf(under, 'zed', { metrics }).streaks).toEqual([])
  })

  test('[B114] tells the latest win of the last 30 days, of whoever closed it or helped', () => {
    const under = createTestFloor(file())
    const credits = [
      { rep: 'zed', share: 0.5 },
      { rep: 'ana', share: 0.5, role: 'assist' },
    ]
    under.write(
      win('ana', '2026-11-10', 90, { account: 'Old' }),
      win('zed', '2026-11-18T10:00:00Z', 40, { account: 'Brightwater', credits }),
      win('bo', '2026-10-18', 10),
      win('bo', '2026-11-20T10:00:00Z', 10),
    )
    const brightwater = { account: 'Brightwater', amount: 4000, wholeDay: false }
    expect(rowOf(under, 'zed').win).toMatchObject({ ...brightwater, helped: false })
    expect(rowOf(under, 'ana').win).toMatchObject({ ...brightwater, helped: true })
    expect(rowOf(under, 'bo').win).toBeNull()
    expect(createSpotlightView(under.numbers, boardOf()).bases).toEqual([0, 1, touchedWins])
  })

  test('[B115] tells what they improved on most this week, and who is new instead', () => {
    const under = createTestFloor(file())
    under.write(call('ana', '2026-11-11'), win('ana', '2026-11-11', 100))
    // Of 20 working days: a twentieth a day, four days gone.
    under.write(call('ana', '2026-11-17'), win('ana', '2026-11-17', 50))
    expect(rowOf(under, 'ana').gain).toMatchObject({ metric: 0, from: 0.2, to: 1, change: 4 })
    expect(rowOf(under, 'zed')).toMatchObject({ gain: null, newcomer: false })
    expect(rowOf(under, 'bo')).toMatchObject({ gain: null, newcomer: true })
  })
})

describe('the faults of a spotlight', () => {
  const faultsOf = (metrics: object[]) => spotlightFaults(boardOf({ metrics }), file(), ['boards', 0])

  test('are metrics that the floor does not have, and any that are there twice', () => {
    expect(faultsOf([{ metric: 'calls' }, { metric: 'calls', window: 'day' }])).toEqual([])
    expect(faultsOf([{ metric: 'dance' }])).toMatchObject([{ path: ['boards', 0, 'metrics', 0, 'metric'] }])
    expect(faultsOf([{ metric: 'calls' }, { metric: 'calls', window: 'week' }])).toMatchObject([
      { path: ['boards', 0, 'metrics', 1, 'metric'] },
    ])
  })
})
