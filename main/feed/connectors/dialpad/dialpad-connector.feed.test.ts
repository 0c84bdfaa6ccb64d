import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DialpadWorld, openDialpadWorld } from '../../../../test/connectors/dialpad-world.ts'
import { eventually } from '../../../../test/eventually.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { openSourceRig, type SourceRig } from '../connector-suite.ts'
import { DialpadCall } from './answers.ts'
import { callFact, isCounted } from './call-facts.ts'

const minute = 60_000

let clock: TestClock
let world: DialpadWorld
let rig: SourceRig | null
beforeEach(async () => {
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openDialpadWorld(clock)
  rig = null
})
afterEach(async () => {
  await rig?.close()
  await world.close()
})

/** With its channel open. */
const start = async (): Promise<SourceRig> => {
  const open = await openSourceRig(world, clock)
  rig = open
  await open.runFor(minute, 2)
  await eventually(() => expect(world.standIn.listeners()).toBe(1))
  await open.runFor(1)
  return open
}
const call = (more: object): DialpadCall =>
  DialpadCall.parse({
    call_id: '6000000000000000001',
    direction: 'outbound',
    date_started: Date.parse('2026-11-20T15:00:00Z'),
    date_connected: '1795186820000',
    date_ended: 1_795_186_880_250,
    external_number: '+15550100',
    contact: { name: 'Nicole Brun', email: 'nicole@acme.test' },
    target: { id: 71, type: 'user', email: 'Priya@Northwind.test', name: 'Priya Raman' },
    ...more,
  })

test('[N80] [N81] [N82] a leg is whose it is, as long as it was talked, and holds nothing of whom it was with', () => {
  const fact = callFact(call({}))
  expect(fact).toMatchObject({
    id: 'call:6000000000000000001',
    at: '2026-11-20T15:00:00.000Z',
    durationSeconds: 60.25,
    outcome: 'answered',
    credits: [{ rep: 'priya@northwind.test' }],
  })
  expect(JSON.stringify(fact)).not.toMatch(/555|Nicole|acme/)
})

test('[N94] of a call to a line the leg of whoever answered is the call; one that nobody answered is nobody’s', () => {
  const line = { target: { type: 'department', name: 'Sales' } }
  expect(isCounted(call({ ...line, operator_call_id: 42 }))).toBe(false)
  expect(isCounted(call(line))).toBe(false)
  const missed = call({ ...line, direction: 'inbound', date_connected: null })
  expect(isCounted(missed)).toBe(true)
  expect(callFact(missed)).toMatchObject({
    outcome: 'missed',
    fields: { Line: 'Sales' },
    credits: [{ rep: 'Dialpad: nobody' }],
  })
})

test('[N16] [N94] a call that is over is there at the next second, though it began hours ago, since the channel told of it', async () => {
  const { standIn } = world
  const leg = standIn.put({ started: clock.now() })
  const open = await start()
  for (let passed = 0; passed < 12; passed++) {
    standIn.put({ ended: clock.now() })
    await open.runFor(15 * minute)
  }
  // The four hours were read a moment ago, so that it is the channel’s word alone.
  leg.connected = leg.started + 1000
  leg.ended = clock.now()
  const asked = standIn.asked.length
  await standIn.tell(leg)
  await eventually(async () => {
    await open.runFor(1)
    expect(open.facts().get(`call:${leg.id}`)).toMatchObject({ outcome: 'answered' })
  })
  expect(standIn.asked.slice(asked)).toEqual([`GET /api/v2/call?started_after=${leg.started - 1}`])
})

test('[N94] what a stranger says, or nobody signed, has nothing read', async () => {
  const { standIn } = world
  const open = await start()
  const asked = standIn.asked.length
  const leg = standIn.put({ started: clock.now(), ended: clock.now() })
  await standIn.tell(leg, 'a stranger')
  await standIn.tell(leg, 'nobody')
  // What comes after them on the same socket was signed: by then they were looked at.
  await standIn.tell(leg)
  await eventually(async () => {
    await open.runFor(1)
    expect(open.facts().has(`call:${leg.id}`)).toBe(true)
  })
  expect(standIn.asked.slice(asked)).toHaveLength(1)
})

test('[N94] a channel that is lost opens again, the same one, and is told of once; without the right it goes without', async () => {
  const { standIn } = world
  const open = await start()
  standIn.hangUp()
  await eventually(() => expect(standIn.listeners()).toBe(0))
  await eventually(() => expect(standIn.listeners()).toBe(1))
  await open.restart('sources')
  await open.runFor(minute)
  await eventually(() => expect(standIn.listeners()).toBe(1))
  expect(standIn.made).toEqual({ channels: 1, subscriptions: 1 })
  standIn.mayListen = false
  standIn.hangUp()
  const leg = standIn.put({ started: clock.now(), ended: clock.now() })
  await open.runFor(2 * minute)
  expect(open.facts().has(`call:${leg.id}`)).toBe(true)
  const settings = open.floor.floor.current().file.sources[0]
  if (settings === undefined) throw new Error('no source')
  expect(await open.desk.tryOut({ settings })).toMatchObject({
    trouble: null,
    rights: [{ granted: true }, { granted: true }, { scope: 'websockets', needed: false, granted: false }],
    people: { matched: 2, of: 2 },
  })
})
