import { expect, test } from 'vitest'
import type { FactFault } from '../counting/faults/fact-fault.ts'
import type { StandingFault } from '../counting/faults/fault-book.ts'
import { keyOfLacking } from './item-keys.ts'
import { gatherLacking, isBehindLacking } from './lacking.ts'

const fault = (code: FactFault['code'], field: string, value: string, count: number): StandingFault => ({
  fault: { code, field, value },
  count,
  first: null,
  latest: null,
})
const faults = [
  fault('no-date', 'expectedCloseOn', 'open', 2000),
  fault('no-amount', 'amount', 'open', 2000),
  fault('no-date', 'createdAt', 'open', 500),
  fault('no-probability', 'stage', '', 20),
  fault('no-amount', 'amount', 'won', 3),
  fault('unknown-person', '', 'open', 2),
]

test('[H136] what open deals lack is one item, with the fault that can be mended in the lead', () => {
  const { lacking, others } = gatherLacking(faults, new Set())
  expect(lacking).toEqual([
    {
      key: keyOfLacking('open', ['createdAt', 'expectedCloseOn']),
      lead: faults[1],
      lacks: [
        { field: 'amount', facts: 2000 },
        { field: 'expectedCloseOn', facts: 2000 },
        { field: 'createdAt', facts: 500 },
        { field: 'stage', facts: 20 },
      ],
    },
  ])
  expect(others).toEqual([faults[4], faults[5]])
})

test('[H136] dates that deals rightly lack are told no more; one that comes to it is', () => {
  const right = new Set([keyOfLacking('open', ['expectedCloseOn'])])
  expect(gatherLacking(faults, right).lacking).toMatchObject([
    { key: keyOfLacking('open', ['createdAt']), lacks: [{ facts: 2000 }, { facts: 500 }, { facts: 20 }] },
  ])
  const both = new Set([keyOfLacking('open', ['createdAt', 'expectedCloseOn'])])
  // What is left has its own item and its own fix.
  expect(gatherLacking(faults, both)).toEqual({
    lacking: [],
    others: [faults[1], faults[3], faults[4], faults[5]],
  })
  expect(
    gatherLacking(faults, new Set([keyOfLacking('won', ['createdAt', 'expectedCloseOn'])])).lacking,
  ).toHaveLength(1)
})

test('[H136] the facts behind it are those that lack any of it', () => {
  const key = keyOfLacking('open', ['createdAt'])
  const isBehind = (each: StandingFault | undefined) => isBehindLacking(key, each ? [each.fault] : [])
  expect(faults.map(isBehind)).toEqual([false, true, true, true, false, false])
  expect([isBehindLacking('["lacking"]', []), isBehindLacking('no key', [])]).toEqual([false, false])
})
