import { describe, expect, test } from 'vitest'
import { CelebrationRule } from '../../wire/celebrations/rule.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { createZone } from '../time/zone.ts'
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
    { waiting: list, busy: new Map(), startedInHour: 0, isQuietAt: () => false, now, ...more },
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
    expect(next(list, { startedInHour: 3 }).starts).toEqual(['gong'])
    expect(next(list, { isQuietAt: () => true }).starts).toEqual(['gong'])
    const stale = [waiting('stale', fact('1'), {}, 31 * minute)]
    expect(next(stale)).toEqual({ starts: [], late: ['stale: too late'] })
    expect(next(stale, { startedInHour: 3 }).late).toEqual(['stale: too many'])
    expect(next(stale, { isQuietAt: () => true })).toEqual({ starts: [], late: [] })
    expect(next(stale, { isQuietAt: (ms) => ms < now }).late).toEqual(['stale: quiet hours'])
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

  test('[C12] quiet hours may run past midnight, on the floor’s clock', () => {
    const quiet = createQuietHours(
      floorOf({ floor: { celebrations: { quietHours: { from: '20:00', to: '07:30' } } } }),
      createZone('America/New_York'),
    )
    const at = (time: string) => quiet(Date.parse(`2026-11-20T${time}:00-05:00`))
    expect([at('19:59'), at('20:00'), at('03:00'), at('07:29'), at('07:30')]).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })
})
