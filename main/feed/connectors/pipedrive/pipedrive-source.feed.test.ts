import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Source } from '../../../../shared/wire/source.ts'
import type { TriedSource } from '../../../../shared/wire/sources.ts'
import {
  goodToken,
  openPipedriveWorld,
  type PipedriveWorld,
} from '../../../../test/connectors/pipedrive-world.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig } from '../connector-suite.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { pipedrive } from './pipedrive.ts'

const minute = 60_000
const dayMs = 86_400_000

let clock: TestClock
let world: PipedriveWorld
let rig: SourceRig | null

beforeEach(async () => {
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openPipedriveWorld(clock)
  rig = null
})
afterEach(async () => {
  await rig?.close()
  await world.close()
})

const start = async (more = ''): Promise<SourceRig> => {
  const text = floorWithSource('pipedrive', `, address: northwind${more}`)
  rig = await openSourceRig(world, clock, text)
  await rig.runFor(minute, 2)
  return rig
}
const deal = (fields: Parameters<PipedriveWorld['standIn']['put']>[1] = {}): number =>
  world.standIn.put('deals', {
    title: 'Northwind',
    value: 1250.5,
    currency: 'USD',
    owner_id: 71,
    pipeline_id: 1,
    stage_id: 11,
    status: 'open',
    expected_close_date: '2026-12-15',
    ...fields,
  })
const won = { status: 'won', won_time: '2026-11-20T14:59:30Z' } as const
const factOf = (id: number) => rig?.facts().get(`deal:${id}`) ?? null

describe('what Pipedrive has of a deal', () => {
  test('[N95] [N73] what was imported in one minute costs a list’s tokens once, when ten minutes are over', async () => {
    await start()
    for (let made = 0; made < 250; made++) deal()
    world.standIn.mostRows = 100
    const asked = async (ms: number): Promise<number> => {
      const before = world.standIn.calls.length
      await rig?.runFor(ms)
      return world.standIn.calls.length - before
    }
    expect(await asked(5 * minute)).toBeGreaterThan(4)
    for (let looks = 0; looks < 3; looks++) await asked(12 * minute)
    // Deals, archived ones, deleted ones, activities.
    expect(await asked(5 * minute)).toBe(4)
    const later = deal()
    await rig?.runFor(5 * minute)
    expect(factOf(later)?.type).toBe('deal')
  })

  test('[N70] an archived deal counts once it is won, and not while it is open; what is deleted goes with the next look', async () => {
    const [first, second, third] = [deal(won), deal(), deal(won)]
    world.standIn.archive(first, true, true)
    await start()
    expect([first, second, third].map((id) => factOf(id)?.type)).toEqual(['deal', 'deal', 'deal'])
    // Won and put away between two looks.
    world.standIn.put('deals', won, second)
    world.standIn.archive(second, true, true)
    world.standIn.remove('deals', third)
    const fourth = deal()
    await rig?.runFor(5 * minute)
    expect(factOf(second)).toMatchObject({ status: 'won', closedAt: '2026-11-20T14:59:30.000Z' })
    expect(factOf(third)).toBeNull()
    world.standIn.archive(fourth, true, true)
    world.standIn.restore('deals', third, true)
    await rig?.runFor(5 * minute)
    expect([factOf(fourth), factOf(third)?.type]).toEqual([null, 'deal'])
  })

  test('[N70] five hundred and more that changed in one second are all read, by pages that never say a number', async () => {
    await start()
    for (let made = 0; made < 1203; made++) deal()
    await rig?.runFor(5 * minute)
    expect(rig?.facts().size).toBe(1203)
  })

  test('[N71] it is won or lost by itself; of an open one the floor may say otherwise, by its stage', async () => {
    const [open, lost] = [
      deal({ stage_id: 13, stage_change_time: '2026-11-19T10:00:00Z' }),
      deal({ stage_id: 13, status: 'lost', lost_time: '2026-11-18T10:00:00Z', lost_reason: 'Too dear' }),
    ]
    await start(', stages: [{ stage: "13", as: won }]')
    expect(factOf(open)).toMatchObject({ status: 'won', closedAt: '2026-11-19T10:00:00.000Z' })
    expect(factOf(lost)).toMatchObject({
      status: 'lost',
      closedAt: '2026-11-18T10:00:00.000Z',
      fields: { Pipeline: 'New business', 'Lost reason': 'Too dear' },
    })
  })

  test('[N12] its value is taken digit by digit', async () => {
    const ids = [deal({ value: 19.995 }), deal({ value: 1250.5, currency: 'JPY' }), deal({ value: null })]
    await start()
    expect(ids.map((id) => factOf(id))).toMatchObject([
      { amount: { minor: 2000, currency: 'USD' } },
      { amount: { minor: 1251, currency: 'JPY' } },
      {},
    ])
    expect(factOf(ids[2] ?? 0)).not.toHaveProperty('amount')
  })
})

test('[N72] a call or a meeting counts once it is done, when it was marked as done; undone, it goes', async () => {
  await start()
  const planned = {
    owner_id: 72,
    deal_id: 1000,
    due_date: '2026-11-27',
    due_time: '09:30',
    duration: '00:45',
  }
  const [call, meeting, task] = ['call', 'meeting', 'task'].map((type) =>
    world.standIn.put('activities', { ...planned, type, done: false, marked_as_done_time: null }),
  )
  const done = { done: true, marked_as_done_time: '2026-11-20T15:03:00Z' }
  await rig?.runFor(5 * minute)
  expect(rig?.facts().size).toBe(0)
  for (const id of [call, meeting, task]) world.standIn.put('activities', done, id)
  await rig?.runFor(5 * minute)
  expect([...(rig?.facts().values() ?? [])]).toMatchObject([
    { id: `activity:${call}`, kind: 'call', at: '2026-11-20T15:03:00.000Z', durationSeconds: 2700 },
    {
      id: `activity:${meeting}`,
      kind: 'meeting',
      deal: 'deal:1000',
      credits: [{ rep: 'marcus@northwind.test' }],
    },
  ])
  world.standIn.put('activities', { done: false }, call)
  await rig?.runFor(5 * minute)
  expect([...(rig?.facts().keys() ?? [])]).toEqual([`activity:${meeting}`])
})

describe('[N73] the tokens of the company’s day', () => {
  const looksIn = async (ms: number): Promise<number> => {
    const before = world.standIn.calls.length
    for (let passed = 0; passed < ms; passed += 15_000) await rig?.runFor(15_000)
    return (world.standIn.calls.length - before) / 4
  }

  test('looks for changes use up two fifths of them at most, every half minute at most', async () => {
    world.standIn.tokens = { of: 150_000, spent: 0 }
    await start()
    // 40 tokens a look, of 60,000: every 57.6 s.
    expect(await looksIn(20 * minute)).toBe(20)
    world.standIn.tokens = { of: 7_000_000, spent: 0 }
    await rig?.runFor(5 * minute)
    expect(await looksIn(10 * minute)).toBe(20)
    // A single seat of the smallest plan.
    world.standIn.tokens = { of: 30_000, spent: 0 }
    await rig?.runFor(5 * minute)
    expect(await looksIn(20 * minute)).toBe(4)
  })

  test('a fifth of them is left to others, whoever used up the rest; and a new day goes on', async () => {
    world.standIn.tokens = { of: 100_000, spent: 0 }
    await start()
    world.standIn.tokens.spent = 79_990
    await rig?.runFor(5 * minute)
    const [source] = rig?.desk.answer().sources ?? []
    expect(source).toMatchObject({ trouble: { kind: 'busy' } })
    expect(source?.trouble?.what).toContain('Pipedrive allows in a day are used up')
    const { spent } = world.standIn.tokens
    expect(spent).toBeLessThanOrEqual(80_040)
    // Asked again once an hour, with a single call.
    await rig?.runFor(6 * 60 * minute, 12)
    expect(world.standIn.tokens.spent - spent).toBeLessThanOrEqual(6 * 40)
    world.standIn.tokens.spent = 0
    await rig?.runFor(65 * minute, 5)
    expect(rig?.desk.answer().sources[0]).toMatchObject({ state: 'ok', trouble: null })
  })

  test('a page that turns the feed away is waited for, and is no right that is missing', async () => {
    await start()
    world.standIn.faults.push('turned-away')
    await rig?.runFor(5 * minute)
    expect(rig?.desk.answer().sources[0]).toMatchObject({ state: 'ok', trouble: { kind: 'away' } })
    await rig?.runFor(minute)
    expect(rig?.desk.answer().sources[0]?.trouble).toBeNull()
  })
})

test('[N74] a token goes to a company’s own address at Pipedrive, and nowhere else', () => {
  for (const address of [
    'northwind',
    'Northwind.pipedrive.com',
    'https://northwind.pipedrive.com/pipeline/1',
  ])
    expect(pipedrive.api(address)).toBe('https://northwind.pipedrive.com')
  for (const address of ['northwind.example', 'pipedrive.com.evil.example', 'a@b.pipedrive.com', '', '..'])
    expect(() => pipedrive.api(address)).toThrow(SourceTrouble)
})

describe('before it starts', () => {
  const settings = Source.parse({ id: 'new', name: 'CRM', vendor: 'pipedrive', address: 'northwind' })
  const tryOut = async (): Promise<TriedSource> => {
    if (rig === null) throw new Error('not started')
    return rig.desk.tryOut({ settings, keys: { token: goodToken } })
  }

  test('[N20] each right that is missing is named, and that the token is no admin’s', async () => {
    await start()
    world.standIn.lacking.add('Activities')
    world.standIn.me = 72
    const { rights, period } = await tryOut()
    expect(rights.filter(({ granted }) => granted === false)).toMatchObject([
      { scope: 'Deals admin', needed: false },
      { scope: 'Activities', needed: true },
    ])
    expect(period).toBeNull()
  })

  test('[N21] the month is counted as Pipedrive does, by the account’s own days, and as the wall would', async () => {
    deal({ ...won, value: 100 })
    world.standIn.archive(deal({ ...won, value: 20 }), true, true)
    deal({ ...won, value: 3, won_time: '2026-10-02T12:00:00Z' })
    deal({ ...won, value: 7, pipeline_id: 2, stage_id: 21 })
    world.standIn.remove('deals', deal({ ...won, value: 50 }))
    // Late in the evening of the last of October in New York, and the first of November where the account is.
    deal({ ...won, value: 1000, won_time: '2026-11-01T03:30:00Z', local_won_date: '2026-11-01' })
    await start()
    const { period, people, pipelines } = await tryOut()
    expect(period?.theirs).toEqual({ won: 4, amounts: [{ currency: 'USD', minor: 112_700 }] })
    expect(period?.ours).toEqual({ won: 3, amounts: [{ currency: 'USD', minor: 12_700 }] })
    expect(people).toMatchObject({ matched: 2, of: 3 })
    expect(pipelines.map(({ name, stages }) => [name, stages.length])).toEqual([
      ['New business', 3],
      ['Renewals', 1],
    ])
  })
})

test('[N8] a right that is missing for one list keeps the others from nothing', async () => {
  world.standIn.lacking.add('Archived deals')
  const [plain, archived] = [deal(won), deal(won)]
  world.standIn.archive(archived, true, true)
  await start()
  expect([factOf(plain)?.type, factOf(archived)]).toEqual(['deal', null])
  expect(rig?.desk.answer().sources[0]).toMatchObject({ state: 'refused', trouble: { kind: 'rights' } })
  world.standIn.lacking.clear()
  await rig?.runFor(dayMs, 4)
  expect(factOf(archived)?.type).toBe('deal')
})
