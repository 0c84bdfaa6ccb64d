import { describe, expect, test } from 'vitest'
import { Condition } from '../../wire/condition.ts'
import { Fact } from '../../wire/fact.ts'
import type { HistoryEvent } from '../facts/stored-fact.ts'
import { compileCondition, createReader } from './condition.ts'

const deal = Fact.parse({
  source: 'crm',
  id: '42',
  type: 'deal',
  status: 'open',
  stage: 'demo',
  account: 'Acme',
  product: null,
  fields: JSON.parse('{"seats": 5, "vip": true, "__proto__": "own"}'),
  credits: [{ rep: 'ana' }],
})
const call = Fact.parse({
  source: 'dialer',
  id: '7',
  type: 'activity',
  kind: 'call',
  at: '2026-11-20',
  durationSeconds: 90,
  deal: '42',
  credits: [{ rep: 'ana' }],
})
const slipped: HistoryEvent = { kind: 'deal.slipped', at: '2026-11-21' }

const passes = (fact: Fact, condition: object, event: HistoryEvent | null = null): boolean => {
  const parsed = Condition.parse(condition)
  const read = createReader(parsed.field, 100)
  if (!read) throw new Error(`nobody knows ${parsed.field}`)
  return compileCondition(parsed, read)({ fact, event, amountMinor: 123_450 })
}

describe('a condition', () => {
  test.each([
    [{ field: 'stage', is: 'demo' }, true],
    [{ field: 'stage', is: 'Demo' }, false],
    [{ field: 'stage', isNot: 'lead' }, true],
    [{ field: 'stage', in: ['lead', 'demo'] }, true],
    [{ field: 'stage', notIn: ['lead', 'demo'] }, false],
    [{ field: 'stage', exists: true }, true],
    [{ field: 'id', is: '42' }, true],
    [{ field: 'source', is: 'crm' }, true],
    [{ field: 'deal', is: '42' }, true],
    [{ field: 'fields.seats', atLeast: 5 }, true],
    [{ field: 'fields.seats', atMost: 4.9 }, false],
    [{ field: 'fields.seats', is: '5' }, false],
    [{ field: 'fields.vip', is: true }, true],
  ])('%j on a deal is %s', (condition, result) => {
    expect(passes(deal, condition)).toBe(result)
  })

  test.each([
    [{ field: 'stage', is: 'demo' }, true],
    [{ field: 'stage', isNot: 'demo' }, false],
    [{ field: 'stage', in: ['demo\u200b'] }, true],
    [{ field: 'stage', notIn: [' demo'] }, false],
    [{ field: 'stage', is: 'Demo' }, false],
    [{ field: 'account', is: 'Acme  Ltd.' }, true],
  ])('[F28] %j does not mind what nobody can see', (condition, result) => {
    const written = Fact.parse({ ...deal, stage: 'demo\u00a0', account: 'Acme Ltd.' })
    expect(passes(written, condition)).toBe(result)
  })

  test.each([
    [{ field: 'amount', atLeast: 1234.5 }, true],
    [{ field: 'amount', atLeast: 1234.51 }, false],
    [{ field: 'amount', atMost: 1234.5 }, true],
  ])('[M6] %j counts in whole units: %s', (condition, result) => {
    expect(passes(deal, condition)).toBe(result)
  })

  test.each(['product', 'fields.none', 'fields.constructor', 'kind', 'durationSeconds'])(
    '[F18] a deal without %s passes only isNot, notIn and exists: false',
    (field) => {
      expect(passes(deal, { field, isNot: 'x' })).toBe(true)
      expect(passes(deal, { field, notIn: ['x'] })).toBe(true)
      expect(passes(deal, { field, exists: false })).toBe(true)
      expect(passes(deal, { field, exists: true })).toBe(false)
      expect(passes(deal, { field, is: 'x' })).toBe(false)
      expect(passes(deal, { field, in: ['x'] })).toBe(false)
      expect(passes(deal, { field, atLeast: -1e9 })).toBe(false)
      expect(passes(deal, { field, atMost: 1e9 })).toBe(false)
    },
  )

  test('[F18] a field that came through a log with an ordinary prototype has no others', () => {
    const restored: Fact = { ...deal, fields: { seats: 5 } }
    expect(passes(restored, { field: 'fields.toString', exists: true })).toBe(false)
    expect(passes(restored, { field: 'fields.seats', exists: true })).toBe(true)
  })

  test('a field called __proto__ is a field', () => {
    expect(passes(deal, { field: 'fields.__proto__', is: 'own' })).toBe(true)
  })

  test('[F19] an event of history is seen with its own kind and date, and its deal’s fields', () => {
    expect(passes(deal, { field: 'kind', is: 'deal.slipped' }, slipped)).toBe(true)
    expect(passes(deal, { field: 'at', is: '2026-11-21' }, slipped)).toBe(true)
    expect(passes(deal, { field: 'stage', is: 'demo' }, slipped)).toBe(true)
  })

  test('an activity has its own fields and none of a deal', () => {
    expect(passes(call, { field: 'durationSeconds', atLeast: 90 })).toBe(true)
    expect(passes(call, { field: 'deal', is: '42' })).toBe(true)
    expect(passes(call, { field: 'status', exists: true })).toBe(false)
    expect(createReader('nonsense', 100)).toBeNull()
  })
})
