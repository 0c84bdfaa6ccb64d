// What a leader wrote is on the floor's boards, also after a restart, and leaves them when the deal is taken back.
import { afterEach, expect, test } from 'vitest'
import { bigDeal } from '../../../test/feed/open-test-outbox.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import { createFloorReader } from '../floor-file/floor-reader.ts'
import { createDecide } from '../fold/decide-write.ts'
import type { RecordWrite } from '../store/log.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import { topics } from './record-bodies.ts'
import { wordRecord } from './words.ts'

const now = Date.parse('2026-11-20T20:00:00Z')
const clock = { now: () => now }
const from = { name: 'Dana Whitfield', short: 'Dana W.', initials: 'DW', hue: 0, photo: null }

let feed: TestFeed
afterEach(() => feed.close())

/** Writes into the log of a feed that has ended. */
const record = async (folder: string, records: readonly RecordWrite[]): Promise<void> => {
  const decide = createDecide(createFloorReader())
  const { log } = await openSqliteStore({ folder, decide, observe: () => undefined, clock })
  await log.appendRecords(records)
  await log.close()
}

test('[C62][C64] words come back with the log, and go when their deal is taken back', async () => {
  const boards = `boards:
  - { id: vp, kind: from-the-top, title: From the VP }
  - { id: wins, kind: wins, title: Latest wins }
`
  feed = await startTestFeed({ firstFloorText: smallFloorText.replace('boards:\n', boards) })
  const deal = {
    source: 'crm',
    id: '1',
    type: 'deal',
    status: 'won',
    closedAt: '2026-11-20T15:00:00Z',
    amount: { minor: 18_200_000, currency: 'USD' },
    credits: [{ rep: 'priya' }],
  }
  expect((await feed.postFacts(JSON.stringify({ facts: [deal] }))).status).toBe(200)
  const boardsNow = async () => {
    const [vp, wins] = await Promise.all([feed.ask('/api/v1/boards/vp'), feed.ask('/api/v1/boards/wins')])
    const [row] = Object.values(wins.body.rows) as { word: unknown }[]
    return { words: Object.values(vp.body.rows), beside: row?.word }
  }
  expect(await boardsNow()).toEqual({ words: [], beside: null })

  const word = { text: 'Well done, Priya.', from, title: 'VP Sales', at: now }
  const written = wordRecord({
    celebration: bigDeal,
    leader: 'dana@northwind.test',
    word,
    device: '',
    nth: 1,
  })
  await feed.restart(() => record(feed.folder, [written]))
  const shown = await boardsNow()
  expect(shown.words).toMatchObject([
    {
      text: 'Well done, Priya.',
      name: 'Dana Whitfield',
      people: [{ name: 'Priya Raman' }],
      amount: 18_200_000,
    },
  ])
  expect(shown.beside).toEqual({ text: 'Well done, Priya.', from: 'Dana W.' })

  const back = {
    topic: topics.takenBack,
    cause: bigDeal.id,
    body: { why: 'withdrawn by crm' },
    at: now,
    by: 'clock',
  }
  await feed.restart(() => record(feed.folder, [back]))
  expect(await boardsNow()).toEqual({ words: [], beside: null })
})
