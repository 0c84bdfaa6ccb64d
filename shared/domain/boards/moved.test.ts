import { describe, expect, test } from 'vitest'
import { createTestFloor, floorOf, person, revenue, team, win } from '../test-support/test-floor.ts'
import { answerMoved } from './moved.ts'

const at = Date.parse('2026-11-20T15:00:00Z')
const earlier = '2026-11-18T10:00:00Z'
const morning = '2026-11-20T09:00:00Z'

const board = (id: string, more: object = {}): object => ({
  id,
  kind: 'leaderboard',
  title: id,
  metric: 'revenue',
  window: 'quarter',
  ...more,
})

const floor = (boards: readonly object[] = [board('all')]) =>
  createTestFloor(
    floorOf({
      teams: [team('east')],
      people: [person('zoe', { team: 'east' }), person('ana', { team: 'east' }), person('bo')],
      metrics: [revenue],
      goals: [
        { metric: 'revenue', window: 'quarter', rep: 'zoe', value: 1000 },
        { metric: 'revenue', window: 'quarter', team: 'east', value: 10_000 },
      ],
      boards,
    }),
  )

const moved = (under: ReturnType<typeof floor>) => answerMoved(under.numbers, at)
const whats = (under: ReturnType<typeof floor>) => moved(under).moves.map(({ what }) => what)

describe('[S122] what has moved since the floor’s day began', () => {
  test('is nothing before the first fact, and says so', () => {
    expect(moved(floor())).toEqual({
      awaits: 'first fact',
      since: Date.parse('2026-11-20T00:00:00Z'),
      moves: [],
    })
  })

  test('is nothing where all that counts is of the days before', () => {
    const under = floor()
    under.write(win('zoe', earlier, 5000))
    expect(moved(under)).toMatchObject({ awaits: null, moves: [] })
  })

  test('is who passed a goal, who leads now, the biggest deal and how far a team got', () => {
    const under = floor()
    under.write(win('zoe', earlier, 600), win('ana', earlier, 700))
    under.write(win('zoe', morning, 500, { account: 'Northwind' }), win('ana', morning, 100))
    expect(moved(under).moves).toEqual([
      { what: 'goal', who: 'zoe', isTeam: false, goalWords: '$1.0K', metric: 'revenue', window: 'Q4 2026' },
      {
        what: 'first',
        who: 'zoe',
        before: 'ana',
        valueWords: '$1.1K',
        metric: 'revenue',
        window: 'Q4 2026',
      },
      { what: 'win', who: 'zoe', account: 'Northwind', amountWords: '$500', at: Date.parse(morning) },
      { what: 'team', who: 'east', fromWords: '13%', toWords: '19%', metric: 'revenue', window: 'Q4 2026' },
    ])
  })

  test('does not claim a lead that nobody had before, or that two share', () => {
    const first = floor()
    first.write(win('bo', morning, 50))
    expect(whats(first)).toEqual(['win'])
    const level = floor()
    level.write(win('bo', earlier, 50), win('ana', morning, 50))
    expect(whats(level)).not.toContain('first')
  })

  test('forgets what is taken back', () => {
    const under = floor()
    under.write(win('zoe', earlier, 600))
    under.write(win('zoe', morning, 500, { id: 'mistake' }))
    expect(whats(under)).toContain('goal')
    under.withdraw('mistake')
    expect(moved(under).moves).toEqual([])
  })

  test('is of what hangs on the walls alone', () => {
    const under = floor([board('private', { audience: 'managers' })])
    under.write(win('zoe', earlier, 600), win('zoe', morning, 500))
    expect(whats(under)).not.toContain('goal')
  })
})
