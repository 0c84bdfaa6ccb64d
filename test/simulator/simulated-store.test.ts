import { expect, test } from 'vitest'
import { BadSetUp } from '../../main/feed/bad-set-up.ts'
import { createRandom } from '../../main/feed/demo/world/random.ts'
import { describeStore } from '../../main/feed/store/store-suite.ts'
import { createSimulatedDisk } from './simulated-disk.ts'
import { openSimulatedStore, openSimulatedTables } from './simulated-store.ts'

describeStore('the simulated disk', () => {
  const disk = createSimulatedDisk(createRandom('suite'))
  return { open: (decide) => openSimulatedStore(disk, decide), remove: () => undefined }
})

const row = (key: string) => ({
  at: 1,
  by: 'test',
  key,
  beforeSeq: null,
  body: `{"fact":{"of":${JSON.stringify(key)}},"history":[],"receivedAt":1}`,
})

test('whatever the power leaves, a group is there whole or not at all, and what was synced is there', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const disk = createSimulatedDisk(createRandom(seed))
    const tables = openSimulatedTables(disk)
    tables.write([row('["a"]'), row('["b"]')], 0)
    disk.lies = true
    tables.write([row('["c"]'), row('["d"]')], 2)
    expect(disk.hasLied).toBe(true)
    disk.crash()
    disk.plugIn()
    expect([2, 4]).toContain(openSimulatedTables(disk, { salvage: true }).lastSeq)
    // Having been salvaged, it is in order.
    expect([2, 4]).toContain(openSimulatedTables(disk).lastSeq)
  }
})

test('every single bit that is turned over is noticed when the log is opened', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const disk = createSimulatedDisk(createRandom(seed))
    openSimulatedTables(disk).write([row('["a"]'), row('["b"]')], 0)
    expect(disk.flip('log')).toBe(true)
    expect(() => openSimulatedTables(disk)).toThrow(BadSetUp)
    disk.repair()
    expect(openSimulatedTables(disk).lastSeq).toBe(2)
  }
})

test.each(['full', 'read-only'] as const)('on a %s disk nothing of a group stands', (health) => {
  const disk = createSimulatedDisk(createRandom(health))
  const tables = openSimulatedTables(disk)
  tables.write([row('["a"]')], 0)
  disk.health = health
  expect(() => tables.write([row('["b"]')], 1)).toThrow()
  disk.health = 'good'
  tables.write([row('["c"]')], 1)
  disk.crash()
  const left = openSimulatedTables(disk)
  expect(left.lastSeq).toBe(2)
  expect([...left.heads(['["a"]', '["b"]', '["c"]']).keys()]).toEqual(['["a"]', '["c"]'])
})
