import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestFeed, type TestFeed } from '../../test/feed/start-test-feed.ts'
import { systemClock } from '../feed/clock.ts'
import { demoFloorText } from '../feed/demo/demo-floor.ts'
import { type ApplyOptions, runApply } from './apply.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-beside-demo-'))
let feed: TestFeed
beforeAll(async () => {
  feed = await startTestFeed({
    dataDir: join(folder, 'data'),
    clock: systemClock,
    firstFloorText: demoFloorText,
  })
})
afterAll(async () => {
  await feed.close()
  rmSync(folder, { recursive: true })
})

const apply = async (text: string, options: Partial<ApplyOptions> = {}) => {
  const path = join(folder, 'floor.yaml')
  writeFileSync(path, text)
  let said = ''
  const err = (words: string): void => {
    said += words
  }
  const exit = await runApply(
    path,
    { feed: feed.url, ...options },
    { out: () => undefined, err, watched: false },
  )
  return { exit, said }
}
const own = 'floor: { name: Our floor, timeZone: UTC, currency: EUR }\n'

test('[F110] a floor of one’s own takes the place of the demo only where that is meant, and is told so', async () => {
  const words = `The feed at ${feed.url} shows the demo, and its invented people would stay in the numbers. Give your floor a feed of its own: "npx floorboard serve --data ./my-floor --port 4401", then "--feed http://127.0.0.1:4401" with this command.`
  expect(await apply(own)).toEqual({
    exit: 2,
    said: `${words} Nothing was changed. With --yes it replaces the demo all the same.\n`,
  })
  const checked = await apply(own, { check: true })
  expect(checked.exit).toBe(0)
  expect(checked.said.endsWith(`${words}\n`)).toBe(true)

  const changed = await apply(demoFloorText.replace('Northlight Software', 'Southlight Software'))
  expect(changed.exit).toBe(0)
  expect((await apply(own, { yes: true })).exit).toBe(0)
  const again = await apply(own)
  expect(again.exit).toBe(0)
  expect(again.said).not.toContain('demo')
})
