import { expect, test } from 'vitest'
import { createFeedMetrics } from '../feed/api/feed-metrics.ts'
import { createNodeMetrics } from './node-metrics.ts'
import type { NodeState } from './node-state.ts'

const stateOf = (more: Partial<NodeState> = {}): NodeState => ({
  url: 'http://10.0.0.7:4400',
  version: '1.2.3',
  stage: 'serving',
  databaseTrouble: null,
  beatAgeMs: 120,
  clockAheadMs: -30,
  floors: [],
  ...more,
})

/** Each line that is neither empty nor a comment, by what stands before its last space. */
const read = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )

const floor = (name: string, facts: number) => {
  const metrics = createFeedMetrics('floor')
  metrics.noteFacts({ accepted: facts, unchanged: 0, rejected: [], warnings: [], seq: facts })
  metrics.noteCommit({ rows: facts, seconds: 0.002 })
  metrics.countTvs(() => facts * 2)
  return { name, trouble: facts > 5 ? 'its log takes no entries' : null, metrics }
}

test('[Q90] a node tells of itself, and of each of its floors under the floor’s name', async () => {
  const floors = [floor('acme.example', 3), floor('bolt.example', 9)]
  const metrics = createNodeMetrics(() => stateOf({ floors }))
  metrics.noteClaim('taken')
  metrics.noteClaim('taken')
  metrics.noteClaim('found-owned')
  metrics.noteLeft('lost')
  metrics.noteHandedOn('request', 'answered')
  metrics.noteHandedOn('socket', 'unanswered')
  const text = await metrics.text()
  const values = read(text)
  expect(Object.fromEntries([...values].filter(([name]) => /^floorboard_(node|floor)_/.test(name)))).toEqual({
    'floorboard_node_info{url="http://10.0.0.7:4400",version="1.2.3"}': 1,
    'floorboard_node_status{status="ready"}': 1,
    'floorboard_node_status{status="starting"}': 0,
    'floorboard_node_status{status="draining"}': 0,
    'floorboard_node_status{status="no-database"}': 0,
    floorboard_node_floors: 2,
    floorboard_node_database_trouble: 0,
    floorboard_node_beat_age_seconds: 0.12,
    floorboard_node_clock_ahead_seconds: -0.03,
    'floorboard_node_claims_total{result="taken"}': 2,
    'floorboard_node_claims_total{result="found-owned"}': 1,
    'floorboard_node_floors_left_total{reason="given-up"}': 0,
    'floorboard_node_floors_left_total{reason="lost"}': 1,
    'floorboard_node_handed_on_total{kind="request",result="answered"}': 1,
    'floorboard_node_handed_on_total{kind="request",result="unanswered"}': 0,
    'floorboard_node_handed_on_total{kind="socket",result="answered"}': 0,
    'floorboard_node_handed_on_total{kind="socket",result="unanswered"}': 1,
    'floorboard_floor_in_trouble{floor="acme.example"}': 0,
    'floorboard_floor_in_trouble{floor="bolt.example"}': 1,
  })
  expect(values.get('floorboard_facts_total{result="accepted",floor="acme.example"}')).toBe(3)
  expect(values.get('floorboard_facts_total{result="accepted",floor="bolt.example"}')).toBe(9)
  expect(values.get('floorboard_tvs_connected{floor="bolt.example"}')).toBe(18)
  expect(values.get('floorboard_commit_seconds_bucket{le="0.0025",floor="acme.example"}')).toBe(1)
  expect(values.get('floorboard_commit_entries_sum{floor="bolt.example"}')).toBe(9)
  expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(1e6)
})

test('[Q90] what is said of many floors is valid: each metric has one head, and each line stands once', async () => {
  const floors = Array.from({ length: 25 }, (_, nth) => floor(`floor-${nth}.example`, nth))
  const text = await createNodeMetrics(() => stateOf({ floors })).text()
  const heads = text.split('\n').filter((line) => line.startsWith('# TYPE'))
  expect(new Set(heads).size).toBe(heads.length)
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(new Set(lines.map((line) => line.slice(0, line.lastIndexOf(' ')))).size).toBe(lines.length)
  // A value belongs to the head before it: floors do not take turns within the text.
  let current = ''
  for (const line of text.split('\n').filter(Boolean)) {
    const [, head] = /^# TYPE (\S+)/.exec(line) ?? []
    if (head !== undefined) current = head
    if (!line.startsWith('#'))
      expect(line.replace(/[{ ].*/, '').replace(/_(bucket|sum|count)$/, '')).toBe(
        current.replace(/_(sum|count)$/, ''),
      )
  }
  expect(lines.filter((line) => line.startsWith('floorboard_tvs_connected{'))).toHaveLength(25)
})

test('[Q90] a floor that is gone leaves no line behind, and one that was renamed goes by its new name', async () => {
  const [acme, bolt] = [floor('acme.example', 3), floor('bolt.example', 9)]
  let floors = [acme, bolt]
  const metrics = createNodeMetrics(() => stateOf({ floors }))
  await metrics.text()
  floors = [{ ...acme, name: 'acme-west.example' }]
  const text = await metrics.text()
  expect(text).not.toContain('bolt.example')
  expect(text).not.toContain('acme.example')
  expect(read(text).get('floorboard_facts_total{result="accepted",floor="acme-west.example"}')).toBe(3)
})

test('[Q90] before its first beat a node has no age of one, and says that the database is out of reach', async () => {
  const metrics = createNodeMetrics(() =>
    stateOf({ stage: 'starting', beatAgeMs: null, databaseTrouble: 'it refuses' }),
  )
  const values = read(await metrics.text())
  expect(values.has('floorboard_node_beat_age_seconds')).toBe(false)
  expect(values.get('floorboard_node_database_trouble')).toBe(1)
  expect(values.get('floorboard_node_status{status="no-database"}')).toBe(1)
})
