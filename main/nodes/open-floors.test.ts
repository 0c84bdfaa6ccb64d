import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { createFeedMetrics } from '../feed/api/feed-metrics.ts'
import type { FloorLease, NodeFloor } from '../feed/store/postgres/database-node.ts'
import { createOpenFloors, type OpenFloor } from './open-floors.ts'

const floorOf = (floor: number): NodeFloor => ({
  floor,
  name: `floor-${floor}.example`,
  seq: 0,
  beside: 0,
  owner: null,
  closed: null,
  limits: { factsAMinute: null, tvs: null, bytes: null },
})

interface Told {
  readonly said: string[]
  lose(floor: number): void
}

const openAll = (
  owned: readonly number[],
  fault: (floor: number) => string | null = () => null,
  whileOpening: () => Promise<void> = () => Promise.resolve(),
) => {
  const said: string[] = []
  const losers = new Map<number, (why: string) => void>()
  /** Why they were lost. */
  const lost = new Map<number, string>()
  const free = new Set(owned)
  const open = createOpenFloors({
    claim: async (floor) => {
      said.push(`claim ${floor}`)
      if (!free.delete(floor)) return null
      lost.delete(floor)
      const lease: Pick<FloorLease, 'onLost' | 'close'> = {
        onLost: (listener) => {
          losers.set(floor, listener)
          const why = lost.get(floor)
          if (why !== undefined) listener(why)
        },
        close: async () => {
          said.push(`give up ${floor}`)
          free.add(floor)
        },
      }
      return lease as FloorLease
    },
    open: async (floor): Promise<OpenFloor> => {
      await whileOpening()
      const why = fault(floor.floor)
      if (why !== null) throw new Error(why)
      said.push(`open ${floor.floor}`)
      return {
        ...{
          floor,
          server: createServer(),
          feed: {
            metrics: createFeedMetrics('floor'),
            trouble: () => null,
            tvs: () => 0,
            factsLastMinute: () => 0,
          },
        },
        close: async () => {
          await Promise.resolve()
          said.push(`close ${floor.floor}`)
          free.add(floor.floor)
        },
      }
    },
    onLetGo: (floor, isLost) => said.push(`${isLost ? 'lost' : 'free'} ${floor}`),
    onError: (floor, what) => said.push(`${floor.floor}: ${what}`),
  })
  const lose = (floor: number): void => {
    lost.set(floor, 'it was taken over')
    losers.get(floor)?.('it was taken over')
  }
  const told: Told = { said, lose }
  return { open, ...told }
}

test('[Q102] several who ask for a floor at once open it once', async () => {
  const { open, said } = openAll([7])
  const [one, two] = await Promise.all([open.take(floorOf(7)), open.take(floorOf(7))])
  expect(one).toBe(two)
  expect(open.here('floor-7.example')).toBe(one)
  expect(said).toEqual(['claim 7', 'open 7'])
})

test('[Q102] a floor that lives elsewhere is not opened', async () => {
  const { open } = openAll([])
  expect(await open.take(floorOf(7))).toBeNull()
  expect(open.has(7)).toBe(false)
})

const lostAndTakenAgain = [
  'claim 7',
  'open 7',
  '7: it is lost: it was taken over',
  'close 7',
  'lost 7',
  'claim 7',
  'open 7',
]

test('[Q102] of one floor the next feed is opened once the last has closed', async () => {
  const { open, said, lose } = openAll([7])
  await open.take(floorOf(7))
  lose(7)
  expect(open.here('floor-7.example')).toBeNull()
  await open.take(floorOf(7))
  expect(said).toEqual(lostAndTakenAgain)
})

test('[Q31] a floor that is lost while it is opened is closed as soon as it is open, and taken again', async () => {
  let isFirst = true
  const { open, said, lose } = openAll([7], undefined, async () => {
    if (isFirst) lose(7)
    isFirst = false
  })
  const [one, two] = await Promise.all([open.take(floorOf(7)), open.take(floorOf(7))])
  expect(one).toBe(two)
  expect(open.here('floor-7.example')).toBe(one)
  expect(said).toEqual(lostAndTakenAgain)
})

test('[Q102] a floor that cannot be opened is given up, says why, and is not tried with each request', async () => {
  const { open, said } = openAll([7], () => 'its log is damaged')
  await expect(open.take(floorOf(7))).rejects.toThrow('its log is damaged')
  await expect(open.take(floorOf(7))).rejects.toThrow('its log is damaged')
  expect(said).toEqual(['claim 7', 'give up 7', '7: it cannot be opened'])
})

test('[Q103] a node that ends lets all floors go, and takes no more', async () => {
  const { open, said } = openAll([1, 2, 3])
  for (const floor of [1, 2, 3]) await open.take(floorOf(floor))
  await open.drain()
  expect(said.filter((each) => each.startsWith('free')).sort()).toEqual(['free 1', 'free 2', 'free 3'])
  expect(open.all()).toEqual([])
  expect(await open.take(floorOf(1))).toBeNull()
})
