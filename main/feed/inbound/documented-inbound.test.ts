// What docs/inbound.md shows can be used as it stands there.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inboundFaults } from '../../../shared/domain/floor-file/inbound-faults.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { InboundProof } from '../../../shared/wire/inbound.ts'
import { createDeliveryReader } from './read-delivery.ts'

const page = readFileSync('docs/inbound.md', 'utf8')

test('the entry reads a deal, and a deal that is gone', () => {
  const written = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
  const floor = { name: 'Floor', timeZone: 'UTC', currency: 'USD' }
  const file = FloorFile.parse({ floor, ...written })
  expect(inboundFaults(file)).toEqual([])
  const [source] = file.inbound
  const reader = source === undefined ? 'there is none' : createDeliveryReader(source)
  if (typeof reader === 'string') throw new Error(reader)
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

test('the proofs are proofs', () => {
  const shown = [...page.matchAll(/`(\{ kind: [^`]*\})`/g)].map(([, text]) => parse(text ?? ''))
  expect(shown.length).toBeGreaterThanOrEqual(6)
  for (const proof of shown) expect(InboundProof.safeParse(proof).error).toBeUndefined()
})
