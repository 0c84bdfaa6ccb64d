import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type GoogleCalendarWorld,
  openGoogleCalendarWorld,
} from '../../../../test/connectors/google-calendar-world.ts'
import { reps } from '../../../../test/connectors/office-diary.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig } from '../connector-suite.ts'

const minute = 60_000
const [marcus] = reps

let clock: TestClock
let world: GoogleCalendarWorld
let rig: SourceRig | null
beforeEach(async () => {
  // Ten in the morning of a Friday in New York.
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openGoogleCalendarWorld(clock)
  rig = null
})
afterEach(async () => {
  await rig?.close()
  await world.close()
})

const start = async (more = ''): Promise<SourceRig> => {
  rig = await openSourceRig(world, clock, floorWithSource('google-calendar', more))
  await rig.runFor(minute, 2)
  return rig
}
const at = (minutes: number): number => clock.now() + minutes * minute
const tried = async () => {
  rig ??= await openSourceRig(world, clock)
  const settings = rig.floor.floor.current().file.sources[0]
  if (settings === undefined) throw new Error('no source')
  return rig.desk.tryOut({ settings })
}

test('[N90] it is none while it lasts, and one when it is over, though nothing changed in the calendar', async () => {
  const { diary } = world
  diary.put({ start: at(2) })
  const open = await start()
  expect(open.facts().size).toBe(0)
  await open.runFor(20 * minute, 10)
  expect(open.facts().size).toBe(0)
  await open.runFor(20 * minute, 10)
  expect([...open.facts().keys()]).toEqual(['meeting:ev1@google.com'])
})

test('[N90] what is thrown away in one calendar stays as long as another has it; what was never anybody else’s goes', async () => {
  const { diary } = world
  const both = diary.put({
    start: at(-90),
    guests: new Map([
      ['ann@acme.test', false],
      [marcus, false],
    ]),
  })
  const alone = diary.put({ start: at(-60) })
  const open = await start()
  expect(open.facts().size).toBe(2)
  both.without.add(marcus)
  alone.isCancelled = true
  for (const meeting of [both, alone]) diary.touch(meeting)
  await open.runFor(10 * minute, 5)
  expect([...open.facts().keys()]).toEqual([`meeting:${both.uid}`])
})

test.each([410, 400] as const)(
  '[N90] a list of changes that Google has forgotten, and says so with %i, is begun anew',
  async (as) => {
    const { diary, standIn } = world
    const meeting = diary.put({ start: at(-90) })
    const open = await start()
    standIn.forgetTokens(as)
    meeting.title = 'No-show'
    diary.touch(meeting)
    await open.runFor(10 * minute, 5)
    expect(open.facts().get(`meeting:${meeting.uid}`)).toMatchObject({ outcome: 'no show' })
  },
)

test('[N93] whoever left the company keeps their meetings, also over the night, and the others are read', async () => {
  const { diary, standIn } = world
  diary.put({ start: at(-90), organizer: marcus })
  const open = await start()
  standIn.accounts.delete(marcus)
  standIn.isTaken = false
  await open.runFor(6 * minute)
  standIn.isTaken = true
  await open.desk.act('crm', { do: 'read-now' })
  const later = diary.put({ start: at(-31) })
  clock.set('2026-11-21T09:00:00Z')
  await open.runFor(10 * minute, 5)
  expect([...open.facts().keys()].sort()).toEqual(['meeting:ev1@google.com', `meeting:${later.uid}`])
  expect(open.desk.answer().sources[0]?.state).toBe('ok')
})

test('[N93] it says before it starts whose calendars may be read, or that the company has not given the right', async () => {
  const { standIn } = world
  standIn.accounts.delete(marcus)
  expect(await tried()).toMatchObject({
    trouble: null,
    rights: [{ granted: true }],
    people: { matched: 1, of: 1 },
  })
  standIn.isDelegated = false
  await rig?.close()
  rig = null
  expect(await tried()).toMatchObject({ rights: [{ granted: false }] })
})

test('[N93] what is no key file is said so, and holds no part of it', async () => {
  rig = await openSourceRig({ ...world, keys: { file: world.standIn.keyFile.slice(0, 400) } }, clock)
  const { trouble } = await tried()
  expect(trouble).toContain('paste the whole JSON file')
})

test('[N93] another person on the floor is another past', async () => {
  const { diary } = world
  diary.put({ start: at(-90), organizer: 'sam@northwind.test' })
  const open = await start()
  expect(open.facts().size).toBe(0)
  world.standIn.accounts.add('sam@northwind.test')
  await open.edit(floorWithSource('google-calendar').replace('priya@northwind.test', 'sam@northwind.test'))
  await open.runFor(10 * minute, 5)
  expect(open.facts().get('meeting:ev1@google.com')?.credits).toEqual([{ rep: 'sam@northwind.test' }])
})

test('[N90] a meeting that is on a later page of Google’s answer, as when its first is short or empty, is not taken for gone', async () => {
  const { diary, standIn } = world
  const guests = new Map([
    ['ann@acme.test', false],
    [marcus, false],
  ])
  const series = { uid: 'weekly@google.com', guests }
  diary.put({ ...series, start: at(-10 * 1440), instance: at(-10 * 1440) })
  const second = diary.put({ ...series, start: at(-3 * 1440), instance: at(-3 * 1440) })
  const open = await start()
  expect(open.facts().size).toBe(2)
  standIn.mostRows = 1
  second.without.add(marcus)
  // The others hear nothing of it.
  diary.changes.push({ calendar: marcus, key: diary.keyOf(second) })
  await open.runFor(10 * minute, 5)
  expect(open.facts().size).toBe(2)
  clock.set('2026-11-21T09:00:00Z')
  await open.runFor(10 * minute, 5)
  expect(open.facts().size).toBe(2)
})

test.each([3, 7])(
  '[N90] a list whose page %i was not answered, and whose place Google takes no more by then, is begun anew',
  async (good) => {
    const { diary, standIn } = world
    const meetings = [1, 2, 3].map((days) => diary.put({ start: at(-days * 1440), organizer: marcus }))
    standIn.mostRows = 1
    standIn.faults.push(...Array.from({ length: good }, () => null), 'broken')
    const open = await openSourceRig(world, clock, floorWithSource('google-calendar'))
    rig = open
    await open.runFor(0)
    expect(open.desk.answer().sources[0]?.trouble?.kind).toBe('away')
    standIn.forgetPages()
    await open.runFor(30 * minute, 10)
    expect([...open.facts().keys()].sort()).toEqual(meetings.map(({ uid }) => `meeting:${uid}`))
    expect(open.desk.answer().sources[0]).toMatchObject({ state: 'ok', past: null, trouble: null })
  },
)

test('[N11] refused twice in a row it says so and asks no further; what is gone by then goes once somebody has it read', async () => {
  const { diary, standIn } = world
  const meeting = diary.put({ start: at(-90) })
  const open = await start()
  standIn.faults.push('sign-in-once', 'sign-in-once')
  await open.runFor(6 * minute)
  const asked = standIn.asked.length
  meeting.isCancelled = true
  diary.touch(meeting)
  await open.runFor(60 * minute, 5)
  expect(standIn.asked.length).toBe(asked)
  expect(open.desk.answer().sources[0]?.state).toBe('needs sign-in')
  await open.desk.act('crm', { do: 'read-now' })
  await open.runFor(6 * minute, 5)
  expect([open.facts().size, open.desk.answer().sources[0]?.state]).toEqual([0, 'ok'])
})
