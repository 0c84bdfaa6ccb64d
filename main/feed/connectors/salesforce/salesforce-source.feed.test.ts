import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Keys } from '../../../../shared/wire/sources.ts'
import { type Fields, goodKeys, goodUser } from '../../../../test/connectors/salesforce-stand-in.ts'
import {
  openSalesforceWorld,
  type SalesforceWorld,
  won,
} from '../../../../test/connectors/salesforce-world.ts'
import { type TestClock, testClock } from '../../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig } from '../connector-suite.ts'
import { addressOf } from './sign-in.ts'

const minute = 60_000

let clock: TestClock
let world: SalesforceWorld
let rig: SourceRig | null = null
let next = 0

beforeEach(async () => {
  // Ten in the morning of a Friday in New York.
  clock = testClock('2026-11-20T15:00:00Z')
  world = await openSalesforceWorld(clock)
})
afterEach(async () => {
  await rig?.close()
  rig = null
  await world.close()
})

const settings = ', address: northwind.my.salesforce.com'
const start = async (more = '', keys: Keys = goodKeys, isFullCredit = false): Promise<SourceRig> => {
  clock.forward(20 * minute)
  const text = floorWithSource('salesforce', settings + more)
  rig = await openSourceRig(
    { ...world, keys },
    clock,
    isFullCredit ? text.replace('currency: USD', 'currency: USD, credit: full') : text,
  )
  await rig.runFor(minute)
  return rig
}
const deal = (more: Fields = {}, id?: string): string =>
  world.standIn.put(
    'Opportunity',
    id === undefined
      ? {
          Name: `Deal ${next++}`,
          AccountId: null,
          Amount: 100,
          CurrencyIsoCode: 'USD',
          CloseDate: '2026-11-20',
          OwnerId: world.people.priya,
          RecordTypeId: null,
          StageName: 'Qualification',
          ...more,
        }
      : more,
    id,
  )
const factOf = (id: string) => {
  const fact = rig?.facts().get(`deal:${id}`)
  return fact?.type === 'deal' ? fact : null
}
const health = () => {
  const [found] = rig?.desk.answer().sources ?? []
  if (found === undefined) throw new Error('no source')
  return found
}
const tried = async (keys?: Keys) => {
  const [source] = rig?.floor.floor.current().file.sources ?? []
  if (rig === null || source === undefined) throw new Error('no source')
  return rig.desk.tryOut({ settings: source, ...(keys !== undefined && { keys }) })
}
const withCertificate = (): Keys => ({
  'consumer-key': goodKeys['consumer-key'],
  username: goodUser,
  'private-key': world.standIn.privateKey,
})

describe('signing in to Salesforce', () => {
  test('[N95] [N66] what was imported in one minute is asked for no more once ten minutes are over: a look is one call', async () => {
    await start()
    for (let made = 0; made < 1200; made++) deal()
    const asked = async (ms: number): Promise<number> => {
      const before = world.standIn.requests
      await rig?.runFor(ms)
      return world.standIn.requests - before
    }
    expect(await asked(minute)).toBeGreaterThan(2)
    for (let looks = 0; looks < 3; looks++) await asked(12 * minute)
    expect(await asked(minute)).toBe(1)
    const later = deal()
    await rig?.runFor(minute)
    expect(factOf(later)?.status).toBe('open')
  })

  test('[N60] is done by a secret or by what a private key signs, and anew once a session is over', async () => {
    const id = deal()
    await start('', withCertificate())
    expect(factOf(id)).toMatchObject({ status: 'open' })
    expect(world.standIn.grants).toEqual(['urn:ietf:params:oauth:grant-type:jwt-bearer'])
    world.standIn.tokens.clear()
    await rig?.desk.setKeys('crm', goodKeys)
    await rig?.runFor(minute)
    world.standIn.tokens.clear()
    await rig?.runFor(minute)
    expect(health()).toMatchObject({ state: 'ok', trouble: null })
    expect(new Set(world.standIn.grants.slice(1))).toEqual(new Set(['client_credentials']))
  })

  test.each([
    ['invalid_grant', 'no client credentials user enabled', 'nobody to run as', 'Run As'],
    ['invalid_grant', 'request not supported on this domain', 'does not let programs in', 'My Domain'],
    ['invalid_client_id', 'client identifier invalid', 'no app with this Consumer Key', 'Consumer Key'],
    ['invalid_client', 'invalid client credentials', 'not that of this Consumer Key', 'both'],
    [
      'invalid_app_access',
      'user is not admin approved to access this app',
      'not been approved',
      'pre-authorized',
    ],
    ['unsupported_grant_type', 'grant type not supported', 'does not let programs in by a secret', 'tick'],
    ['something_new', 'whatever', '(something_new)', 'compare'],
  ])(
    '[N60] a refusal (%s, %s) is told with where it is put right',
    async (error, error_description, what, click) => {
      world.standIn.refusal = { error, error_description }
      await start()
      expect(health()).toMatchObject({ state: 'needs sign-in' })
      expect(health().trouble?.what).toContain(what)
      expect(health().trouble?.click).toContain(click)
      const { length } = world.standIn.grants
      await rig?.runFor(10 * minute, 5)
      expect(world.standIn.grants.length).toBe(length)
    },
  )

  test('[N60] [N11] keys that cannot be any are told before anything is sent, and no sentence holds one', async () => {
    await start(', paused: true')
    for (const [keys, what] of [
      [{ 'consumer-key': 'abc' }, 'The Consumer Secret is missing, or a private key'],
      [{ ...withCertificate(), username: '' }, 'username'],
      [{ ...withCertificate(), 'private-key': 'no key' }, 'begins with'],
    ] as const) {
      const given = Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== ''))
      expect((await tried(given)).trouble).toContain(what)
    }
    expect(world.standIn.grants).toEqual([])
    const wrong = await tried({ ...goodKeys, 'consumer-secret': 'not-the-right-secret' })
    expect(wrong.trouble).toContain('not that of this Consumer Key')
    expect(JSON.stringify(wrong)).not.toContain('not-the-right-secret')
    expect(JSON.stringify([world.standIn.calls, rig?.desk.answer()])).not.toContain(
      goodKeys['consumer-secret'],
    )
  })
})

test.each([
  ['northwind.my.salesforce.com', 'https://northwind.my.salesforce.com'],
  [' https://Northwind.my.salesforce.com/ ', 'https://northwind.my.salesforce.com'],
  ['https://northwind.lightning.force.com/lightning/page/home', 'https://northwind.my.salesforce.com'],
  ['northwind--uat.sandbox.my.salesforce.com', 'https://northwind--uat.sandbox.my.salesforce.com'],
])('[N60] the address %s is taken as %s', (address, api) => {
  expect(addressOf(address)).toBe(api)
})

test.each(['login.salesforce.com', 'northwind.test', 'my.salesforce.com.evil.test', '127.0.0.1', 'a@b'])(
  '[N60] the address %s is none',
  (address) => {
    expect(() => addressOf(address)).toThrow('no My Domain')
  },
)

describe('Salesforce as a source', () => {
  test('[N61] names each right that is missing, and asks for nothing that the user may not see', async () => {
    const id = deal({ AccountId: [...(world.standIn.rows['Account']?.keys() ?? [])][0] ?? null })
    for (const hidden of [
      'Account',
      'Task',
      'Opportunity.Amount',
      'Opportunity.LastStageChangeDate',
      'OpportunitySplit',
    ])
      world.standIn.hidden.add(hidden)
    await start()
    const { rights } = await tried()
    expect(rights.filter(({ granted }) => granted === false).map(({ scope }) => scope)).toEqual([
      ...['Opportunity: Amount', 'Account: Name', 'OpportunitySplit: Read', 'Task: Access Activities'],
    ])
    expect(rights.find(({ scope }) => scope === 'Opportunity: View All Records')?.granted).toBeNull()
    // The rest is read all the same.
    expect(factOf(id)).toMatchObject({ status: 'open', account: null })
    expect(health()).toMatchObject({ state: 'refused', trouble: { kind: 'rights' } })
    expect(health().trouble?.what).toBe('The user may not read Task.')
    world.standIn.hidden.clear()
    clock.forward(60 * minute)
    await rig?.runFor(2 * minute, 4)
    expect(health()).toMatchObject({ state: 'ok', trouble: null })
    expect(factOf(id)).toMatchObject({
      account: 'Northwind Traders',
      amount: { minor: 10_000, currency: 'USD' },
    })
  })

  test('[N61] says so where the user may not use the API at all', async () => {
    world.standIn.isApiDisabled = true
    await start()
    expect((await tried()).rights[0]).toMatchObject({ scope: 'API Enabled', granted: false })
    expect(health()).toMatchObject({ state: 'refused', trouble: { kind: 'rights' } })
    expect(health().trouble?.what).toContain('The REST API is not enabled')
  })

  test('[N61] a field that is taken away while it runs stops nothing', async () => {
    await start()
    world.standIn.hidden.add('Opportunity.Type')
    const id = deal()
    await rig?.runFor(7 * minute, 21)
    expect(factOf(id)?.status).toBe('open')
    expect(health().state).toBe('ok')
  })

  test('[N62] closes on the day that Salesforce counts it on, with the time of day where it was closed that day', async () => {
    const [today, typed] = [deal(), deal({ CloseDate: '2026-10-31' })]
    const late = deal({ CloseDate: '2026-11-19' })
    await start()
    for (const id of [today, typed]) deal({ StageName: won }, id)
    const now = new Date(Math.floor(clock.now() / 1000) * 1000).toISOString()
    // Eleven at night in New York is tomorrow in Greenwich.
    clock.set('2026-11-21T04:00:00Z')
    deal({ StageName: won, CloseDate: '2026-11-20' }, late)
    await rig?.runFor(minute)
    expect([today, typed, late].map((id) => factOf(id)?.closedAt)).toEqual([
      now,
      '2026-10-31',
      '2026-11-21T04:00:00.000Z',
    ])
  })

  test('[N63] splits of the type that sums to the amount are credits, the owner first, and change without their deal', async () => {
    const id = deal({ OwnerId: world.people.marcus })
    const { priya, marcus, sam } = world.people
    const put = (SplitOwnerId: string, SplitPercentage: number, SplitTypeId: string, part?: string): string =>
      world.standIn.put(
        'OpportunitySplit',
        { OpportunityId: id, SplitOwnerId, SplitPercentage, SplitTypeId },
        part,
      )
    const first = put(priya, 33.34, world.splitTypes.revenue)
    put(marcus, 66.66, world.splitTypes.revenue)
    put(sam, 250, world.splitTypes.overlay)
    await start()
    const credits = () => factOf(id)?.credits.map(({ rep, share }) => `${rep} ${share ?? 1}`)
    expect(credits()).toEqual(['marcus@northwind.test 0.6666', 'priya@northwind.test 0.3334'])
    put(sam, 33.34, world.splitTypes.revenue, first)
    await rig?.runFor(minute)
    expect(credits()).toEqual(['marcus@northwind.test 0.6666', 'sam.newman@northwind.test 0.3334'])
    // Half of it gone, it is the owner's alone until somebody has typed the rest.
    world.standIn.removePart('OpportunitySplit', first)
    await rig?.runFor(minute)
    expect(credits()).toEqual(['marcus@northwind.test 1'])
  })

  test('[N63] who is on the team of a deal helps with it, on a floor where each has the full credit', async () => {
    const id = deal()
    const member = world.standIn.put('OpportunityTeamMember', {
      OpportunityId: id,
      UserId: world.people.sam,
      TeamMemberRole: 'Sales Engineer',
    })
    world.standIn.put('OpportunityTeamMember', {
      OpportunityId: id,
      UserId: world.people.priya,
      TeamMemberRole: 'Owner',
    })
    await start('', goodKeys, true)
    expect(factOf(id)?.credits).toEqual([
      { rep: 'priya@northwind.test', role: 'owner' },
      { rep: 'sam.newman@northwind.test', role: 'assist' },
    ])
    world.standIn.removePart('OpportunityTeamMember', member)
    await rig?.runFor(minute)
    expect(factOf(id)?.credits).toEqual([{ rep: 'priya@northwind.test' }])
  })

  test('[N64] counts the month as Salesforce does, each currency in itself', async () => {
    deal({ StageName: won, Amount: 19.99 })
    deal({ StageName: won, Amount: 0.02 })
    for (const Amount of [33.33, 66.68]) deal({ StageName: won, Amount, CurrencyIsoCode: 'EUR' })
    deal({ StageName: won, Amount: 1000, CurrencyIsoCode: 'JPY' })
    deal({ StageName: won, Amount: null })
    deal({ StageName: won, CloseDate: '2026-12-01' })
    deal({ StageName: 'Closed Lost' })
    world.standIn.remove('Opportunity', deal({ StageName: won }))
    await start()
    const difference = await rig?.desk.difference('crm')
    expect(difference).toMatchObject({ missing: [], extra: [] })
    expect(difference?.theirs.won).toBe(6)
    expect(new Map(difference?.theirs.amounts.map(({ currency, minor }) => [currency, minor]))).toEqual(
      new Map([
        ['USD', 2001],
        ['EUR', 10_001],
        ['JPY', 1000],
      ]),
    )
    expect(difference?.ours.amounts).toEqual(expect.arrayContaining([...(difference?.theirs.amounts ?? [])]))
  })

  test('[N68] by Salesforce’s rates an amount is what Salesforce’s own is, by the rate of the closing date', async () => {
    const dated = (IsoCode: string, StartDate: string, ConversionRate: number): string =>
      world.standIn.put('DatedConversionRate', { IsoCode, StartDate, ConversionRate, NextStartDate: null })
    dated('EUR', '2026-01-01', 0.9)
    dated('EUR', '2026-11-01', 0.8)
    const inEuro = { CurrencyIsoCode: 'EUR', StageName: won }
    const early = [1000, 1000, 19.99].map((Amount) => deal({ ...inEuro, Amount, CloseDate: '2026-10-31' }))
    const late = deal({ ...inEuro, Amount: 1000, CloseDate: '2026-11-01' })
    const open = deal({ CurrencyIsoCode: 'EUR', Amount: 1000, CloseDate: '2026-12-24' })
    // Of a currency without rates for days its one rate holds.
    const yen = deal({ CurrencyIsoCode: 'JPY', Amount: 15_000, StageName: won })
    const own = deal({ Amount: 33.33, StageName: won })
    await start(', rates: vendor')
    const amounts = [...early, late, open, yen, own].map((id) => factOf(id)?.amount)
    expect(amounts).toEqual(
      [111_111, 111_111, 2221, 125_000, 125_000, 10_000, 3333].map((minor) => ({ minor, currency: 'USD' })),
    )
    expect([factOf(late)?.fields?.['Own amount'], factOf(own)?.fields?.['Own amount']]).toEqual([
      '1000 EUR',
      undefined,
    ])
    const found = await rig?.desk.difference('crm')
    expect(found?.theirs).toEqual({ won: 3, amounts: [{ currency: 'USD', minor: 138_333 }] })
    expect(found?.ours).toEqual(found?.theirs)
  })

  test('[N69] where Salesforce’s rates change, what they converted is read again, and is no news', async () => {
    const ids = Array.from({ length: 30 }, () =>
      deal({ CurrencyIsoCode: 'EUR', Amount: 1000, StageName: won, CloseDate: '2026-11-20' }),
    )
    const rate = world.standIn.put('DatedConversionRate', {
      IsoCode: 'EUR',
      StartDate: '2026-01-01',
      ConversionRate: 0.9,
      NextStartDate: null,
    })
    await start(', rates: vendor')
    const sums = (): number[] => [...new Set(ids.map((id) => factOf(id)?.amount?.minor ?? 0))]
    expect(sums()).toEqual([111_111])
    world.standIn.put('DatedConversionRate', { ConversionRate: 0.8 }, rate)
    // What an organization is like is asked for hourly.
    await rig?.runFor(61 * minute, 2)
    await rig?.runFor(minute)
    expect(sums()).toEqual([125_000])
    expect(health()).toMatchObject({ state: 'ok', question: null })
    expect(rig?.floor.told.filter((each) => 'celebrate' in each)).toEqual([])
    expect((await rig?.desk.difference('crm'))?.ours.amounts).toEqual([{ currency: 'USD', minor: 3_750_000 }])
  })

  test('[N64] an organization with one currency has the floor’s, or that of the settings', async () => {
    world.standIn.hidden.add('Opportunity.CurrencyIsoCode').add('CurrencyType')
    world.standIn.rates.clear()
    const id = deal({ StageName: won, Amount: 1250.5 })
    await start(', currency: EUR')
    expect(factOf(id)?.amount).toEqual({ minor: 125_050, currency: 'EUR' })
    expect((await rig?.desk.difference('crm'))?.theirs).toEqual({
      won: 1,
      amounts: [{ currency: 'EUR', minor: 125_050 }],
    })
  })

  test('[N13] reads the record types that the floor names, by ids of 15 characters too', async () => {
    world.standIn.recordTypes.push({ id: '012Kj0000000001IAA', name: 'Renewal' })
    const [renewal, other] = [deal({ RecordTypeId: '012Kj0000000001IAA' }), deal()]
    await start()
    expect([renewal, other].map((id) => factOf(id)?.fields?.['Pipeline'])).toEqual([
      'Renewal',
      'No record type',
    ])
    const { pipelines } = await tried()
    expect(pipelines.map(({ name }) => name)).toEqual(['Renewal', 'No record type'])
    expect(pipelines[0]?.stages.map(({ name, flag }) => `${name} ${flag}`)).toEqual([
      'Qualification open',
      'Proposal / Price Quote open',
      'Closed Won won',
      'Closed Lost lost',
    ])
    await rig?.edit(floorWithSource('salesforce', `${settings}, pipelines: ["012Kj0000000001"]`))
    await rig?.runFor(minute, 2)
    expect([renewal, other].map((id) => factOf(id)?.status ?? null)).toEqual(['open', null])
  })

  test('[N65] a call counts once it is done, a meeting once for all who were invited, and the deal knows of both', async () => {
    const id = deal()
    const at = '2026-11-20T14:30:00.000+0000'
    await start()
    const call = world.standIn.put('Task', {
      TaskSubtype: 'Call',
      IsClosed: false,
      ActivityDate: '2026-11-20',
      CompletedDateTime: null,
      CallDurationInSeconds: 65,
      CallDisposition: 'Voicemail',
      CallType: 'Outbound',
      WhatId: id,
      OwnerId: world.people.marcus,
    })
    const event: Fields = {
      StartDateTime: at,
      EndDateTime: '2026-11-20T15:15:00.000+0000',
      IsAllDayEvent: false,
      ActivityDate: '2026-11-20',
      OwnerId: world.people.marcus,
      WhatId: id,
    }
    const meeting = world.standIn.put('Event', { ...event, IsChild: false })
    world.standIn.put('Event', { ...event, IsChild: true, OwnerId: world.people.priya })
    await rig?.runFor(minute)
    const activities = () => [...(rig?.facts().values() ?? [])].filter(({ type }) => type === 'activity')
    expect(activities()).toMatchObject([
      { id: `meeting:${meeting}`, at: '2026-11-20T14:30:00.000Z', durationSeconds: 2700, deal: `deal:${id}` },
    ])
    expect(factOf(id)?.lastActivityAt).toBe('2026-11-20')
    world.standIn.put('Task', { IsClosed: true, CompletedDateTime: '2026-11-21T03:00:00.000+0000' }, call)
    await rig?.runFor(minute)
    expect(activities()).toHaveLength(2)
    expect(rig?.facts().get(`call:${call}`)).toMatchObject({
      at: '2026-11-21T03:00:00.000Z',
      durationSeconds: 65,
      outcome: 'Voicemail',
      fields: { Direction: 'Outbound' },
      credits: [{ rep: 'marcus@northwind.test' }],
    })
    world.standIn.put('Task', { IsClosed: false }, call)
    await rig?.runFor(minute)
    expect(activities()).toHaveLength(1)
  })

  test('[N66] one look is one call of the day; at four fifths of it, whoever used them, nothing is asked for an hour', async () => {
    await start()
    const before = world.standIn.requests
    await rig?.runFor(minute)
    expect(world.standIn.requests - before).toBe(1)
    // Somebody who is not there is asked for once.
    const id = deal({ OwnerId: '005Kj0000ZZZZZZIAQ' })
    await rig?.runFor(2 * minute, 2)
    expect(factOf(id)?.credits).toEqual([{ rep: 'Salesforce owner 005Kj0000ZZZZZZIAQ' }])
    const asked = world.standIn.requests
    await rig?.runFor(5 * minute, 5)
    expect(world.standIn.requests - asked).toBeLessThanOrEqual(5 + 3)
    world.standIn.usage = { used: 80_000, of: 100_000 }
    await rig?.runFor(minute)
    const used = world.standIn.requests
    await rig?.runFor(30 * minute, 30)
    expect(world.standIn.requests).toBe(used)
    expect(health()).toMatchObject({ state: 'late', trouble: { kind: 'busy' } })
    expect(health().calls.of).toBe(80_000)
    world.standIn.usage = { used: 70_000, of: 100_000 }
    await rig?.runFor(70 * minute, 70)
    expect(health()).toMatchObject({ state: 'ok', trouble: null })
  })

  test('[N66] a limit that Salesforce answers as forbidden is none of rights', async () => {
    await start()
    world.standIn.faults.push('limit')
    await rig?.runFor(minute)
    expect(health().trouble).toMatchObject({ kind: 'busy' })
    expect(health().state).not.toBe('refused')
  })

  test('[N1] what is purged at once is gone within minutes, and what came back meanwhile is not', async () => {
    const [gone, back] = [deal(), deal()]
    await start()
    world.standIn.purge('Opportunity', gone)
    world.standIn.remove('Opportunity', back)
    await rig?.runFor(minute)
    expect([gone, back].map((id) => factOf(id)?.status ?? null)).toEqual(['open', null])
    world.standIn.restore('Opportunity', back)
    await rig?.runFor(6 * minute, 6)
    expect([gone, back].map((id) => factOf(id)?.status ?? null)).toEqual([null, 'open'])
  })
})
