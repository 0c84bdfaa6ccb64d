import { expect, test } from 'vitest'
import { atOnce, createTurns, inTurns } from './turns.ts'

/** A clock and an event loop that the test turns. */
const loop = () => {
  let ms = 0
  let queued: (() => void)[] = []
  return {
    work: (spent: number) => {
      ms += spent
    },
    parts: { nowMs: () => ms, later: (run: () => void) => void queued.push(run) },
    /** One turn, and what its promises do. */
    turn: async () => {
      const runs = queued
      queued = []
      for (const run of runs) run()
      for (let i = 0; i < 5; i++) await Promise.resolve()
    },
  }
}

test('[F42] work gives way once it has had its time, however much or little came of it', () => {
  const { work, parts } = loop()
  const turns = createTurns(parts)
  expect(turns.due()).toBe(false)
  work(4)
  expect(turns.due()).toBe(false)
  work(1)
  expect(turns.due()).toBe(true)
})

test('[F42] all requests share the time of a turn, and a new turn begins anew', async () => {
  const { work, parts, turn } = loop()
  const turns = createTurns(parts)
  turns.due()
  work(6)
  expect([turns.due(), turns.due()]).toEqual([true, true])
  await turn()
  expect(turns.due()).toBe(false)
})

test('[F42] of those who wait, one goes on in a turn, in their order', async () => {
  const { parts, turn } = loop()
  const turns = createTurns(parts)
  const went: string[] = []
  for (const name of ['first', 'second', 'third']) void turns.next().then(() => went.push(name))
  await turn()
  expect(went).toEqual(['first'])
  await turn()
  await turn()
  expect(went).toEqual(['first', 'second', 'third'])
})

test('work in steps comes to the same, at once and in turns', async () => {
  const sum = function* (): Generator<void, number> {
    let total = 0
    for (let i = 1; i <= 10; i++) {
      total += i
      yield
    }
    return total
  }
  expect(atOnce(sum())).toBe(55)
  const { work, parts, turn } = loop()
  const turns = createTurns(parts)
  const slow = function* (): Generator<void, number> {
    const inner = sum()
    for (;;) {
      const step = inner.next()
      if (step.done) return step.value
      work(5)
      yield
    }
  }
  let found: number | null = null
  void inTurns(slow(), turns).then((value) => {
    found = value
  })
  let count = 0
  for (; found === null && count < 100; count++) await turn()
  // The first turn begins with the first step, and so has room for a second.
  expect([found, count]).toEqual([55, 9])
})
