import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { Contest } from '../../../wire/contests/contest.ts'
import { calls, floorOf, person, revenue, team } from '../../test-support/test-floor.ts'
import { parseDay } from '../../time/calendar-date.ts'
import { createZone } from '../../time/zone.ts'
import { contestFormOf, contestOf, newContestForm } from './contest-form.ts'
import { canHaveWalls, playlistsOfAlone, wallEdits } from './contest-walls.ts'
import { drawSides } from './draw-sides.ts'
import { type ContestShapeId, contestShapes, isContestShape } from './shapes.ts'

const file = floorOf({
  teams: [team('east'), team('west')],
  people: [person('ana', { team: 'east' }), person('bo', { team: 'west' })],
  metrics: [calls, revenue],
})
const shapes = Object.keys(contestShapes).filter(isContestShape)
/** A Monday at 15:04. */
const now = { day: parseDay('2026-11-30'), minutes: 15 * 60 + 4 }
const words = { name: 'Power hour', prize: 'Lunch' }
const begun = (shape: ContestShapeId) => newContestForm(shape, file, now, words, '')
const sides = [
  { id: 'side-1', name: 'One', people: ['ana'] },
  { id: 'side-2', name: 'Two', people: ['bo'] },
]
/** What a shape cannot know: who is on a side, and what is collected on a floor of one input. */
const whole = (shape: ContestShapeId) => ({
  ...begun(shape),
  sides: shape === 'relay' ? sides : [],
  collects: shape === 'collect' ? ['calls', 'revenue'] : [],
})

describe('a contest in its form', () => {
  test.each(shapes)('[K70] a new one of the shape %s is whole with what it begins with', (shape) => {
    const made = contestOf(whole(shape), 'contest', now, null)
    expect(made.error?.issues ?? []).toEqual([])
    expect(made.data).toMatchObject({ state: 'draft', win: { by: contestShapes[shape].by } })
  })

  test('[K70] a power hour starts with the next minute and ends an hour later, past midnight too', () => {
    expect(contestOf(begun('power-hour'), 'p', now, null).data).toMatchObject({
      from: '2026-11-30T15:05',
      until: '2026-11-30T16:05',
      counts: 'calls',
      prizes: [{ what: 'Lunch' }],
      settleHours: 0,
    })
    const late = { ...now, minutes: 23 * 60 + 30 }
    expect(contestOf(begun('power-hour'), 'p', late, null).data).toMatchObject({
      from: '2026-11-30T23:31',
      until: '2026-12-01T00:31',
    })
  })

  test('[K70] one of a week ends with the floor’s week, one of a month with the month', () => {
    expect([begun('most').day, begun('most').until]).toEqual(['2026-11-30', '2026-12-06'])
    expect(begun('everyone-over').until).toBe('2026-11-30')
    const sunday = floorOf({ floor: { weekStartsOn: 'sunday' }, metrics: [calls] })
    expect(newContestForm('most', sunday, now, words, '').until).toBe('2026-12-05')
  })

  test('[K71] what is changed in the form is changed, and what it cannot show stays', () => {
    const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
    const contest = fc
      .record({
        shape: fc.constantFrom(...shapes),
        by: fc.constantFrom('counted', 'points'),
        repeats: fc.constantFrom('never' as const, 'day' as const, 'week' as const, 'month' as const),
        minutes: fc.integer({ min: 1, max: 3000 }),
        roles: fc.boolean(),
      })
      .map(({ shape, by, repeats, minutes, roles }) => {
        const points = ['calls', 'revenue'].map((metric, at) => ({ metric, each: at + 1 }))
        const form = { ...whole(shape), repeats, minutes, ...(by === 'points' && { counts: points }) }
        const made = Contest.parse(contestOf(form, 'contest', now, null).data)
        return { ...made, people: ['ana'], ...(roles && { handicap: { ae: 1.5 } }) }
      })
    fc.assert(
      fc.property(contest, (before) => {
        const again = contestOf(contestFormOf(before), before.id, now, before)
        expect(again.error?.issues ?? [], `FLOORBOARD_SEED=${seed}`).toEqual([])
        expect(again.data, `FLOORBOARD_SEED=${seed}`).toEqual(before)
      }),
      { seed, numRuns: propertyRuns(60) },
    )
  })
})

test('[K72] drawn teams: everybody is on one, and none is larger than another by more than one', () => {
  const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 20 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      (people, count, stream) => {
        const ids = Array.from({ length: people }, (_, nth) => `p${nth}`)
        const drawn = drawSides(ids, count, () => stream.next().value, String)
        expect(drawn.flatMap((side) => side.people).sort(), `FLOORBOARD_SEED=${seed}`).toEqual(ids.sort())
        const sizes = drawn.map((side) => side.people.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(drawn).toHaveLength(Math.min(people, count))
      },
    ),
    { seed, numRuns: propertyRuns(60) },
  )
})

describe('[K73] the walls of a contest by the clock', () => {
  const screen = (id: string, more: object = {}): object => ({ id, name: id, playlist: 'floor', ...more })
  const walls = floorOf({
    floor: { timeZone: 'America/New_York' },
    boards: [{ id: 'top', kind: 'leaderboard', title: 'Top', metric: 'calls', window: 'week' }],
    metrics: [calls],
    playlists: [{ id: 'floor', name: 'Floor', items: [{ board: 'top', seconds: 20 }] }],
    screens: [
      screen('bay', { schedule: [{ playlist: 'floor', hours: { from: '08:00', to: '17:00' } }] }),
      screen('london', { timeZone: 'Europe/London' }),
      screen('hall'),
    ],
  })
  const hour = (more: object = {}) =>
    Contest.parse({
      id: 'hour',
      name: 'Power hour',
      counts: 'calls',
      from: '2026-11-30T19:00',
      until: '2026-11-30T20:00',
      win: { by: 'over', value: 20 },
      ...more,
    })
  const slots = (contest: Contest) =>
    wallEdits(walls, contest, { screens: ['bay', 'london'], board: 'b', playlist: 'p' }, createZone)
      .slice(1)
      .map((edit) => ('fields' in edit ? edit.fields['schedule'] : null))

  test('show nothing else from the countdown until its winners were seen, each by its own clock', () => {
    expect(slots(hour())).toEqual([
      [
        { playlist: 'p', dates: ['2026-11-30'], hours: { from: '18:55', to: '20:10' } },
        { playlist: 'floor', hours: { from: '08:00', to: '17:00' } },
      ],
      // Past midnight, as part of the day on which it begins.
      [{ playlist: 'p', dates: ['2026-11-30'], hours: { from: '23:55', to: '01:10' } }],
    ])
  })

  test('come again with a contest that comes again, on the screen’s own weekday', () => {
    const [, london] = slots(
      hour({ from: '2026-11-30T20:00', until: '2026-11-30T21:00', repeats: { every: 'week' } }),
    )
    expect(london).toEqual([
      { playlist: 'p', days: ['tuesday'], hours: { from: '00:55', to: '02:10' }, from: '2026-12-01' },
    ])
    const [bay] = slots(hour({ repeats: { every: 'day', until: '2026-12-04' } }))
    expect(bay).toContainEqual({
      playlist: 'p',
      hours: { from: '18:55', to: '20:10' },
      from: '2026-11-30',
      until: '2026-12-04',
    })
  })

  test('are of those that a day has room for, and that a rule can say', () => {
    expect(canHaveWalls(hour())).toBe(true)
    expect(canHaveWalls(hour({ until: '2026-12-02T20:00' }))).toBe(false)
    expect(canHaveWalls(hour({ repeats: { every: 'month' } }))).toBe(false)
    expect(canHaveWalls(hour({ from: '2026-11-30', until: '2026-12-04' }))).toBe(false)
  })

  test('go with it: playlists that show nothing but its boards', () => {
    expect(playlistsOfAlone(walls, ['top']).map(({ id }) => id)).toEqual(['floor'])
    expect(playlistsOfAlone(walls, ['other'])).toEqual([])
  })
})
