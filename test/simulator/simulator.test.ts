// A short slice of the simulator; `npm run prove -- --only simulator` goes on for millions of steps.
import { expect, test } from 'vitest'
import { createRandom } from '../../main/feed/demo/world/random.ts'
import { createFloorPool, createKnowingReader } from './floors.ts'
import { simulate, tellFailure } from './simulate.ts'

const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

test(`worlds from seed ${seed} on hold`, async () => {
  const { failure } = await simulate({ seed, steps: 10_000 })
  if (failure) expect.fail(tellFailure(failure))
})

test('a seed takes the same steps again', async () => {
  const first = await simulate({ seed: 7, steps: 1 })
  expect(await simulate({ seed: 7, steps: 1 })).toEqual(first)
})

test('every floor that managers write is one', () => {
  const [pool, read, random] = [createFloorPool(), createKnowingReader(), createRandom('floors')]
  for (let index = 0; index < 200; index += 1) {
    const text = pool.any(random)
    expect(read(text)).toMatchObject({ ok: true })
    expect(read(pool.retitled(text))).toMatchObject({ ok: true })
    expect(pool.retitled(pool.retitled(text))).toBe(text)
  }
})
