import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestFloor, type TestFloor, testClock, wonDeal } from '../../../test/floors/open-test-floor.ts'
import type { LogEntry } from '../store/log.ts'
import { LogUnavailable } from '../store/log.ts'
import { createTurns } from '../turns.ts'
import type { VendorFact } from './connector.ts'
import { type ChangeTaker, createChangeTaker } from './take-changes.ts'

const clock = testClock('2026-11-20T15:00:00Z')
const by = 'past:crm'
const many = 500

let floor: TestFloor
/** Pieces that the log takes from now on before it refuses. */
let piecesLeft: number
let written: LogEntry[]
let taker: ChangeTaker

beforeEach(async () => {
  floor = await openTestFloor(clock)
  piecesLeft = Number.POSITIVE_INFINITY
  written = []
  floor.log.onCommit((entries) => void written.push(...entries))
  taker = createChangeTaker({
    floor: {
      refuse: floor.floor.refuse,
      numbers: floor.floor.numbers,
      submit: (writes) => {
        piecesLeft -= 1
        if (piecesLeft < 0) return Promise.reject(new LogUnavailable('the disk is full'))
        return floor.floor.submit(writes)
      },
    },
    log: floor.log,
    turns: createTurns(),
    source: 'crm',
    zone: floor.floor.numbers().model.roster.floorZone,
    now: clock.now,
  })
})
afterEach(() => floor.close())

const page = new Map<string, VendorFact>(
  Array.from({ length: many }, (_, nth) => [
    `deal:${nth}`,
    {
      id: `deal:${nth}`,
      version: '2026-11-20T14:00:00.000Z',
      type: 'deal',
      name: `Deal ${nth}`,
      status: 'won',
      amount: { minor: 100, currency: 'USD' },
      closedAt: '2026-11-20',
      credits: [{ rep: 'priya' }],
    },
  ]),
)
const ofSource = async (): Promise<number> => {
  let count = 0
  for await (const facts of floor.log.factsOf('crm')) count += facts.length
  return count
}

test('[N37] what somebody else sends while a page is written comes in before the rest of the page', async () => {
  const taken = taker.take(page, by, null)
  while ((await ofSource()) === 0) await nextTurn()
  await floor.put({ ...wonDeal('priya', 900, '2026-11-20T14:00:00Z', 'live'), source: 'hand' })
  const place = written.findIndex((entry) => entry.kind === 'fact' && entry.after?.fact.id === 'live')
  expect(place).toBeGreaterThan(0)
  // It waits for what is on its way, and for no more.
  expect(place).toBeLessThan(many / 2)
  expect(await taken).toMatchObject({ added: many, refused: [] })
  expect(await ofSource()).toBe(many)
})

test('[N37] a page that is cut off between two pieces was not taken, and taken again nothing of it comes twice', async () => {
  piecesLeft = 3
  await expect(taker.take(page, by, null)).rejects.toThrow(LogUnavailable)
  const before = await ofSource()
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(many)
  piecesLeft = Number.POSITIVE_INFINITY
  expect(await taker.take(page, by, null)).toMatchObject({ added: many - before, refused: [] })
  expect(await ofSource()).toBe(many)
  expect(written).toHaveLength(many)
})
