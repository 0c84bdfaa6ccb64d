import { describe, expect, test } from 'vitest'
import { CelebrationRule } from '../../wire/celebrations/rule.ts'
import { floorOf } from '../test-support/test-floor.ts'
import type { CauseAbout } from './cause.ts'
import { nextUp, type QueueState, type Waiting } from './queue.ts'
import { createQuietHours } from './quiet-hours.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const minute = 60_000
const file = floorOf({
  floor: { celebrations: { perHour: 3, freshMinutes: 30 } },
  screens: [
    { id: 'wall', name: 'Wall', playlist: 'day' },
    { id: 'lobby', name: 'Lobby', playlist: 'day', group: 'public' },
  ],
})

const fact = (id: string): CauseAbout => ({
  kind: 'fact',
  source: 'crm',
  id,
  event: null,
  person: 'ann',
  atLeastMinor: null,
})
const day: CauseAbout = { kind: 'day', person: 'ann', on: '2026-11-20', years: null }
const waiting = (id: string, about: CauseAbout, rule: object = {}, ago = 0, isByHand = false): Waiting => ({
  cause: {
    id,
    rule: CelebrationRule.parse({ id: 'rule', name: 'Rule', on: { over: 1 }, ...rule }),
    about,
    at: now - ago,
    happenedAt: now - ago,
  },
  isByHand,
})
const next = (list: readonly Waiting[], more: Partial<QueueState> = {}) => {
  const { starts, late } = nextUp(
    {
      waiting: list,
      busy: new Map(),
      startedInHour: new Map(),
      hadCard: new Set(),
      isQuietOn: () => false,
      now,
      ...more,
    },
    file,
  )
  return {
    starts: starts.map(({ first, together }) => [first, ...together].map(({ cause }) => cause.id).join('+')),
    late: late.map(({ waiting: each, why }) => `${each.cause.id}: ${why}`),
  }
}

describe('the queue', () => {
  test('[C11] the most important comes first, then the oldest, one at a time on a screen', () => {
    const list = [
      waiting('new', fact('1'), { id: 'a' }, minute),
      waiting('old', fact('2'), { id: 'b' }, 2 * minute),
      waiting('big', fact('3'), { id: 'c', priority: 5 }),
    ]
    expect(next(list)).toEqual({ starts: ['big'], late: [] })
    expect(next(list.slice(0, 2))).toEqual({ starts: ['old'], late: [] })
    expect(next(list, { busy: new Map([['lobby', now + 1]]) }).starts).toEqual([])
    expect(next(list, { busy: new Map([['lobby', now]]) }).starts).toEqual(['big'])
  })

  test('[C11] two that play on different screens play together, and a screen is kept for what is more important', () => {
    const onWall = waiting('wall', fact('1'), { id: 'a', screens: ['wall'] })
    const onLobby = waiting('lobby', fact('2'), { id: 'b', groups: ['public'] }, minute)
    const everywhere = waiting('all', fact('3'), { id: 'c', priority: 5 })
    expect(next([onWall, onLobby]).starts).toEqual(['lobby', 'wall'])
    expect(next([onWall, onLobby, everywhere], { busy: new Map([['lobby', now + 1]]) }).starts).toEqual([])
  })

  test('[C12] the cap, the hours and freshness hold back what nobody began by hand', () => {
    const list = [waiting('one', fact('1'), { id: 'a' }), waiting('gong', fact('2'), { id: 'b' }, 0, true)]
    const full = new Map([
      ['wall', 3],
      ['lobby', 3],
    ])
    expect(next(list, { startedInHour: full }).starts).toEqual(['gong'])
    expect(next(list, { isQuietOn: () => true }).starts).toEqual(['gong'])
    const stale = [waiting('stale', fact('1'), {}, 31 * minute)]
    expect(next(stale)).toEqual({ starts: [], late: ['stale: too late'] })
    expect(next(stale, { startedInHour: full }).late).toEqual(['stale: too many'])
    expect(next(stale, { isQuietOn: () => true })).toEqual({ starts: [], late: [] })
    expect(next(stale, { hadCard: new Set(['lobby']) })).toEqual({ starts: [], late: [] })
    expect(next(stale, { isQuietOn: (_, ms) => ms < now }).late).toEqual(['stale: quiet hours'])
  })

  test('[C35] where one office is quiet, the others celebrate without it', () => {
    const isQuietOn = (screen: string): boolean => screen === 'lobby'
    const everywhere = waiting('all', fact('1'), { id: 'a' })
    const onLobby = waiting('lobby', fact('2'), { id: 'b', screens: ['lobby'] })
    const { starts } = nextUp(
      {
        waiting: [everywhere, onLobby],
        busy: new Map(),
        startedInHour: new Map(),
        hadCard: new Set(),
        isQuietOn,
        now,
      },
      file,
    )
    expect(starts.map(({ first, screens }) => [first.cause.id, screens])).toEqual([['all', ['wall']]])
    const gong = waiting('gong', fact('1'), { id: 'a' }, 0, true)
    expect(next([gong], { isQuietOn, busy: new Map([['lobby', now + 1]]) }).starts).toEqual([])
  })

  test('[C36] the cap is one of each screen, and what waits for one screen waits for all of its own', () => {
    const startedInHour = new Map([['lobby', 3]])
    const list = [
      waiting('all', fact('1'), { id: 'a' }, minute),
      waiting('wall', fact('2'), { id: 'b', screens: ['wall'] }),
    ]
    expect(next(list, { startedInHour }).starts).toEqual(['wall'])
  })

  test('[C26] several of one rule that wait are shown together: of people all, of deals three and more', () => {
    const deals = ['1', '2', '3'].map((id) => waiting(id, fact(id)))
    expect(next(deals).starts).toEqual(['1+2+3'])
    expect(next(deals.slice(0, 2)).starts).toEqual(['1'])
    expect(next([waiting('x', day), waiting('y', day)]).starts).toEqual(['x+y'])
  })

  test('[C32] several rules that one deal sets off are one celebration', () => {
    const big = waiting('big', fact('1'), { id: 'a', priority: 5 })
    expect(next([waiting('own', fact('1'), { id: 'b' }), big]).starts).toEqual(['big+own'])
    const onWall = waiting('big', fact('1'), { id: 'a', priority: 5, screens: ['wall'] })
    expect(next([waiting('own', fact('1'), { id: 'b', screens: ['lobby'] }), onWall]).starts).toEqual([
      'big',
      'own',
    ])
  })

  test('[C32] a rule whose screens all sleep is not shown beside another, but told of when they wake', () => {
    const onWall = waiting('big', fact('1'), { id: 'a', priority: 5, screens: ['wall'] })
    const onLobby = waiting('own', fact('1'), { id: 'b', screens: ['lobby'] })
    const isQuietOn = (screen: string) => screen === 'lobby'
    expect(next([onWall, onLobby], { isQuietOn }).starts).toEqual(['big'])
  })

  test('[C35] quiet hours may run past midnight, on the clock of the screen’s office', () => {
    const quiet = createQuietHours(
      floorOf({
        floor: { celebrations: { quietHours: { from: '20:00', to: '07:30' } }, timeZone: 'Europe/London' },
        screens: [
          { id: 'wall', name: 'Wall', playlist: 'day', timeZone: 'America/New_York' },
          { id: 'lobby', name: 'Lobby', playlist: 'day' },
        ],
      }),
    )
    const at = (time: string) => quiet.isQuietOn('wall', Date.parse(`2026-11-20T${time}:00-05:00`))
    const times = ['19:59', '20:00', '03:00', '07:29', '07:30']
    expect(times.map(at)).toEqual([false, true, true, true, false])
    expect(quiet.isQuietOn('lobby', Date.parse('2026-11-20T19:59:00-05:00'))).toBe(true)
    expect(quiet.offices).toEqual([
      { zone: 'America/New_York', screens: ['wall'] },
      { zone: 'Europe/London', screens: ['lobby'] },
    ])
    const stretch = (iso: string) => {
      const last = quiet.lastStretch('America/New_York', Date.parse(iso))
      return [last?.from, last?.to].map((ms) => new Date(ms ?? 0).toISOString())
    }
    expect(stretch('2026-11-20T12:30:00Z')).toEqual(['2026-11-20T01:00:00.000Z', '2026-11-20T12:30:00.000Z'])
    expect(stretch('2026-11-20T12:29:00Z')).toEqual(['2026-11-19T01:00:00.000Z', '2026-11-19T12:30:00.000Z'])
  })

  test('[C35] quiet hours to the end of the day end at midnight', () => {
    const quiet = createQuietHours(
      floorOf({ floor: { celebrations: { quietHours: { from: '18:00', to: '24:00' } } } }),
    )
    expect(quiet.isQuietOn('wall', Date.parse('2026-11-20T23:59:00Z'))).toBe(true)
    expect(quiet.lastStretch('UTC', Date.parse('2026-11-21T00:00:00Z'))).toEqual({
      from: Date.parse('2026-11-20T18:00:00Z'),
      to: Date.parse('2026-11-21T00:00:00Z'),
    })
  })
})
