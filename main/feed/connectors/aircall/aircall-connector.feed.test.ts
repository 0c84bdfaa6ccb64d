import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AircallWorld, openAircallWorld } from '../../../../test/connectors/aircall-world.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig } from '../connector-suite.ts'

const minute = 60_000
const hour = 60 * minute

let clock: TestClock
let world: AircallWorld
let rig: SourceRig

beforeEach(async () => {
  // Ten in the morning of a Friday in New York.
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openAircallWorld(clock)
})
afterEach(async () => {
  await rig.close()
  await world.close()
})

const secondsOf = (id: number): number | null | undefined => {
  const fact = rig.facts().get(`call:${id}`)
  return fact?.type === 'activity' ? fact.durationSeconds : undefined
}

test('[N83] calls of a busy month, more of one second than a page holds, are all read though no question leads past its rows', async () => {
  const { standIn } = world
  const first = Date.parse('2026-11-03T14:00:00Z') / 1000
  for (let made = 0; made < 400; made++)
    standIn.put({ started_at: first + made * 10, ended_at: first + made * 10 })
  for (let made = 0; made < 90; made++) standIn.put({ started_at: first + 5, ended_at: first + 65 })
  standIn.mostOfQuery = 150
  rig = await openSourceRig(world, clock)
  await rig.runFor(minute, 2)
  expect(rig.facts().size).toBe(490)
})

test('[N84] a call of hours is there when it begins, and has its length within a look after it ended', async () => {
  const { standIn } = world
  standIn.put({ ended_at: standIn.now() })
  rig = await openSourceRig(world, clock)
  await rig.runFor(minute, 2)
  const long = standIn.put({ answered_at: standIn.now() + 4 })
  await rig.runFor(minute)
  expect(secondsOf(long)).toBeNull()
  for (let passed = 0; passed < 3; passed++) {
    clock.forward(hour)
    for (let made = 0; made < 30; made++) standIn.put({ ended_at: standIn.now() })
    await rig.runFor(minute)
  }
  const call = standIn.calls.get(long)
  if (call?.answered_at == null) throw new Error('nobody answered')
  call.ended_at = call.answered_at + 3 * 3600
  await rig.runFor(minute)
  expect(secondsOf(long)).toBe(3 * 3600)
})

test('[N84] what is put right two days later, as by another tag, is found by the second reader without a night', async () => {
  const { standIn } = world
  const early = standIn.put({ ended_at: standIn.now() })
  for (let made = 1; made < 300; made++)
    standIn.put({
      started_at: standIn.now() + made * 600,
      visibleAt: standIn.now() + made * 600,
      ended_at: 1,
    })
  rig = await openSourceRig(world, clock)
  await rig.runFor(2 * minute, 2)
  clock.forward(40 * hour)
  await rig.runFor(2 * minute, 2)
  standIn.calls.get(early)?.tags.push('Conversation')
  await rig.runFor(5 * minute, 4)
  expect(rig.facts().get(`call:${early}`)?.fields).toMatchObject({ Tags: 'Conversation' })
})

test('[N87] calls that the floor takes from another source stand aside, and its tile says how many', async () => {
  const { standIn } = world
  for (let made = 0; made < 3; made++) standIn.put({ ended_at: standIn.now() })
  rig = await openSourceRig(world, clock)
  await rig.runFor(minute, 2)
  const aside = () => rig.desk.answer().sources[0]?.aside
  expect(aside()).toBe(0)
  const rule = '{ name: Small floor, takenFrom: [{ kinds: [call], source: hubspot, rep: priya }], '
  await rig.edit(floorWithSource('aircall').replace('{ name: Small floor, ', rule))
  await rig.runFor(minute)
  expect([aside(), rig.facts().size]).toEqual([3, 3])
})

test('[N85] a night that takes long to compare ids does not keep new calls waiting', async () => {
  const { standIn } = world
  const first = Date.parse('2026-11-16T14:00:00Z') / 1000
  for (let made = 0; made < 600; made++)
    standIn.put({ started_at: first + made * 60, ended_at: first + made * 60 })
  rig = await openSourceRig(world, clock)
  await rig.runFor(minute, 2)
  // Half past three in the morning in New York.
  clock.set('2026-11-21T08:30:00Z')
  standIn.mostRows = 5
  const asked = standIn.asked.length
  await rig.runFor(minute)
  const during = standIn.asked.slice(asked).map((path) => /from=(\d+)/.exec(path)?.[1] ?? '')
  const oldest = String(Date.parse('2026-11-14T05:00:00Z') / 1000)
  const begins = during.indexOf(oldest)
  expect(begins).toBeGreaterThan(-1)
  // Among the pages of the comparison there are looks that begin where the newest call is.
  const newest = first + 599 * 60 - 600
  expect(during.slice(begins).filter((from) => Number(from) === newest).length).toBeGreaterThan(1)
})
