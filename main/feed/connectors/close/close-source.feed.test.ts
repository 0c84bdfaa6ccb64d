import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Source } from '../../../../shared/wire/source.ts'
import type { SourceHealth } from '../../../../shared/wire/sources.ts'
import {
  type CloseWorld,
  goodCloseKey,
  inCloseStatus,
  openCloseWorld,
} from '../../../../test/connectors/close-world.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig } from '../connector-suite.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { readRows } from './row-reader.ts'

const minute = 60_000

let clock: TestClock
let world: CloseWorld
let rig: SourceRig | null

beforeEach(async () => {
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openCloseWorld(clock)
  rig = null
})
afterEach(async () => {
  await rig?.close()
  await world.close()
})

type Fields = Parameters<CloseWorld['standIn']['put']>[1]

const start = async (more = ''): Promise<void> => {
  rig = await openSourceRig(world, clock, floorWithSource('close', more))
  await rig.runFor(minute, 2)
}
const deal = (fields: Fields = {}): string =>
  world.standIn.put('opportunity', {
    lead_name: 'Northwind',
    value: 125_050,
    value_currency: 'USD',
    value_period: 'one_time',
    user_id: 'user_71',
    pipeline_id: 'pipe_new',
    ...inCloseStatus('stat_offer', '2026-12-15'),
    ...fields,
  })
const call = (fields: Fields = {}): string =>
  world.standIn.put('call', {
    user_id: 'user_72',
    activity_at: '2026-11-20T14:50:00.000000+00:00',
    duration: 61,
    direction: 'outbound',
    disposition: 'answered',
    ...fields,
  })
const factOf = (id: string) => rig?.facts().get(id) ?? null
const health = (): SourceHealth => {
  const [found] = rig?.desk.answer().sources ?? []
  if (found === undefined) throw new Error('no source')
  return found
}

describe('[N75] the event log', () => {
  test('[N95] what many changed in one minute is not read with every look once ten minutes are over', async () => {
    await start()
    for (let made = 0; made < 120; made++) deal()
    for (let made = 0; made < 30; made++) call()
    world.standIn.mostRows = 20
    const asked = async (ms: number): Promise<number> => {
      const before = world.standIn.calls.length
      await rig?.runFor(ms)
      return world.standIn.calls.length - before
    }
    expect(await asked(minute)).toBeGreaterThan(10)
    for (let looks = 0; looks < 3; looks++) await asked(12 * minute)
    // Opportunities, those that were deleted, calls, meetings.
    expect(await asked(minute)).toBe(4)
    const later = deal()
    await rig?.runFor(minute)
    expect(factOf(`deal:${later}`)?.type).toBe('deal')
  })

  test('tells what to read anew: a call that is edited and one that is deleted are followed', async () => {
    const [first, second] = [call(), call()]
    await start()
    world.standIn.put('call', { duration: 300 }, first)
    world.standIn.remove('call', second)
    const third = call({ user_id: null })
    await rig?.runFor(minute)
    expect(factOf(`call:${first}`)).toMatchObject({
      durationSeconds: 300,
      outcome: 'answered',
      at: '2026-11-20T14:50:00.000Z',
      fields: { Direction: 'outbound' },
    })
    expect(factOf(`call:${second}`)).toBeNull()
    // One that nobody took.
    expect(factOf(`call:${third}`)).toMatchObject({ credits: [{ rep: 'Close: no user' }] })
  })

  test('an event that is merged with an earlier one, and dated anew, is read again; one that was read is not', async () => {
    await start()
    const id = call()
    await rig?.runFor(20_000)
    world.standIn.put('call', { duration: 120 }, id)
    await rig?.runFor(20_000)
    expect(factOf(`call:${id}`)).toMatchObject({ durationSeconds: 120 })
    world.standIn.put('call', { duration: 180 }, id)
    expect(world.standIn.events.filter(({ objectId }) => objectId === id)).toHaveLength(2)
    await rig?.runFor(20_000)
    expect(factOf(`call:${id}`)).toMatchObject({ durationSeconds: 180 })
    const reads = (): number => world.standIn.calls.filter((each) => each.includes('id__in')).length
    const before = reads()
    await rig?.runFor(8 * minute, 24)
    expect(reads()).toBe(before)
  })

  test('more of it than a page holds is walked back to what was seen, and what shows itself late is found', async () => {
    await start()
    for (let made = 0; made < 230; made++) {
      clock.forward(10)
      call()
    }
    world.standIn.lagMs = 7 * minute
    const late = call()
    world.standIn.lagMs = 0
    clock.forward(minute)
    call()
    await rig?.runFor(20_000)
    expect([rig?.facts().size, factOf(`call:${late}`)]).toEqual([231, null])
    await rig?.runFor(7 * minute)
    expect(factOf(`call:${late}`)?.type).toBe('activity')
  })

  test.each(['refused', 'page'] as const)(
    '[N46] a page in its middle that is answered wrongly (%s) is asked for anew, and nothing behind it is skipped',
    async (fault) => {
      await start()
      for (let made = 0; made < 120; made++) {
        // All but the newest are older than what every look reads again.
        clock.forward(20_000)
        call()
      }
      // Two for deals, the first page of the calls, what it names, who they are and where they lie.
      world.standIn.faults.push(null, null, null, null, null, null, fault)
      await rig?.runFor(minute)
      expect(health()).toMatchObject({ trouble: { kind: 'strange' } })
      expect(world.standIn.calls.at(-1)).toContain('_cursor=')
      await rig?.runFor(4 * minute, 4)
      expect(rig?.facts().size).toBe(120)
      expect(health()).toMatchObject({ state: 'ok', trouble: null })
    },
  )
})

describe('[N76] amounts', () => {
  const amounts = { value: 100_000, ...inCloseStatus('stat_won', '2026-11-18') } as const

  test('are hundredths, of yen too; what is for a month is left as it is, and says so', async () => {
    const [yen, monthly] = [
      deal({ ...amounts, value_currency: 'JPY' }),
      deal({ ...amounts, value_period: 'monthly' }),
    ]
    await start()
    expect(factOf(`deal:${yen}`)).toMatchObject({ amount: { minor: 1000, currency: 'JPY' } })
    expect(factOf(`deal:${monthly}`)).toMatchObject({
      amount: { minor: 100_000, currency: 'USD' },
      fields: { Pipeline: 'New business', 'Value period': 'monthly' },
    })
  })

  test('the floor file may say otherwise of both', async () => {
    const [yen, monthly, yearly] = [
      deal({ ...amounts, value_currency: 'JPY' }),
      deal({ ...amounts, value_period: 'monthly' }),
      deal({ ...amounts, value_period: 'annual' }),
    ]
    await start(', recurring: yearly, amounts: smallest-unit')
    expect([yen, monthly, yearly].map((id) => factOf(`deal:${id}`))).toMatchObject([
      { amount: { minor: 100_000 } },
      { amount: { minor: 1_200_000 } },
      { amount: { minor: 100_000 } },
    ])
    const settings = Source.parse({ id: 'crm', name: 'CRM', vendor: 'close', recurring: 'yearly' })
    const { period } = (await rig?.desk.tryOut({ settings, keys: { key: goodCloseKey } })) ?? {}
    const inOrder = [
      { currency: 'JPY', minor: 1000 },
      { currency: 'USD', minor: 1_300_000 },
    ]
    expect(period).toMatchObject({ theirs: { won: 3 }, ours: { won: 3, amounts: inOrder } })
    expect(period?.theirs.amounts).toEqual(expect.arrayContaining(inOrder))
  })
})

test('[N77] the day of a win is a day; of a deal that is open it is what is expected, and no win where the floor takes its stage for one', async () => {
  const [won, lost, open] = [
    deal(inCloseStatus('stat_won', '2026-09-30')),
    deal(inCloseStatus('stat_lost', '2026-10-01')),
    deal(inCloseStatus('stat_demo', '2027-01-31')),
  ]
  const [signed] = [deal(inCloseStatus('stat_offer', '2027-02-28'))]
  await start(', stages: [{ stage: stat_offer, as: won }]')
  expect([won, lost, open, signed].map((id) => factOf(`deal:${id}`))).toMatchObject([
    { status: 'won', closedAt: '2026-09-30', stage: 'Won', account: 'Northwind' },
    { status: 'lost', closedAt: '2026-10-01' },
    { status: 'open', expectedCloseOn: '2027-01-31' },
    { status: 'won', closedAt: '2026-11-20T15:00:00.000Z' },
  ])
})

test('[N78] lists are read on from the instant at which a page ended; one that does not come in order is not read', async () => {
  await start()
  for (let made = 0; made < 460; made++) deal()
  await rig?.runFor(minute)
  expect(rig?.facts().size).toBe(460)
  const rows = async (times: readonly number[]) =>
    readRows(
      async () => ({ rows: times, more: true }),
      { from: 5, skip: 0 },
      (time) => time,
    )
  expect(await rows([5, 7, 9])).toMatchObject({ next: { from: 9, skip: 0 } })
  expect(await rows(Array.from({ length: 100 }, () => 5))).toMatchObject({ next: { from: 5, skip: 95 } })
  await expect(rows([5, 9, 7])).rejects.toBeInstanceOf(SourceTrouble)
})

test('[N7] it waits as long as the header says', async () => {
  await start()
  world.standIn.faults.push('rate-with-time')
  await rig?.runFor(minute)
  const calls = world.standIn.calls.length
  await rig?.runFor(4000)
  expect(world.standIn.calls.length).toBe(calls)
  await rig?.runFor(1000)
  expect(world.standIn.calls.length).toBeGreaterThan(calls)
})

test('[N20] [N21] each right that is missing is named; the month is counted by the day of the win, whenever it was written', async () => {
  world.standIn.put('opportunity', {
    lead_name: 'Long foreseen',
    value: 700,
    value_currency: 'USD',
    value_period: 'one_time',
    pipeline_id: 'pipe_new',
    ...inCloseStatus('stat_won', '2026-11-02'),
    date_updated: '2026-10-20T10:00:00.000000+00:00',
  })
  deal(inCloseStatus('stat_won', '2026-11-18'))
  deal(inCloseStatus('stat_won', '2026-10-31'))
  await start()
  const settings = Source.parse({ id: 'new', name: 'CRM', vendor: 'close' })
  const tryOut = () => rig?.desk.tryOut({ settings, keys: { key: goodCloseKey } })
  expect(await tryOut()).toMatchObject({
    people: { matched: 2, of: 3 },
    period: {
      theirs: { won: 2, amounts: [{ currency: 'USD', minor: 125_750 }] },
      ours: { won: 2, amounts: [{ currency: 'USD', minor: 125_750 }] },
    },
  })
  world.standIn.lacking.add('Calls')
  const tried = await tryOut()
  expect(tried?.rights.filter(({ granted }) => !granted)).toMatchObject([{ scope: 'Calls', needed: true }])
  expect(tried?.period).toBeNull()
})

test('[N11] what Close says of a key does not hold it', async () => {
  await start()
  world.signIn(false)
  await rig?.runFor(minute)
  expect(health().trouble?.what).toBe(
    'Close does not take the key any more. It says: “The key … is not authorized.”',
  )
})
