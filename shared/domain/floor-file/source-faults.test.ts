import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { sourceFaults } from './source-faults.ts'

const faultsOf = (sources: readonly object[], inbound: readonly object[] = []): string[] =>
  sourceFaults(
    FloorFile.parse({
      floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
      sources: sources.map((source) => ({ name: 'CRM', vendor: 'hubspot', ...source })),
      inbound,
    }),
  ).map(({ path, message }) => `${path.join('.')}: ${message}`)

test('[N13] no two sources have the same facts, and none has those of an inbound webhook', () => {
  expect(faultsOf([{ id: 'crm' }, { id: 'other', source: 'elsewhere' }])).toEqual([])
  expect(faultsOf([{ id: 'crm' }, { id: 'other', source: 'CRM' }])).toEqual([
    'sources.1.source: its facts would have the source of sources[0]: give it another one',
  ])
  expect(
    faultsOf([{ id: 'zapier' }], [{ id: 'zapier', name: 'Zapier', proof: { kind: 'address' } }]),
  ).toEqual(['sources.0.id: its facts would have the source of inbound[0]: give it another one'])
})

test('[N13] a stage is seen otherwise once', () => {
  const stages = [
    { stage: '4417', as: 'won' },
    { stage: '4417', as: 'lost' },
  ]
  expect(faultsOf([{ id: 'crm', stages }])).toEqual(['sources.0.stages.1.stage: "4417" is named twice'])
})
