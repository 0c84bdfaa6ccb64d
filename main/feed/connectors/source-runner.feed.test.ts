import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lost, won } from '../../../test/connectors/hubspot-stand-in.ts'
import {
  goodKey,
  type HubSpotWorld,
  inStage,
  openHubSpotWorld,
} from '../../../test/connectors/hubspot-world.ts'
import { type TestClock, testClock } from '../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig } from './connector-suite.ts'

const minute = 60_000

let clock: TestClock
let world: HubSpotWorld
let rig: SourceRig
let next = 0

beforeEach(async () => {
  // Ten in the morning of a Friday in New York.
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openHubSpotWorld(clock)
})
afterEach(async () => {
  await rig.close()
  await world.close()
})

const start = async (more = ''): Promise<void> => {
  rig = await openSourceRig(world, clock, floorWithSource('hubspot', more))
  await rig.runFor(minute)
}
const deal = (stage: string, more: Record<string, string | null> = {}): string =>
  world.standIn.put('deals', {
    dealname: `Deal ${next++}`,
    amount: '100',
    closedate: '2026-11-20T14:30:00Z',
    hubspot_owner_id: '71',
    ...inStage(stage),
    ...more,
  })
const health = () => {
  const [found] = rig.desk.answer().sources
  if (found === undefined) throw new Error('no source')
  return found
}
const statusOf = (id: string): string | null => {
  const fact = rig.facts().get(`deal:${id}`)
  return fact?.type === 'deal' ? fact.status : null
}
const celebrated = (): string[] =>
  rig.floor.told.flatMap((each) => ('celebrate' in each ? [each.celebrate.id] : []))

describe('a source', () => {
  test('[N5] celebrates nothing of its past, though it was won this morning, and everything that is won from then on', async () => {
    const before = deal(won)
    clock.forward(20 * minute)
    await start()
    expect(statusOf(before)).toBe('won')
    expect(health().past).toBeNull()
    const after = deal(won, { closedate: clockDate() })
    await rig.runFor(minute)
    expect(statusOf(after)).toBe('won')
    await expect.poll(celebrated).toEqual([`big:crm:deal:${after}`])
    // Read again, it is no news either.
    await rig.desk.act('crm', { do: 'read-again', from: '2026-11-01' })
    await rig.runFor(minute)
    expect(celebrated()).toHaveLength(1)
  })

  test('[N9] so much at once that it may be a mistake is held back, and asked about', async () => {
    const ids = Array.from({ length: 60 }, () => deal('stage-demo'))
    clock.forward(20 * minute)
    await start()
    for (const id of ids.slice(0, 30)) world.standIn.put('deals', inStage(won), id)
    for (const id of ids.slice(30, 40)) world.standIn.archive('deals', id)
    await rig.runFor(2 * minute)
    expect(health()).toMatchObject({
      state: 'refused',
      question: { change: 30, withdraw: 10, of: 60, from: '2026-11', to: '2026-11' },
    })
    expect(rig.facts().size).toBe(60)
    // It still asks after a restart, and what comes meanwhile waits, too.
    const late = deal('stage-demo')
    await rig.restart('feed')
    await rig.runFor(10 * minute, 2)
    expect(statusOf(late)).toBeNull()
    await rig.desk.act('crm', { do: 'allow' })
    await rig.runFor(minute)
    expect([health().question, rig.facts().size, statusOf(late)]).toEqual([null, 51, 'open'])
    expect(statusOf(ids[0] ?? '')).toBe('won')
    expect(celebrated()).toEqual([])
    // The next one is asked about again.
    for (const id of ids.slice(0, 25)) world.standIn.put('deals', { amount: '7' }, id)
    await rig.runFor(minute)
    expect(health().question?.change).toBe(25)
  })

  test('[N9] a fifth of a few is asked about by nobody', async () => {
    const ids = Array.from({ length: 20 }, () => deal('stage-demo'))
    clock.forward(20 * minute)
    await start()
    for (const id of ids) world.standIn.put('deals', inStage(lost), id)
    await rig.runFor(minute)
    expect(ids.map(statusOf)).toEqual(ids.map(() => 'lost'))
  })

  test('[N3] a log that lacks what was read is noticed, and everything is read again', async () => {
    const old = deal(won, { closedate: '2026-08-05T12:00:00Z' })
    clock.forward(20 * minute)
    await start()
    await rig.restart('another log')
    expect(rig.facts().size).toBe(0)
    await rig.runFor(minute)
    expect(statusOf(old)).toBe('won')
    expect(celebrated()).toEqual([])
  })

  test('[N6] rows of one instant, more than any page holds, are all read; and so are those that become visible late', async () => {
    await start()
    for (let made = 0; made < 450; made++) deal('stage-demo')
    world.standIn.mostRows = 60
    await rig.runFor(minute)
    expect(rig.facts().size).toBe(450)
    world.standIn.lagMs = 8 * minute
    const late = deal('stage-demo')
    world.standIn.lagMs = 0
    clock.forward(minute)
    const soon = deal('stage-demo')
    await rig.runFor(minute)
    expect([statusOf(late), statusOf(soon)]).toEqual([null, 'open'])
    await rig.runFor(8 * minute)
    expect(statusOf(late)).toBe('open')
  })

  test('[N95] what many changed in one minute is read again for ten minutes, and not with every look until something else changes', async () => {
    await start()
    for (let made = 0; made < 450; made++) deal('stage-demo')
    const askedIn = async (ms: number): Promise<number> => {
      const before = world.standIn.calls.length
      await rig.runFor(ms)
      return world.standIn.calls.slice(before).filter((call) => !call.startsWith('GET')).length
    }
    await rig.runFor(minute)
    // Five pages by their ids, and the splits of each.
    expect(await askedIn(minute)).toBeGreaterThan(10)
    await rig.runFor(12 * minute, 2)
    await rig.runFor(12 * minute, 2)
    // One question for each of deals, calls and meetings.
    expect(await askedIn(minute)).toBe(3)
    // Nor after a restart; and what changes now is read.
    await rig.restart('feed')
    const later = deal('stage-demo')
    await rig.runFor(minute)
    expect(statusOf(later)).toBe('open')
  })

  test('[N95] a night asks for the ids and no row anew where nothing changed', async () => {
    const deals = 450
    for (let made = 0; made < deals; made++) deal('stage-demo')
    clock.forward(20 * minute)
    await start()
    await rig.runFor(24 * minute, 3)
    clock.set('2026-11-21T10:00:00Z')
    const before = world.standIn.calls.length
    await rig.runFor(minute)
    const asked = world.standIn.calls.slice(before)
    expect(asked.filter((call) => call.includes('/batch/read') || call.includes('splits'))).toHaveLength(
      // Of the month that is counted there and here.
      5,
    )
    // Ids by two hundred, what was won, the month’s deals by a hundred, and a look at each kind with what is archived.
    expect(asked.length).toBeLessThan(30)
    expect(health().compared?.differs).toBe(false)
  })

  test('[N6] what was restored by a clock that had been put back is found in the night', async () => {
    world.standIn.skewMs = 20_000
    const id = deal('stage-demo')
    clock.forward(20 * minute)
    await start()
    world.standIn.put('deals', { amount: '7' }, id)
    await rig.runFor(minute)
    world.standIn.archive('deals', id)
    await rig.runFor(minute)
    expect(statusOf(id)).toBeNull()
    world.standIn.skewMs = -20 * minute
    world.standIn.restore('deals', id, true)
    await rig.runFor(minute)
    expect(statusOf(id)).toBeNull()
    clock.set('2026-11-21T08:30:00Z')
    await rig.runFor(minute)
    expect(statusOf(id)).toBe('open')
    const { seq } = rig.floor.floor.status()
    clock.set('2026-11-22T08:30:00Z')
    await rig.runFor(minute)
    expect(rig.floor.floor.status().seq).toBe(seq)
  })

  test('[N39] a deal that has been open for years and is gone without a word is found in the night', async () => {
    const old = { closedate: '2024-03-01T12:00:00Z', createdate: '2024-02-01T12:00:00Z' }
    const [gone, stays, lately] = [deal('stage-demo', old), deal('stage-demo', old), deal('stage-demo')]
    clock.forward(20 * minute)
    await start()
    for (const id of [gone, lately]) world.standIn.rows.deals.delete(id)
    await rig.runFor(minute)
    expect([gone, stays, lately].map(statusOf)).toEqual(['open', 'open', 'open'])
    clock.set('2026-11-21T08:30:00Z')
    await rig.runFor(minute)
    expect([gone, stays, lately].map(statusOf)).toEqual([null, 'open', null])
  })

  test('[N11] a key that is refused is tried once more and no further; what is said of it does not hold it', async () => {
    await start()
    world.signIn(false)
    await rig.runFor(minute)
    const { trouble, state } = health()
    expect(state).toBe('needs sign-in')
    expect(trouble?.what).toBe('HubSpot does not take the key any more. It says: “The key … has expired”')
    expect(JSON.stringify(rig.desk.answer())).not.toContain(goodKey)
    const calls = world.standIn.calls.length
    await rig.runFor(60 * minute, 5)
    expect(world.standIn.calls.length).toBe(calls)
    world.signIn(true)
    await rig.desk.setKeys('crm', { key: goodKey })
    await rig.runFor(minute)
    expect(health().state).toBe('ok')
    // Once refused, and taken the second time: nobody hears of it.
    world.standIn.faults.push('sign-in-once')
    await rig.runFor(minute)
    expect(health()).toMatchObject({ state: 'ok', trouble: null })
  })

  test('[N7] a web page in the place of an answer is told in words; the numbers stay, and their age is said', async () => {
    const id = deal('stage-demo')
    clock.forward(20 * minute)
    await start()
    const { readAt } = health()
    for (let pages = 0; pages < 5000; pages++) world.standIn.faults.push('page')
    await rig.runFor(10 * minute, 20)
    expect(health()).toMatchObject({ state: 'late', readAt, trouble: { kind: 'strange' } })
    expect(health().trouble?.what).toContain('a web page in the place of numbers')
    expect(statusOf(id)).toBe('open')
    world.behave()
    await rig.runFor(6 * minute)
    expect(health()).toMatchObject({ state: 'ok', trouble: null })
  })

  test('[N45] a web page in the place of the first splits is no account without them', async () => {
    clock.forward(20 * minute)
    await start()
    for (let good = 0; good < 6; good++) {
      await rig.restart('sources')
      const id = deal(won, { hubspot_owner_id: '73' })
      world.standIn.splits.set(id, [
        { owner: '71', share: '0.6' },
        { owner: '72', share: '0.4' },
      ])
      world.standIn.faults.push(...Array.from({ length: good }, () => null), 'page')
      await rig.runFor(10 * minute, 5)
      const credits = rig.facts().get(`deal:${id}`)?.credits ?? []
      expect([good, ...credits.map(({ share }) => share)]).toEqual([good, 0.6, 0.4])
    }
  })

  test('[N7] it waits as long as it is told to', async () => {
    await start()
    world.standIn.faults.push('rate-with-time')
    await rig.runFor(minute)
    const calls = world.standIn.calls.length
    clock.forward(6000)
    await rig.desk.run()
    expect(world.standIn.calls.length).toBe(calls)
    clock.forward(1000)
    await rig.desk.run()
    expect(world.standIn.calls.length).toBeGreaterThan(calls)
    expect(health().state).toBe('ok')
  })

  test('[N8] a right that is missing keeps nothing else from being read, and its past comes once it is given', async () => {
    world.standIn.lacking.add('crm.objects.calls.read')
    const id = deal('stage-demo')
    world.standIn.put('calls', { hs_timestamp: '2026-09-01T12:00:00Z', hubspot_owner_id: '72' }, '555')
    clock.forward(20 * minute)
    await start()
    expect(statusOf(id)).toBe('open')
    expect(health()).toMatchObject({ state: 'refused', trouble: { kind: 'rights' } })
    expect(health().trouble?.what).toBe('The key may not read this: crm.objects.calls.read is missing.')
    world.standIn.lacking.clear()
    await rig.runFor(minute, 2)
    expect(health().state).toBe('ok')
    expect(rig.facts().get('call:555')).toMatchObject({ at: '2026-09-01T12:00:00.000Z' })
  })

  test('[N13] a stage that the floor sees otherwise, and a pipeline that is not read, are put right in what stands', async () => {
    const offer = deal('stage-offer')
    const renewal = deal(won, { pipeline: 'renewals', dealstage: 'f0b2a1de-0001' })
    clock.forward(20 * minute)
    await start()
    expect([statusOf(offer), statusOf(renewal)]).toEqual(['open', 'won'])
    await rig.edit(
      floorWithSource('hubspot', ', pipelines: [default], stages: [{ stage: stage-offer, as: won }]'),
    )
    await rig.runFor(minute, 2)
    expect([statusOf(offer), statusOf(renewal)]).toEqual(['won', null])
    expect(celebrated()).toEqual([])
  })

  test('[N4] paused it asks nothing; the past goes on where it was', async () => {
    for (const month of ['07', '08', '09', '10']) deal(won, { closedate: `2026-${month}-12T12:00:00Z` })
    clock.forward(20 * minute)
    await start(', paused: true')
    expect([world.standIn.calls.length, health().state]).toEqual([0, 'paused'])
    await rig.edit(floorWithSource('hubspot'))
    await rig.runFor(minute)
    expect([rig.facts().size, health().past]).toEqual([4, null])
  })

  test('[N14] what the floor cannot take is told, and the rest is taken', async () => {
    deal(won, { deal_currency_code: 'CHF' })
    const good = deal(won)
    clock.forward(20 * minute)
    await start()
    expect(statusOf(good)).toBe('won')
    expect(health().refused.facts).toBe(0)
    expect(health().lackedRates).toMatchObject([{ currency: 'CHF', deals: 1 }])
  })

  test('[N36] deals that lack a rate are counted by currency, and are taken as soon as the floor has one', async () => {
    const early = deal(won, { deal_currency_code: 'CHF', closedate: '2026-10-05T15:00:00Z' })
    const late = deal(won, { deal_currency_code: 'CHF' })
    const other = deal(won, { deal_currency_code: 'SEK' })
    clock.forward(20 * minute)
    await start()
    expect(health().lackedRates).toEqual([
      { currency: 'CHF', deals: 2, from: '2026-10-05' },
      { currency: 'SEK', deals: 1, from: '2026-11-20' },
    ])
    // One that is in another currency now waits for nothing.
    world.standIn.put('deals', { deal_currency_code: 'USD' }, other)
    await rig.runFor(minute)
    expect([statusOf(other), health().lackedRates.map(({ currency }) => currency)]).toEqual(['won', ['CHF']])
    await rig.restart('feed')
    await rig.runFor(minute)
    expect(health().lackedRates).toEqual([{ currency: 'CHF', deals: 2, from: '2026-10-05' }])
    const withRateFrom = (day: string): string =>
      floorWithSource('hubspot').replace('rates: [', `rates: [{ currency: CHF, from: ${day}, rate: 1.1 }, `)
    await rig.edit(withRateFrom('2026-11-01'))
    await rig.runFor(minute)
    expect([statusOf(early), statusOf(late)]).toEqual([null, 'won'])
    expect(health().lackedRates).toEqual([{ currency: 'CHF', deals: 1, from: '2026-10-05' }])
    await rig.edit(withRateFrom('2026-10-01'))
    await rig.runFor(minute)
    expect([statusOf(early), health().lackedRates]).toEqual(['won', []])
    // It happened long ago: nobody celebrates that a rate was written down.
    expect(celebrated()).toEqual([`big:crm:deal:${other}`])
  })

  test('[N34] [N35] each night the month is counted there and here; what differs twice is told once, and stands on the tile', async () => {
    deal(won)
    clock.forward(20 * minute)
    await start()
    expect([health().compared, health().state]).toEqual([null, 'ok'])
    /** From half past three in New York on. */
    const night = async (day: string): Promise<void> => {
      clock.set(`${day}T08:30:00Z`)
      for (let step = 0; step < 4; step++) await rig.runFor(6 * minute)
    }
    await night('2026-11-21')
    expect(health()).toMatchObject({
      state: 'ok',
      compared: { label: 'November 2026', differs: false, theirs: { won: 1 }, ours: { won: 1 } },
    })
    expect(rig.differences).toEqual([])
    deal(won, { dealname: 'Northwind renewal', deal_currency_code: 'CHF' })
    await night('2026-11-22')
    expect(rig.differences).toEqual(['2026-11-22: Northwind renewal'])
    expect(health()).toMatchObject({
      state: 'differs',
      compared: { differs: true, theirs: { won: 2 }, ours: { won: 1 }, missing: ['Northwind renewal'] },
    })
    await rig.restart('feed')
    await rig.runFor(6 * minute, 3)
    expect([rig.differences.length, health().state]).toEqual([1, 'differs'])
    await rig.edit(
      floorWithSource('hubspot').replace(
        'rates: [',
        'rates: [{ currency: CHF, from: 2026-01-01, rate: 1.1 }, ',
      ),
    )
    await rig.runFor(minute)
    // Whoever mended it need not wait for the night.
    await rig.desk.difference('crm')
    expect(health()).toMatchObject({ state: 'ok', compared: { differs: false, ours: { won: 2 } } })
    // On the first of a month the one before is counted whole.
    await night('2026-12-01')
    expect(health().compared).toMatchObject({ label: 'November 2026', differs: false, theirs: { won: 2 } })
    expect(rig.differences).toHaveLength(1)
  })

  test('[N21] before it starts it says who is known, which stages there are, and this month as both count it', async () => {
    deal(won, { amount: '19.99' })
    deal(won, { amount: '1000', deal_currency_code: 'JPY' })
    deal(won, { deal_currency_code: 'CHF' })
    deal(won, { closedate: '2026-10-31T15:00:00Z' })
    // The last hour of October in New York is November in Greenwich.
    deal(won, { closedate: '2026-11-01T03:30:00Z' })
    clock.forward(20 * minute)
    await start(', paused: true')
    const [settings] = rig.floor.floor.current().file.sources
    if (!settings) throw new Error('no source')
    const tried = await rig.desk.tryOut({ settings })
    expect(tried.rights.every(({ granted }) => granted === true)).toBe(true)
    expect(tried.people).toEqual({
      matched: 2,
      of: 3,
      unknown: [{ name: 'Sam Newman', email: 'sam.newman@northwind.test' }],
    })
    expect(
      tried.pipelines.flatMap(({ stages }) => stages.map(({ name, flag }) => `${name} ${flag}`)),
    ).toEqual([
      ...['Demo open', 'Offer open', 'Closed won won', 'Closed lost lost'],
      ...['Due open', 'Renewed won'],
    ])
    expect(tried.period).toMatchObject({
      label: 'November 2026',
      theirs: { won: 3 },
      ours: {
        won: 2,
        amounts: [
          { currency: 'JPY', minor: 1000 },
          { currency: 'USD', minor: 1999 },
        ],
      },
    })
    expect(tried.period?.refused[0]?.why).toContain('CHF')
    expect(rig.facts().size).toBe(0)
    const wrong = await rig.desk.tryOut({ settings, keys: { key: 'pat-eu1-typo' } })
    expect(wrong.trouble).toContain('does not take the key')
    expect(JSON.stringify(wrong)).not.toContain('pat-eu1-typo')
  })

  test('[N22] it says what differs from the vendor’s own count', async () => {
    const id = deal(won)
    clock.forward(20 * minute)
    await start()
    expect(await rig.desk.difference('crm')).toMatchObject({
      theirs: { won: 1 },
      ours: { won: 1 },
      missing: [],
    })
    await rig.floor.withdraw('crm', `deal:${id}`)
    const difference = await rig.desk.difference('crm')
    expect(difference).toMatchObject({ theirs: { won: 1 }, ours: { won: 0 } })
    expect(difference?.missing).toHaveLength(1)
  })
})

const clockDate = (): string => new Date(clock.now()).toISOString()
