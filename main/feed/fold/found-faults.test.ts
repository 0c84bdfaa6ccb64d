import { expect, test } from 'vitest'
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import { call } from '../../../test/feed/start-test-feed.ts'
import type { FactWrite, WriteOutcome } from '../store/log.ts'
import { createFoundFaults } from './found-faults.ts'

const faultOf = (value: string): FactFault => ({ code: 'unused-kind', field: '', value })
const write = (id: string): FactWrite => {
  const fact = Fact.parse(call(id))
  return { source: fact.source, id, fact, receivedAt: 0, by: 'test' }
}

/** A log that ends with these outcomes once its entries up to `folded` are counted, each with a fault. */
const submit = async (outcomes: readonly WriteOutcome[], folded: number) => {
  const judged: string[] = []
  const found = createFoundFaults({
    append: async () => {
      for (let seq = 1; seq <= folded; seq += 1) found.note(seq, [faultOf(`entry ${seq}`)])
      return outcomes
    },
    seq: () => folded,
    judge: ({ id }) => {
      judged.push(id)
      return [faultOf(`judged ${id}`)]
    },
  })
  const { faults } = await found.submit(outcomes.map((_, index) => write(`f${index}`)))
  return { judged, faults: [...faults].map(([index, [fault]]) => [index, fault?.value]) }
}

test('[F30] what the fold found wrong with a fact is told, and the fact not judged again', async () => {
  const outcomes = [
    { changed: true, seq: 2 },
    { changed: true, seq: 1 },
  ]
  expect(await submit(outcomes, 2)).toEqual({
    judged: [],
    faults: [
      [0, 'entry 2'],
      [1, 'entry 1'],
    ],
  })
})

test('[F30] a fact that stood already, or that is not counted yet, is judged', async () => {
  const outcomes = [
    { changed: false, seq: 1 },
    { changed: true, seq: 1 },
    { changed: true, seq: 2 },
  ]
  expect(await submit(outcomes, 1)).toEqual({
    judged: ['f0', 'f2'],
    faults: [
      [0, 'judged f0'],
      [1, 'entry 1'],
      [2, 'judged f2'],
    ],
  })
})

test('[F30] nothing is told of a fact that is refused or late', async () => {
  const outcomes: readonly WriteOutcome[] = [
    { changed: false, seq: 1, refused: 'no rate' },
    { changed: false, seq: 1, late: true },
  ]
  expect(await submit(outcomes, 1)).toEqual({ judged: [], faults: [] })
})
