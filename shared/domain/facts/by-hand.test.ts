import { describe, expect, test } from 'vitest'
import { ByHand, type HandChoice, type HandEntry } from '../../wire/by-hand.ts'
import { Fact } from '../../wire/fact.ts'
import { handEntryOf, handFactOf, handFaultOf } from './by-hand.ts'

const now = Date.parse('2026-11-20T15:00:00Z')
const id = '7f1f3a54-6a58-4a3e-9a39-1b7a2f0f8f01'
const entry: HandEntry = {
  person: 'ana',
  what: 'call',
  at: now,
  outcome: 'conversation',
  account: 'Northwind',
  amountMinor: null,
  helper: null,
  helperPercent: null,
  version: 3,
}
const deal: HandEntry = { ...entry, what: 'deal', outcome: null, amountMinor: 1_820_000 }
const calls = { outcomes: ['conversation'], mostMinor: null }
const deals = { outcomes: [], mostMinor: 2_000_000 }

describe('[F119] what is entered by hand', () => {
  test('is a fact that the feed takes, and reads back as it was entered', () => {
    for (const each of [entry, deal, { ...entry, outcome: null, account: null }]) {
      const fact = handFactOf(id, each, 'USD', true)
      expect(Fact.parse(fact)).toEqual(fact)
      expect(fact).toMatchObject({ source: 'by-hand', id, credits: [{ rep: 'ana' }], version: 3 })
      expect(handEntryOf(fact)).toEqual(each)
    }
    expect(handFactOf(id, deal, 'EUR', true)).toMatchObject({
      status: 'won',
      amount: { minor: 1_820_000, currency: 'EUR' },
      closedAt: '2026-11-20T15:00:00.000Z',
    })
  })

  test('[K36] a deal has who helped to win it, and what of it counts for them where the floor shares deals', () => {
    const helped = { ...deal, helper: 'bo', helperPercent: 30 }
    const fact = handFactOf(id, helped, 'USD', true)
    expect(Fact.parse(fact)).toEqual(fact)
    expect(fact.credits).toEqual([
      { rep: 'ana', role: 'owner', share: 0.7 },
      { rep: 'bo', role: 'assist', share: 0.3 },
    ])
    expect(handEntryOf(fact)).toEqual(helped)
    const whole = handFactOf(id, { ...helped, helperPercent: null }, 'USD', false)
    expect(whole.credits).toEqual([
      { rep: 'ana', role: 'owner' },
      { rep: 'bo', role: 'assist' },
    ])
    expect(handEntryOf(whole)).toEqual({ ...helped, helperPercent: null })
    for (const bad of [
      { ...helped, helper: 'ana' },
      { ...entry, helper: 'bo' },
    ])
      expect(handFaultOf(bad, deals, now)).toBe('not-a-helper')
  })

  test('a fact of the source that no phone sent is no entry', () => {
    const fact = handFactOf(id, entry, 'USD', true)
    for (const change of [
      { credits: [{ rep: 'ana' }, { rep: 'bo' }] },
      { version: undefined },
      { version: '2026-11-20' },
      { at: '2026-11-20' },
    ])
      expect(handEntryOf({ ...fact, ...change } as Fact)).toBeNull()
    expect(handEntryOf({ ...handFactOf(id, deal, 'USD', true), status: 'open' } as Fact)).toBeNull()
  })

  test('a deal has no outcomes, and only a deal a largest amount', () => {
    expect(ByHand.safeParse({ what: 'deal', outcomes: ['won'] }).success).toBe(false)
    expect(ByHand.safeParse({ what: 'call', most: 10 }).success).toBe(false)
    expect(ByHand.parse({ what: 'deal', most: 10 })).toEqual({ what: 'deal', most: 10, by: 'everybody' })
  })
})

test('[F121] nonsense is refused, each by its reason', () => {
  const day = 86_400_000
  const cases: readonly (readonly [
    HandEntry,
    Pick<HandChoice, 'outcomes' | 'mostMinor'> | null,
    ReturnType<typeof handFaultOf>,
  ])[] = [
    [entry, calls, null],
    [entry, null, 'not-offered'],
    [{ ...entry, at: now + 4 * 60_000 }, calls, null],
    [{ ...entry, at: now + 6 * 60_000 }, calls, 'future'],
    [{ ...entry, at: now - 7 * day + 1 }, calls, null],
    [{ ...entry, at: now - 7 * day }, calls, 'too-old'],
    [{ ...entry, outcome: 'won' }, calls, 'not-an-outcome'],
    [{ ...entry, outcome: null }, calls, null],
    [deal, deals, null],
    [{ ...deal, amountMinor: 2_000_000 }, deals, null],
    [{ ...deal, amountMinor: 2_000_001 }, deals, 'too-much'],
    [{ ...deal, amountMinor: 0 }, deals, 'no-amount'],
    [{ ...deal, amountMinor: -5 }, deals, 'no-amount'],
    [{ ...deal, amountMinor: null }, deals, 'no-amount'],
  ]
  for (const [each, choice, fault] of cases)
    expect([each, handFaultOf(each, choice, now)]).toEqual([each, fault])
})
