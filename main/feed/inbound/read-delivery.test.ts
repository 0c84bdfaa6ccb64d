import { expect, test } from 'vitest'
import { InboundSource } from '../../../shared/wire/inbound.ts'
import { documentsIn } from './documents-in.ts'
import { createDeliveryReader } from './read-delivery.ts'

const source = (written: object) => InboundSource.parse({ id: 'zapier', name: 'Zapier', ...written })

const deals = source({
  each: '$.events[?@.object == "deal"]',
  mapping: {
    type: 'deal',
    id: 'id',
    currency: 'USD',
    deleted: { action: ['deleted', 'merged'] },
    fields: {
      status: {
        column: 'deal.stage',
        values: { won: ['Closed Won'], lost: ['Closed Lost'], open: ['Proposal'] },
      },
      name: 'deal.name',
      account: '$.deal["account name"]',
      amount: { column: 'deal.amount', currency: { column: 'deal.currency', default: 'USD' } },
      closedAt: { column: 'deal.closedAt' },
      version: { column: '$body.sent' },
      fields: { segment: 'deal.custom.segment' },
    },
    credits: [{ rep: 'deal.owners[*].email' }],
  },
})

const read = (entry: InboundSource, body: string, type = 'application/json') => {
  const reader = createDeliveryReader(entry)
  if (typeof reader === 'string') return reader
  const found = documentsIn(Buffer.from(body), type)
  return 'fault' in found ? found.fault : reader.read(found.documents)
}

const event = (more: object) => ({
  object: 'deal',
  action: 'updated',
  id: 71,
  deal: {
    name: 'Acme',
    'account name': 'Acme Ltd',
    stage: 'Closed Won',
    amount: '18200.10',
    currency: 'USD',
    closedAt: '2026-11-20T15:02:10Z',
    owners: [{ email: 'ana@example.com' }, { email: 'bo@example.com' }],
    custom: { segment: 'SMB' },
  },
  ...more,
})

test('[N42] each item that its path finds is a row, and columns are paths into it or the whole delivery', () => {
  const body = {
    sent: 7,
    events: [event({}), { object: 'contact', id: 5 }, event({ id: 72, action: 'deleted' })],
  }
  expect(read(deals, JSON.stringify(body))).toEqual([
    {
      kind: 'fact',
      notes: [],
      fact: {
        source: 'zapier',
        id: '71',
        type: 'deal',
        version: 7,
        status: 'won',
        name: 'Acme',
        account: 'Acme Ltd',
        amount: { minor: 1_820_010, currency: 'USD' },
        closedAt: '2026-11-20T15:02:10Z',
        fields: { segment: 'SMB' },
        credits: [
          { rep: 'ana@example.com', share: 0.5 },
          { rep: 'bo@example.com', share: 0.5 },
        ],
      },
    },
    { kind: 'withdrawal', withdrawal: { source: 'zapier', id: '72', version: 7 } },
  ])
})

test('[N42] an item that cannot be read is refused alone, with the path and what stands there', () => {
  const body = {
    sent: 7,
    events: [event({ deal: { ...event({}).deal, amount: 'a lot' } }), event({ id: 72 })],
  }
  const rows = read(deals, JSON.stringify(body))
  expect(rows).toMatchObject([
    { kind: 'refused', id: '71', reason: expect.stringContaining('deal.amount "a lot"') },
    { kind: 'fact' },
  ])
})

test('[N42] numbers keep every digit: an id of nineteen, and an amount that a double would round', () => {
  const calls = source({
    mapping: {
      type: 'activity',
      id: 'call_id',
      fields: {
        kind: { constant: 'call' },
        at: { column: 'started', dateFormat: 'epoch-seconds' },
        fields: { price: 'price' },
      },
      credits: [{ rep: 'user.email' }],
    },
  })
  const body =
    '{"call_id":9007199254740993,"started":1763650930,"price":90071992547409.93,"user":{"email":"ana@example.com"}}'
  expect(read(calls, body)).toMatchObject([
    { kind: 'fact', fact: { id: '9007199254740993', fields: { price: '90071992547409.93' } } },
  ])
})

test('[N42] a form is read as well, and one field of JSON is that JSON', () => {
  const leads = source({
    mapping: {
      type: 'activity',
      id: 'id',
      timeZone: 'Europe/Berlin',
      fields: { kind: { constant: 'lead' }, at: 'at' },
      credits: [{ rep: 'rep' }],
    },
  })
  const form = 'application/x-www-form-urlencoded'
  const fact = { kind: 'fact', fact: { id: '1', credits: [{ rep: 'ana' }] } }
  expect(read(leads, 'id=1&at=2026-11-20T09%3A00%3A00Z&rep=ana', form)).toMatchObject([fact])
  const payload = JSON.stringify({ id: 1, at: '2026-11-20T09:00:00Z', rep: 'ana' })
  expect(read(leads, `payload=${encodeURIComponent(payload)}`, form)).toMatchObject([fact])
  expect(read(leads, `${payload}\n\n${payload}\n`, 'application/x-ndjson')).toMatchObject([fact, fact])
})

test('[N42] what is no JSON says so, whatever it is', () => {
  expect(read(deals, '<html>Bad gateway</html>', 'text/html; charset=utf-8')).toBe('is text/html and no JSON')
  expect(read(deals, '<html>Bad gateway</html>')).toMatch(/^is no JSON/)
  expect(read(deals, '')).toBe('is empty')
  expect(read(deals, '['.repeat(100_000))).toMatch(/nested|deep|level/i)
  expect(
    read(deals, JSON.stringify({ events: Array.from({ length: 5001 }, () => ({ object: 'deal' })) })),
  ).toMatch(/more than 5000/)
})

test('[N42] paths that are none, and regular expressions of others, are refused', () => {
  const broken = (path: string) =>
    createDeliveryReader(source({ ...deals, mapping: { ...written, id: path } }))
  const written = {
    type: 'deal',
    id: 'id',
    currency: 'USD',
    fields: { status: { constant: 'open' } },
    credits: [{ rep: 'rep' }],
  }
  expect(broken('$.deal[')).toMatch(/"\$\.deal\[" is no JSONPath/)
  expect(broken('$.deals[?match(@.name, "(a+)+$")].id')).toMatch(/is no JSONPath/)
  expect(broken('First name')).not.toBeTypeOf('string')
})
