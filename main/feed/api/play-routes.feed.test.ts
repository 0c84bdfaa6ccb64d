import Papa from 'papaparse'
import { io as connectTo, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { protocolVersion } from '../../../shared/wire/socket.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'

let feed: TestFeed
let tv: Socket

beforeEach(async () => {
  const firstFloorText = smallFloorText.replace('name: Main wall', "name: '=HYPERLINK(1)'")
  feed = await startTestFeed({ firstFloorText })
  tv = connectTo(`${feed.url}/tv`, {
    transports: ['websocket'],
    reconnection: false,
    auth: { screen: 'wall', protocol: protocolVersion },
  })
  const startedAt = Date.parse('2026-11-20T19:59:00Z')
  const plays = [{ nth: 1, board: 'revenue', startedAt, ms: 20_000, goesOn: false }]
  await tv.timeout(5000).emitWithAck('plays', { tv: 'the tv of a test', plays })
})
afterEach(async () => {
  tv.close()
  await feed.close()
})

test('what was shown is one thing as JSON and as a CSV file that a link downloads', async () => {
  const path = '/api/v1/plays?screen=wall&from=2026-11-01&to=2026-11-30'
  const { days } = (await feed.ask(path)).body
  expect(days).toEqual([{ day: '2026-11-20', screen: 'wall', board: 'revenue', times: 1, ms: 20_000 }])
  // A link asks for whatever a browser asks for.
  const csv = await feed.ask(`${path}&format=csv`, { headers: { accept: 'text/html,*/*;q=0.8' } })
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="plays-wall.csv"')
  const { data, errors } = Papa.parse<Record<string, string>>(csv.text.trim(), { header: true })
  expect(errors).toEqual([])
  expect(data).toEqual([
    {
      day: '2026-11-20',
      screen: 'wall',
      // A spreadsheet must not run it.
      screen_name: "'=HYPERLINK(1)",
      board: 'revenue',
      board_title: 'Closed-won revenue',
      times: '1',
      seconds: '20',
    },
  ])
})

test('another format is refused in a sentence that names both', async () => {
  const { status, body } = await feed.ask('/api/v1/plays?format=xlsx')
  expect([status, body.code]).toEqual([400, 'bad-query'])
  expect(body.message).toContain('format (json or csv)')
})
