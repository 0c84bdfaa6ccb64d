import { afterEach, beforeEach, expect, test } from 'vitest'
import { graphKeys } from '../../../../test/connectors/graph-stand-in.ts'
import {
  type MicrosoftCalendarWorld,
  openMicrosoftCalendarWorld,
} from '../../../../test/connectors/microsoft-calendar-world.ts'
import { reps } from '../../../../test/connectors/office-diary.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { openSourceRig, type SourceRig } from '../connector-suite.ts'
import { GraphEvent } from './answers.ts'
import { calendarEventOf } from './graph-event.ts'

const minute = 60_000
const [marcus] = reps

let clock: TestClock
let world: MicrosoftCalendarWorld
let rig: SourceRig | null
beforeEach(async () => {
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openMicrosoftCalendarWorld(clock)
  rig = null
})
afterEach(async () => {
  await rig?.close()
  await world.close()
})

const start = async (): Promise<SourceRig> => {
  rig = await openSourceRig(world, clock)
  await rig.runFor(minute, 2)
  return rig
}
const at = (minutes: number): number => clock.now() + minutes * minute

test('[N90] what the list of changes does not tell of is found when the last two weeks are read anew', async () => {
  const { diary, standIn } = world
  const meeting = diary.put({ start: at(-3 * 24 * 60) })
  const open = await start()
  standIn.isForgetful = true
  meeting.title = 'No-show'
  diary.touch(meeting)
  await open.runFor(10 * minute, 5)
  expect(open.facts().get(`meeting:${meeting.uid}`)).toMatchObject({ outcome: 'held' })
  clock.forward(21 * 60 * minute)
  await open.runFor(10 * minute, 5)
  expect(open.facts().get(`meeting:${meeting.uid}`)).toMatchObject({ outcome: 'no show' })
})

test('[N90] instances of a series, of which a change tells little, are read whole; the window moves on with the months', async () => {
  const { diary } = world
  const meeting = diary.put({ start: at(-90), instance: at(-150) })
  const open = await start()
  meeting.guests.set(marcus, false)
  diary.touch(meeting)
  await open.runFor(10 * minute, 5)
  const [fact] = [...open.facts().values()]
  expect(fact?.credits.map(({ rep }) => rep)).toEqual([...reps])
  clock.forward(33 * 24 * 60 * minute)
  const later = diary.put({ start: at(-40) })
  await open.runFor(15 * minute, 5)
  expect(open.facts().has(`meeting:${later.uid}`)).toBe(true)
  expect(open.desk.answer().sources[0]?.trouble).toBeNull()
})

test('[N93] without the right it says so, with a mailbox that is not there it reads the others, and a secret that is over needs another', async () => {
  const { diary, standIn } = world
  diary.put({ start: at(-90) })
  standIn.isConsented = false
  const open = await start()
  expect(open.desk.answer().sources[0]).toMatchObject({ state: 'refused', trouble: { kind: 'rights' } })
  standIn.isConsented = true
  standIn.mailboxes.delete(marcus)
  await open.runFor(15 * minute, 10)
  expect([open.facts().size, open.desk.answer().sources[0]?.state]).toEqual([1, 'ok'])
  standIn.isTaken = false
  await open.runFor(6 * minute)
  const [health] = open.desk.answer().sources
  expect(health).toMatchObject({
    state: 'needs sign-in',
    trouble: { what: expect.stringContaining('AADSTS7000222') },
  })
  expect(JSON.stringify(health)).not.toContain(graphKeys.secret)
})

test('[N90] times of another zone than was asked for are no times', () => {
  const event = GraphEvent.parse({
    id: '1',
    iCalUId: 'u',
    attendees: [],
    start: { dateTime: '2026-11-20T10:00:00.0000000', timeZone: 'Eastern Standard Time' },
  })
  expect(() => calendarEventOf(event, marcus)).toThrow('in the place of UTC')
})

test('[N90] an instance that no list told of is found in the night, and is not taken for another of its series', async () => {
  const { diary, standIn } = world
  const day = 24 * 60
  const first = diary.put({ uid: 'weekly', start: at(-27 * day), instance: at(-27 * day) })
  const open = await start()
  standIn.isForgetful = true
  const untold = diary.put({ uid: 'weekly', start: at(-20 * day), instance: at(-20 * day) })
  await open.runFor(10 * minute, 5)
  expect(open.facts().size).toBe(1)
  clock.set('2026-11-21T09:00:00Z')
  standIn.mostRows = 1
  await open.runFor(10 * minute, 5)
  const seen = [...open.facts().values()].map((fact) => (fact.type === 'activity' ? fact.at : null))
  expect(seen.sort()).toEqual([first, untold].map(({ start }) => new Date(start).toISOString()))
})
