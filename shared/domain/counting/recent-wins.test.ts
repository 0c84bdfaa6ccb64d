import { describe, expect, test } from 'vitest'
import { dayMs } from '../time/calendar-date.ts'
import { createRecentWins, type RecentWin } from './recent-wins.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const win = (id: string, at: number, subject = 5): RecentWin => ({
  source: 'crm',
  id,
  subject,
  others: [],
  account: null,
  amountMinor: 1,
  at,
  closedOn: Math.floor(at / dayMs),
  wholeDay: false,
  values: [],
})
const anybody = () => true

describe('the latest deal', () => {
  test('[B10] is the last one not later than now, whatever order they came in', () => {
    const wins = createRecentWins([])
    for (const [id, at] of [
      ['b', 2],
      ['d', 400],
      ['a', 1],
      ['c', 3],
    ] as const)
      wins.add(win(id, now - 10 + at), now)
    expect(wins.latest(now, anybody)?.id).toBe('c')
    expect(wins.all().map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a'])
  })

  test('[B10] goes when its deal does, and the one before it is news again', () => {
    const wins = createRecentWins([])
    for (let index = 0; index < 600; index++) wins.add(win(`w${index}`, now - index * 1000), now)
    for (let index = 0; index < 599; index++) wins.remove('crm', `w${index}`)
    expect(wins.latest(now, anybody)?.id).toBe('w599')
    wins.remove('other', 'w599')
    expect(wins.all()).toHaveLength(1)
  })

  test('[B10] is one of the asked people', () => {
    const wins = createRecentWins([win('theirs', now - 1, 6), win('ours', now - 2, 7)])
    expect(wins.latest(now, (subject) => subject === 7)?.id).toBe('ours')
  })

  test('[B10] what was old when it came takes no room, nor what has grown old since', () => {
    const wins = createRecentWins([])
    wins.add(win('old', now - 93 * dayMs), now)
    wins.add(win('new', now - 91 * dayMs), now)
    expect(wins.all().map(({ id }) => id)).toEqual(['new'])
    wins.add(win('newer', now), now + 2 * dayMs)
    expect(wins.all().map(({ id }) => id)).toEqual(['newer'])
  })

  test('[B10] two at one instant stand in one order', () => {
    const [a, b] = [win('a', now), win('b', now)]
    const [first, second] = [createRecentWins([]), createRecentWins([])]
    for (const each of [a, b]) first.add(each, now)
    for (const each of [b, a]) second.add(each, now)
    expect(first.all()).toEqual(second.all())
  })
})
