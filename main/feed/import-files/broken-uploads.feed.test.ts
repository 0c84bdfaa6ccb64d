// The console's own way of sending a file, over lines that break, to a feed that is started anew.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { putImportFile, type Sent } from '../../../renderer/console/api/put-import-file.ts'
import { largestImportPiece } from '../../../shared/wire/import-files.ts'
import { fileOf, post, putPiece } from '../../../test/feed/drop-file.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { openFileFolder } from './file-folder.ts'

let feed: TestFeed
/** Called before each request of the page; one that throws never arrives. */
let onAsk: (path: string, init: RequestInit) => Promise<void> = async () => undefined
beforeEach(async () => {
  feed = await startTestFeed()
  const real = fetch
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.startsWith('/')) return real(path, init)
    await onAsk(path, init)
    return real(`${feed.url}${path}`, init)
  })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  onAsk = async () => undefined
  await feed.close()
})

const text = `Id,Owner\n${Array.from({ length: 300_000 }, (_, n) => `${n},priya`).join('\n')}`
const fileNamed = (name: string, content = text, lastModified = 1): File =>
  new File([content], name, { lastModified })
const noLine = (): never => {
  throw new TypeError('fetch failed')
}
const open = new AbortController().signal
const put = (file: File, sent: Sent[] = [], signal = open) =>
  putImportFile(file, { onSent: (one) => void sent.push(one), signal, wait: () => later(5) })
const rowsOf = (id: string): string => readFileSync(join(feed.folder, 'import-files', `${id}.rows`), 'utf8')

test('[H63] a line that breaks and a feed that is started anew cost no more than the last piece, and the bar says what is there', async () => {
  const sent: Sent[] = []
  let nth = 0
  onAsk = async (path) => {
    if (!path.includes('/pieces')) return
    nth += 1
    if ([2, 3, 6].includes(nth)) noLine()
    if (nth === 5) await feed.restart()
  }
  const { id, state } = await put(fileNamed('deals.csv'), sent)
  expect(state).toBe('here')
  expect(rowsOf(id) === text).toBe(true)
  expect(sent.filter(({ isWaiting }) => isWaiting)).not.toEqual([])
  expect(sent.at(-1)).toEqual({ received: text.length, bytes: text.length, isWaiting: false })
  expect((await feed.ask('/api/v1/import-files')).body.files).toHaveLength(1)
})

test('[H63] the same file that is dropped again goes on where it stopped; another of its name and size begins anew', async () => {
  const tab = new AbortController()
  const sent: Sent[] = []
  let nth = 0
  onAsk = async (path) => {
    if (path.includes('/pieces')) nth += 1
    // The tab is closed.
    if (nth === 4) tab.abort()
  }
  await expect(put(fileNamed('deals.csv'), sent, tab.signal)).rejects.toThrow()
  const before = sent.at(-1)?.received ?? 0
  expect(before).toBeGreaterThan(0)
  const resumed: Sent[] = []
  onAsk = async () => undefined
  const other = await put(fileNamed('deals.csv', text.replaceAll('priya', 'nadia')))
  const changed = await put(fileNamed('deals.csv', text, 2))
  const { id } = await put(fileNamed('deals.csv'), resumed)
  expect(resumed[0]?.received).toBe(before)
  expect(rowsOf(id) === text).toBe(true)
  expect(new Set([other.id, changed.id, id]).size).toBe(3)
  // One that is whole is no more gone on with.
  expect((await put(fileNamed('deals.csv'))).id).not.toBe(id)
})

test('[H63] two pages that send the same file at once send one between them', async () => {
  const begun = await post(feed.ask, '/import-files', { name: 'deals.csv', bytes: 20, mark: 'a' })
  const again = await post(feed.ask, '/import-files', { name: 'deals.csv', bytes: 20, mark: 'a' })
  expect(again.body.id).toBe(begun.body.id)
  const none = await post(feed.ask, '/import-files', { name: 'deals.csv', bytes: 20 })
  expect(none.body.id).not.toBe(begun.body.id)
  const [one, two] = await Promise.all([put(fileNamed('both.csv')), put(fileNamed('both.csv'))])
  expect(rowsOf(one.id) === text && rowsOf(two.id) === text).toBe(true)
})

test('[H63] a piece of which nothing more comes is given up, and the next one is taken', async () => {
  const bytes = 1000
  const { id } = (await post(feed.ask, '/import-files', { name: 'deals.csv', bytes })).body
  const folder = openFileFolder({ folder: join(feed.folder, 'import-files'), silentMs: 20 })
  async function* silent(): AsyncGenerator<Uint8Array> {
    await new Promise(() => undefined)
  }
  await expect(folder.append(id, 0, silent())).rejects.toThrow('Nothing came of the piece for too long')
  expect(folder.isWriting(id)).toBe(false)
  expect((await putPiece(feed.ask, id, 0, new Uint8Array(bytes))).status).toBe(200)
})

test('[H63] what a feed had of a file when the power went is cut back by a piece, which may not be what was sent', async () => {
  const bytes = largestImportPiece + 1000
  const { id } = (await post(feed.ask, '/import-files', { name: 'deals.csv', bytes })).body
  for (const [from, to] of [
    [0, 500],
    [500, largestImportPiece + 500],
  ] as const)
    expect((await putPiece(feed.ask, id, from, new Uint8Array(to - from))).status).toBe(200)
  await feed.restart()
  expect(await fileOf(feed.ask, id)).toMatchObject({ state: 'coming', received: 500 })
  expect(statSync(join(feed.folder, 'import-files', `${id}.rows`)).size).toBe(500)
})
