import { describe, expect, test } from 'vitest'
import { createFeedMetrics } from '../feed/api/feed-metrics.ts'
import { healthOf } from './node-health.ts'
import type { NodeState } from './node-state.ts'

const well: NodeState = {
  url: 'http://10.0.0.7:4400',
  version: '1.2.3',
  stage: 'serving',
  databaseTrouble: null,
  beatAgeMs: 120,
  clockAheadMs: 3,
  floors: [],
}
const floor = (name: string, trouble: string | null) => ({
  name,
  trouble,
  metrics: createFeedMetrics('floor'),
})

describe('[Q91] the health of a node', () => {
  test.each<[string, Partial<NodeState>, string, readonly string[]]>([
    ['serves', {}, 'ready', []],
    ['serves, its last beat a moment ago', { beatAgeMs: 2999 }, 'ready', []],
    ['starts', { stage: 'starting' }, 'starting', ['The node has not taken up its floors yet.']],
    ['has not beaten yet', { beatAgeMs: null }, 'starting', ['The node has not taken up its floors yet.']],
    ['drains', { stage: 'draining' }, 'draining', ['The node gives its floors up and will end.']],
    [
      'drains without a database',
      { stage: 'draining', databaseTrouble: 'it refuses' },
      'draining',
      ['The node gives its floors up and will end.'],
    ],
    [
      'starts without a database',
      { stage: 'starting', beatAgeMs: null, databaseTrouble: 'connect ECONNREFUSED 127.0.0.1:5432' },
      'no-database',
      ['The database is out of reach: connect ECONNREFUSED 127.0.0.1:5432.'],
    ],
    [
      'hears nothing of the database for as long as others wait for it',
      { beatAgeMs: 3000 },
      'no-database',
      ['The database has not answered for 3.0 s.'],
    ],
  ])('of one that %s', (_, more, status, reasons) => {
    const health = healthOf({ ...well, ...more })
    expect([health.status, health.reasons]).toEqual([status, reasons])
  })

  test('warns of a clock that is more than a quarter of a second off, and is ready', () => {
    const warningsAt = (clockAheadMs: number) => {
      const { status, warnings } = healthOf({ ...well, clockAheadMs })
      expect(status).toBe('ready')
      return warnings
    }
    expect([warningsAt(250), warningsAt(-250)]).toEqual([[], []])
    expect(warningsAt(251)).toEqual([
      "The clock of this machine is 251 ms ahead of the database's: let both follow the same time server.",
    ])
    expect(warningsAt(-4000.4)).toEqual([
      "The clock of this machine is 4000 ms behind the database's: let both follow the same time server.",
    ])
  })

  test('names the floors that are in trouble, and is ready: others are served', () => {
    const health = healthOf({
      ...well,
      floors: [floor('acme.example', null), floor('bolt.example', 'its log takes no entries')],
    })
    expect(health.status).toBe('ready')
    expect(health.warnings).toEqual(['bolt.example: its log takes no entries'])
    expect(health.floors).toEqual({
      here: 2,
      troubled: [{ floor: 'bolt.example', why: 'its log takes no entries' }],
    })
  })
})
