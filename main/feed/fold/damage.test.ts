// Figures over a log of which something is damaged: they have a gap, and it is said.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  call,
  openTestFloor,
  type TestFloor,
  testClock,
  wonDeal,
} from '../../../test/floors/open-test-floor.ts'

const clock = testClock('2026-11-20T20:00:00Z')
let test: TestFloor
beforeEach(async () => {
  test = await openTestFloor(clock)
  await test.put(
    wonDeal('priya', 500, '2026-11-20T19:00:00Z', 'a'),
    wonDeal('marcus', 300, '2026-11-20T19:00:00Z', 'b'),
  )
})
afterEach(() => test.close())

const revenueByRep = () => {
  const query = { metric: 'revenue', window: null, at: clock.now(), team: null, role: null }
  const answer = test.floor.queryMetric({ ...query, by: 'rep' })
  return 'rows' in answer ? Object.fromEntries(answer.rows.map(({ subject, value }) => [subject, value])) : {}
}

/** Turns the first digit of an amount in the database into another, as a disk may. */
const turnDigit = (minor: number, to: string): void => {
  const file = join(test.folder, 'floor.db')
  const bytes = readFileSync(file)
  const at = bytes.indexOf(`"minor":${minor}`)
  bytes.write(to, at + '"minor":'.length, 'latin1')
  writeFileSync(file, bytes)
}

it('a digit that turned is not counted but told, and counts again once it is sent again', async () => {
  await test.log.close()
  turnDigit(50_000, '9')
  await test.reopen()
  expect(revenueByRep()).toMatchObject({ priya: 0, marcus: 30_000 })
  expect(test.floor.status()).toMatchObject({ facts: 1, damaged: [{ key: '["crm","a"]', sentAgain: false }] })
  expect(test.errors).toEqual([
    expect.stringMatching(/^entry \d+, \["crm","a"\], of the log is damaged: it counts nowhere/),
  ])
  await test.put(wonDeal('priya', 600, '2026-11-20T19:00:00Z', 'a'))
  expect(revenueByRep()).toMatchObject({ priya: 60_000, marcus: 30_000 })
  expect(test.floor.status().damaged).toMatchObject([{ sentAgain: true }])
  await test.reopen()
  expect(revenueByRep()).toMatchObject({ priya: 60_000, marcus: 30_000 })
  expect(test.floor.status().damaged).toMatchObject([{ sentAgain: true }])
})

it('what a snapshot still holds of it is counted anew once the log is checked', async () => {
  // By its last entry a snapshot is known to be of this log: that one is whole.
  await test.put(call('elena', '2026-11-20T19:00:00Z', 'c'))
  await test.floor.close()
  await test.log.close()
  turnDigit(30_000, '8')
  await test.reopen()
  expect(readdirSync(test.folder)).toContain('snapshot.bin')
  await expect.poll(revenueByRep).toMatchObject({ priya: 50_000, marcus: 0 })
  expect(test.floor.status()).toMatchObject({ facts: 2, checked: { checked: 4, of: 4 } })
  await test.withdraw('crm', 'a')
  expect(revenueByRep()).toMatchObject({ priya: 0, marcus: 0 })
})

it('a byte that no text can hold neither ends the feed nor is quoted', async () => {
  await test.log.close()
  turnDigit(30_000, '\xff')
  await test.reopen()
  expect(revenueByRep()).toMatchObject({ priya: 50_000, marcus: 0 })
  expect(test.errors.join()).not.toContain('Northwind')
})
