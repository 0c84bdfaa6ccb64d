// What docs/inbound.md shows can be used as it stands there.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inboundFaults } from '../../../shared/domain/floor-file/inbound-faults.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { InboundProof } from '../../../shared/wire/inbound.ts'
import { createDeliveryReader } from './read-delivery.ts'

const page = readFileSync('docs/inbound.md', 'utf8')

const entries = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, text]) => {
  const floor = { name: 'Floor', timeZone: 'UTC', currency: 'USD' }
  const file = FloorFile.parse({ floor, ...parse(text ?? '') })
  expect(inboundFaults(file)).toEqual([])
  return file.inbound
})

const readerOf = (id: string) => {
  const source = entries.find((entry) => entry.id === id)
  const reader = source === undefined ? 'there is none' : createDeliveryReader(source)
  if (typeof reader === 'string') throw new Error(reader)
  return reader
}

test('the entry reads a deal, and a deal that is gone', () => {
  const reader = readerOf('zapier')
  const deal = {
    deal_id: 'd-1',
    stage: 'Closed Won',
    value: { amount: '18200', currency: 'EUR' },
    closed_at: '2026-11-20T15:02:10Z',
    owner: { email: 'ana@example.com' },
  }
  const body = { sent_at: '2026-11-20T15:02:11Z', deals: [deal, { deal_id: 'd-2', event: 'deal.deleted' }] }
  expect(reader.read([body])).toMatchObject([
    { kind: 'fact', fact: { id: 'd-1', status: 'won', amount: { minor: 1_820_000, currency: 'EUR' } } },
    { kind: 'withdrawal', withdrawal: { id: 'd-2', version: '2026-11-20T15:02:11Z' } },
  ])
})

test('a deal of Zoho is won on its closing date, and open without one', () => {
  const deal = {
    id: 'z-1',
    name: 'Northwind',
    stage: 'Closed Won',
    amount: '18200.50',
    closing: '2026-11-20',
    owner: 'ana@example.com',
    modified: '2026-11-20T15:02:11+05:30',
  }
  const bodies = [deal, { ...deal, id: 'z-2', stage: 'Qualification' }, { id: 'z-3', event: 'deleted' }]
  expect(readerOf('zoho').read(bodies)).toMatchObject([
    {
      kind: 'fact',
      fact: {
        id: 'z-1',
        status: 'won',
        closedAt: '2026-11-20',
        amount: { minor: 1_820_050, currency: 'EUR' },
        credits: [{ rep: 'ana@example.com' }],
      },
    },
    { kind: 'fact', fact: { id: 'z-2', status: 'open', expectedCloseOn: '2026-11-20' } },
    { kind: 'withdrawal', withdrawal: { id: 'z-3' } },
  ])
})

test('a deal of Dynamics is what its state says', () => {
  const row = {
    opportunityid: '8b2c',
    name: 'Northwind',
    statecode: 1,
    actualvalue: 18_200,
    currency: 'USD',
    actualclosedate: '2026-11-20',
    modifiedon: '2026-11-20T15:02:11Z',
    owner: 'ana@example.com',
  }
  const bodies = [
    row,
    { ...row, opportunityid: '9d', statecode: 0, actualclosedate: null, actualvalue: null },
    { opportunityid: '7a', change: 'Deleted' },
  ]
  expect(readerOf('dynamics').read(bodies)).toMatchObject([
    { kind: 'fact', fact: { id: '8b2c', status: 'won', amount: { minor: 1_820_000, currency: 'USD' } } },
    { kind: 'fact', fact: { id: '9d', status: 'open' } },
    { kind: 'withdrawal', withdrawal: { id: '7a' } },
  ])
})

test('the proofs are proofs', () => {
  const shown = [...page.matchAll(/`(\{ kind: [^`]*\})`/g)].map(([, text]) => parse(text ?? ''))
  expect(shown.length).toBeGreaterThanOrEqual(6)
  for (const proof of shown) expect(InboundProof.safeParse(proof).error).toBeUndefined()
})
