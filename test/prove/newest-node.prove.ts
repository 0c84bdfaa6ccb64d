// The feed on the newest Node: it starts, takes a file of facts, is killed, starts again and still has them.
// `npm run prove` names that Node in FLOORBOARD_NEWEST_NODE.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { program } from '../built.ts'
import { type FeedProcess, spawnFeedOn } from '../durability/feed-process.ts'
import { sayFigures } from '../figures.ts'
import { applyProofFloor } from './floor.ts'

const node = process.env['FLOORBOARD_NEWEST_NODE'] ?? process.execPath
const rows = 20_000

const mapping = `source: dialer
type: activity
id: id
fields:
  kind: { constant: call }
  at: at
credits:
  - rep: rep
`

const callsOf = async (feed: FeedProcess): Promise<unknown> => {
  const answer = await fetch(`${feed.url}/api/v1/metrics/calls?window=all&by=org`)
  return ((await answer.json()) as { total: unknown }).total
}

test('the feed starts, imports, is killed and starts again on the newest Node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-newest-'))
  const data = join(folder, 'data')
  const startedAt = performance.now()
  let feed = await spawnFeedOn(node, data)
  const startMs = performance.now() - startedAt
  await applyProofFloor(feed.url)

  writeFileSync(join(folder, 'map.yaml'), mapping)
  const lines = Array.from({ length: rows }, (_, index) => `c-${index},2026-11-20T15:02:10Z,priya`)
  writeFileSync(join(folder, 'calls.csv'), `id,at,rep\n${lines.join('\n')}\n`)
  const importedAt = performance.now()
  execFileSync(node, [program, 'import', 'calls.csv', '--map', 'map.yaml', '--feed', feed.url], {
    cwd: folder,
    stdio: 'pipe',
  })
  const importMs = performance.now() - importedAt
  expect(await callsOf(feed)).toBe(rows)

  await feed.kill()
  const restartedAt = performance.now()
  feed = await spawnFeedOn(node, data)
  const restartMs = performance.now() - restartedAt
  expect(await callsOf(feed)).toBe(rows)
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  sayFigures(
    `Node ${version}: start in ${seconds(startMs)}, ${rows} rows imported in ${seconds(importMs)}, start again in ${seconds(restartMs)}`,
  )
  expect(await feed.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
