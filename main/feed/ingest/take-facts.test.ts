import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { call } from '../../../test/feed/start-test-feed.ts'
import type { FactWrite, WriteOutcome } from '../store/log.ts'
import { createTurns } from '../turns.ts'
import { createPace, type Pace } from './pace.ts'
import { readFacts } from './read-facts.ts'
import { startTally, takeFacts } from './take-facts.ts'

/** A floor that takes at the door whatever is a fact. */
const floorOf = (submit: (writes: readonly FactWrite[]) => readonly WriteOutcome[]) => ({
  refuse: () => null,
  submit: async (writes: readonly FactWrite[]) => ({ outcomes: submit(writes), faults: new Map() }),
  status: () => ({ seq: 7 }),
  faultWords: () => ({ what: '', todo: '' }),
})

const take = async (
  text: string,
  submit: (writes: readonly FactWrite[]) => readonly WriteOutcome[],
  turns = createTurns(),
  pace?: Pace,
) => {
  const tally = startTally()
  const body = await readFacts(Readable.from([Buffer.from(text)]), 'ndjson')
  const parts = { floor: floorOf(submit), clock: { now: () => 0 }, turns, by: 'test', ...(pace && { pace }) }
  await takeFacts(parts, body, tally)
  return tally
}

const lines = (facts: readonly unknown[]): string => facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')

test('[F40] what the floor refuses at its place is told in its order, among what was refused at the door', async () => {
  const refusing = (writes: readonly FactWrite[]): readonly WriteOutcome[] =>
    writes.map(({ id }, index) =>
      id === 'b' ? { changed: false, seq: 8, refused: 'no rate' } : { changed: true, seq: 8 + index },
    )
  const tally = await take(lines([call('a'), call('b'), {}, call('c')]), refusing)
  expect(tally).toMatchObject({ accepted: 2, unchanged: 0, seq: 10 })
  expect(tally.rejected).toMatchObject([
    { index: 1, id: 'b', error: 'no rate' },
    { index: 2, id: null },
  ])
})

test('[F42] facts give way by time, also where all of them are bad', async () => {
  let ms = 0
  let gaveWay = 0
  const turns = createTurns({
    // Each look at the clock is a millisecond of work.
    nowMs: () => {
      ms += 1
      return ms
    },
    later: (run) => void setImmediate(run),
  })
  const counted = {
    due: turns.due,
    next: () => {
      gaveWay += 1
      return turns.next()
    },
  }
  await take('{}\n'.repeat(5000), () => [], counted)
  expect(gaveWay).toBeGreaterThan(5000 / 6)
})

test('[F42] a batch of large facts is written before it is a gigabyte', async () => {
  const large = (id: string) =>
    call(id, {
      fields: Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`f${i}`, 'x'.repeat(1900)])),
    })
  const sizes: number[] = []
  const tally = await take(lines(Array.from({ length: 12 }, (_, i) => large(`l-${i}`))), (writes) => {
    sizes.push(writes.length)
    return writes.map(() => ({ changed: true, seq: 8 }))
  })
  expect([tally.accepted, Math.max(...sizes)]).toEqual([12, 3])
})

test('[H122] a past is written in pieces of fifty, and after each others have as long as it took, ten milliseconds at most', async () => {
  let ms = 0
  const rests: number[] = []
  const pace = createPace({
    nowMs: () => ms,
    wait: async (rest) => {
      rests.push(rest)
      ms += rest
    },
  })
  const sizes: number[] = []
  const past = Array.from({ length: 120 }, (_, n) => call(`p-${n}`))
  const write = (writes: readonly FactWrite[]): readonly WriteOutcome[] => {
    sizes.push(writes.length)
    // The second finds a busy machine.
    ms += sizes.length === 2 ? 70 : 3
    return writes.map(() => ({ changed: true, seq: 8 }))
  }
  const tally = await take(lines(past), write, createTurns(), pace)
  expect([tally.accepted, sizes, rests]).toEqual([120, [50, 50, 20], [3, 10]])
})
