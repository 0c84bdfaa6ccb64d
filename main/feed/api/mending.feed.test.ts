import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BehindAnswer, type Fix, InboxAnswer, MendedAnswer } from '../../../shared/wire/mending.ts'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { call, startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

let now = 0
let feed: TestFeed
let admin: FeedBrowser
beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  const firstFloorText = smallFloorText.replace(
    '  currency: USD\n',
    '  currency: USD\n  links: [{ source: crm, address: "https://crm.example.com/deal/{id}?from=wall" }]\n',
  )
  feed = await startTestFeed({ clock: { now: () => now }, firstFloorText })
  admin = await openAdmin(feed)
})
afterEach(() => feed.close())

const send = async (...facts: readonly object[]) =>
  expect((await admin.post('/api/v1/facts', { facts })).status).toBe(200)
const inbox = async () => InboxAnswer.parse((await admin.get('/api/v1/faults/inbox')).body)
const fixes = async () => MendedAnswer.parse((await admin.get('/api/v1/faults/fixes')).body).fixes
const behind = async (key: string, after?: string) =>
  BehindAnswer.parse(
    (
      await admin.get(
        `/api/v1/faults/facts?key=${encodeURIComponent(key)}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`,
      )
    ).body,
  )
const mend = async (fix: Fix) => {
  const id = randomUUID()
  const { version } = await inbox()
  const answer = await admin.post('/api/v1/faults/fixes', { id, version, fix })
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.anything()])
  return id
}
const value = async (metric: string, by = 'rep', who = 'priya', window = 'quarter') => {
  const { body } = await admin.get(`/api/v1/metrics/${metric}?by=${by}&window=${window}`)
  return body.rows.find(({ subject }: { subject: string }) => subject === who)?.value ?? 0
}
const kinds = async () =>
  (await inbox()).items.map((item) => (item.kind === 'fault' ? `${item.code} ${item.value}` : item.kind))

describe('the inbox of data faults', () => {
  test('[H95] is empty where nothing is wrong', async () => {
    await send(won('a', 100), call('b'))
    expect(await inbox()).toMatchObject({ items: [], open: 0, unlisted: 0 })
  })

  test('[H95] [H143] what keeps numbers from coming stands first, then whose facts are nobody’s, then what may be right', async () => {
    await send(
      call('a', { credits: [{ rep: 'Raman, Priya' }] }),
      call('b', { credits: [{ rep: 'Raman, Priya' }] }),
      won('c', 100, { amount: null }),
      won('d', 100, { status: 'open', stage: 'Propsal', closedAt: null, expectedCloseOn: '2026-12-01' }),
      won('e', 500_00, { closedAt: '2027-03-02', name: 'Fabrikam' }),
    )
    await admin.post('/api/v1/facts', { facts: [won('f', 100, { amount: { minor: 1, currency: 'CHF' } })] })
    expect(await kinds()).toEqual([
      'refused',
      'unknown-person Raman, Priya',
      'unknown-stage Propsal',
      'no-amount won',
      'ahead',
    ])
    const { items } = await inbox()
    const [refused, person, stage, amount, ahead] = items
    expect(refused).toMatchObject({ door: 'facts', facts: 1, first: [{ fact: 'f' }], lacksRate: 'CHF' })
    expect(person).toMatchObject({
      facts: 2,
      since: now,
      people: [{ id: 'priya', name: 'Priya Raman' }],
      boards: [{ id: 'revenue' }, { id: 'calls-today' }, { id: 'teams' }],
    })
    expect(stage).toMatchObject({ stages: ['Proposal', 'New', 'Closed'] })
    expect(amount?.boards.map(({ id }) => id)).toContain('over')
    expect(ahead).toMatchObject({
      source: 'crm',
      field: 'closedAt',
      facts: 1,
      first: { name: 'Fabrikam', link: 'https://crm.example.com/deal/e?from=wall' },
    })
  })

  test('[H136] what open deals lack is one item, with its facts; the dates among it may be right', async () => {
    await send(
      won('a', 1, { status: 'open', stage: 'Proposal', closedAt: null, amount: null }),
      won('b', 1, { status: 'won', closedAt: null }),
      won('c', 1, { status: 'won', closedAt: null, amount: null }),
    )
    const [won_, ...others] = (await inbox()).items
    expect(others).toEqual([])
    expect(won_).toMatchObject({
      ...{ kind: 'fault', code: 'no-amount', value: 'won', facts: 2 },
      lacks: [
        { field: 'closedAt', facts: 2 },
        { field: 'amount', facts: 1 },
      ],
    })
    expect((await behind(won_?.key ?? '')).facts.map(({ id }) => id)).toEqual(['b', 'c'])
    const right = await mend({ do: 'right', key: won_?.key ?? '', what: 'Won deals' })
    expect(await kinds()).toEqual(['no-amount won'])
    await admin.post(`/api/v1/faults/fixes/${right}/undo`)
    expect((await inbox()).items).toMatchObject([{ key: won_?.key }])
    expect((await admin.get('/api/v1/faults/facts?key=["lacking"]')).status).toBe(404)
  })

  test('[H101] the facts behind are listed fifty at a time', async () => {
    await send(
      ...Array.from({ length: 120 }, (_, nth) => call(`${nth}`, { credits: [{ rep: 'Nobody Here' }] })),
    )
    const key = (await inbox()).items[0]?.key ?? ''
    const found: string[] = []
    let after: string | undefined
    for (let pages = 0; pages < 5; pages++) {
      const page = await behind(key, after)
      found.push(...page.facts.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(new Set(found).size).toBe(120)
    expect(found).toHaveLength(120)
    expect((await admin.get('/api/v1/faults/facts?key=nothing')).status).toBe(404)
  })

  test('[H95] only whoever administers the floor asks and mends', async () => {
    const manager = await joinAs(feed, admin, { email: 'm@northwind.test', role: 'manager' })
    for (const path of ['inbox', 'fixes', 'facts?key=x'])
      expect((await manager.get(`/api/v1/faults/${path}`)).status).toBe(403)
  })
})

describe('mended in place', () => {
  test('[H98] an alias corrects the past, is listed with who gave it, and is taken back', async () => {
    await send(
      call('a', { credits: [{ rep: 'P. Ramann' }] }),
      call('b', { at: '2026-10-05T10:00:00Z', credits: [{ rep: 'P. Ramann' }] }),
    )
    expect(await value('calls')).toBe(0)
    const id = await mend({ do: 'alias', name: 'P. Ramann', person: 'priya' })
    expect([await value('calls'), (await inbox()).open]).toEqual([2, 0])
    await feed.restart()
    expect(await fixes()).toMatchObject([
      { id, by: 'Maya Chen', at: now, fix: { do: 'alias' }, about: 'Priya Raman', undone: null },
    ])
    now += 60_000
    const undone = await admin.post(`/api/v1/faults/fixes/${id}/undo`)
    expect(undone.status).toBe(200)
    expect([await value('calls'), (await inbox()).open]).toEqual([0, 1])
    expect(await fixes()).toMatchObject([{ undone: { at: now, by: 'Maya Chen' } }])
  })

  test('[H98] the same fix sent again is made once; one from a version that is over is refused', async () => {
    await send(call('a', { credits: [{ rep: 'Partner' }] }))
    const { version } = await inbox()
    const request = { id: randomUUID(), version, fix: { do: 'nobody', name: 'Partner', counts: 'nowhere' } }
    expect((await admin.post('/api/v1/faults/fixes', request)).status).toBe(200)
    expect((await admin.post('/api/v1/faults/fixes', request)).status).toBe(200)
    expect(await fixes()).toHaveLength(1)
    const stale = { ...request, id: randomUUID(), fix: { ...request.fix, name: 'Other' } }
    expect(await admin.post('/api/v1/faults/fixes', stale)).toMatchObject({
      status: 409,
      body: { code: 'stale-floor' },
    })
    expect(await value('calls', 'org', 'org')).toBe(0)
  })

  test('[H96] a misread date, a wrong amount and a fact that is wrong are mended until the source says something else', async () => {
    await send(won('a', 700, { closedAt: '2027-02-11' }), won('b', 90_000_00), won('c', 5_000))
    await mend({
      do: 'fact',
      source: 'crm',
      fact: 'a',
      field: 'closedAt',
      was: '2027-02-11',
      is: '2026-11-02',
    })
    await mend({
      ...{ do: 'fact', source: 'crm', fact: 'b', field: 'amount' },
      was: { minor: 90_000_00, currency: 'USD' },
      is: { minor: 900_00, currency: 'USD' },
    })
    const leftOut = await mend({ do: 'left-out', source: 'crm', fact: 'c' })
    expect(await value('revenue')).toBe(700 + 900_00)
    expect((await inbox()).open).toBe(0)
    const { body } = await admin.get('/api/v1/metrics/revenue/facts?rep=priya&window=quarter')
    expect(
      body.parts[0].lines.map(({ id, when, adds }: { id: string; when: string; adds: number }) => [
        id,
        when,
        adds,
      ]),
    ).toEqual([
      ['b', '2026-11-20T19:00:00Z', 900_00],
      ['a', '2026-11-02', 700],
    ])
    expect(body.leftOut).toMatchObject([{ why: 'left-out', facts: 1, first: { id: 'c' } }])
    await send(won('b', 1_000_00))
    expect(await value('revenue')).toBe(700 + 1_000_00)
    await admin.post(`/api/v1/faults/fixes/${leftOut}/undo`)
    expect(await value('revenue')).toBe(700 + 1_000_00 + 5_000)
  })

  test('[H96] a stage of another name, deals without an amount, a currency without a rate', async () => {
    await send(
      won('a', 1, { amount: null }),
      won('b', 1, { status: 'open', stage: 'Angebot', closedAt: null, expectedCloseOn: '2026-12-01' }),
    )
    await mend({ do: 'no-amount', status: 'won', amount: 50 })
    await mend({ do: 'stage', stage: 'Angebot', is: 'Proposal' })
    expect([await kinds(), await value('revenue')]).toEqual([[], 50_00])
    await mend({ do: 'rate', currency: 'EUR', from: '2026-01-01', rate: 2 })
    await send(won('c', 100, { amount: { minor: 100, currency: 'EUR' } }))
    expect(await value('revenue')).toBe(50_00 + 200)
  })

  test('[H102] what is right, or was seen, is told no more; undone it is told again', async () => {
    await send(won('a', 100, { closedAt: '2027-02-11' }))
    await admin.post('/api/v1/facts', { facts: [won('f', 100, { amount: { minor: 1, currency: 'CHF' } })] })
    const refused = (await inbox()).items.find(({ kind }) => kind === 'refused')
    await mend({ do: 'seen', key: refused?.key ?? '', what: 'the API' })
    const right = await mend({
      do: 'right',
      key: JSON.stringify(['date', 'crm', 'a', 'closedAt', '2027-02-11']),
      what: 'a',
    })
    expect(await kinds()).toEqual([])
    await admin.post(`/api/v1/faults/fixes/${right}/undo`)
    expect(await kinds()).toEqual(['ahead'])
    now += 1000
    await admin.post('/api/v1/facts', { facts: [won('f', 100, { amount: { minor: 1, currency: 'CHF' } })] })
    expect(await kinds()).toEqual(['refused', 'ahead'])
  })

  test('[H100] a person’s month that is far from their own usual is told, with what is usual', async () => {
    const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']
    await send(
      ...months.map((month) => won(month, 1000_00, { closedAt: `${month}-10` })),
      won('typo', 100_000_00),
    )
    const [item, ...others] = (await inbox()).items
    expect(others).toEqual([])
    expect(item).toMatchObject({
      kind: 'outlier',
      person: { id: 'priya' },
      metric: { id: 'revenue' },
      display: '$100,000',
      usual: '$1,000',
      times: 100,
      window: 'month',
    })
    await mend({ do: 'right', key: item?.key ?? '', what: 'Priya' })
    expect((await inbox()).open).toBe(0)
  })
})
