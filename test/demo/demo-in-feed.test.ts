import { afterEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoFloorText, demoSeed } from '../../main/feed/demo/demo-floor.ts'
import { startDemo } from '../../main/feed/demo/start-demo.ts'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import { playbookFloorText } from '../../shared/playbook/floor-text.ts'
import { metricChapters } from '../../shared/playbook/metrics.ts'
import { type PlaybookRole, playbookRoles } from '../../shared/playbook/shape.ts'
import type { MetricAnswer } from '../../shared/wire/query.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'

const reading = readFloorFile(demoFloorText)
const people = new Map(reading.ok ? reading.file.people.map((person) => [person.id, person]) : [])
/** As of today: the last of a list by date. */
const worksAs = (role: PlaybookRole, id: string): boolean => {
  const own = people.get(id)?.role
  const last = typeof own === 'object' ? own.at(-1)?.role : own
  return last === role || last?.endsWith(`-${role}`) === true
}
const metricsFor = (role: PlaybookRole): readonly string[] =>
  metricChapters([role], { firstDealStage: '', sold: [] }).flatMap(({ metrics }) =>
    metrics.map(({ id }) => id),
  )

/** Nobody over the line yet is a state of the floor; the house's boards have no rows. */
const mayBeEmpty: ReadonlySet<string> = new Set(['over-the-line', 'announcement', 'calm'])

const playbookFloorOfTheDemo = (): string => {
  const written = playbookFloorText({
    name: 'Northlight Software',
    timeZone: 'America/New_York',
    currency: 'USD',
    locale: 'en-US',
    roles: playbookRoles,
    segments: ['mid-market', 'enterprise'],
  })
  const { floor, ...others } = parse(written)
  const [rates, all] = reading.ok ? [reading.file.floor.rates, reading.file.people] : [[], []]
  return JSON.stringify({
    ...others,
    floor: { ...floor, rates },
    people: all.filter(({ role }) => role !== 'lead'),
  })
}

let feed: TestFeed | null = null
afterEach(async () => {
  await feed?.close()
  feed = null
})

test('the real feed takes the whole story, shows it, and is not told it twice', async () => {
  const clock = { now: () => Date.parse('2026-11-20T17:00:00Z') }
  feed = await startTestFeed({ clock, firstFloorText: demoFloorText })
  const { ask, url } = feed
  const said: string[] = []
  const tell = async () => {
    const demo = await startDemo({ url, token: null, seed: demoSeed, clock, log: (line) => said.push(line) })
    await demo.caughtUp
    await demo.close()
    const { body } = await ask('/healthz')
    return body
  }
  const rowsOf = async (query: string): Promise<MetricAnswer> => (await ask(`/api/v1/metrics/${query}`)).body

  const afterHistory = await tell()
  expect(afterHistory.facts).toBeGreaterThan(60_000)

  const bookings = await rowsOf('bookings?window=quarter&by=rep')
  const states = new Set(bookings.rows.map(({ state }) => state).filter((state) => state !== null))
  expect(states.size, 'a wall with people ahead and people behind').toBeGreaterThanOrEqual(3)
  expect((await rowsOf('win-rate?window=quarter&by=org')).total).toBeGreaterThan(0.15)
  expect((await rowsOf('untouched-deals?by=org')).total).toBeGreaterThan(0)
  for (const metric of ['dials', 'meetings-held', 'deals-advanced', 'new-pipeline', 'sourced-pipeline']) {
    expect((await rowsOf(`${metric}?by=org`)).total, metric).toBeGreaterThan(0)
  }
  for (const role of playbookRoles) {
    for (const id of metricsFor(role)) {
      const { rows } = await rowsOf(`${id}?by=rep`)
      const known = rows.filter(({ subject, value }) => worksAs(role, subject) && value !== null && value > 0)
      expect(known.length, `somebody's ${id}, of the ${role} playbook`).toBeGreaterThan(0)
    }
  }
  const leads = (await rowsOf('assigned-untouched?by=rep')).rows.map(({ value }) => value ?? 0)
  expect(Math.max(...leads), 'leads that lie, but not in heaps').toBeLessThan(25)
  const created = (await rowsOf('opportunities-created?window=quarter&by=org')).total ?? 0
  const accepted = (await rowsOf('opportunities-accepted?window=quarter&by=org')).total ?? 0
  expect(accepted / created, 'most of what SDRs begin is taken on, not all').toBeGreaterThan(0.6)
  expect(accepted).toBeLessThan(created)
  expect((await rowsOf('accepted-to-advanced?by=org')).total).toBeGreaterThan(0.3)

  const { body: unassigned } = await ask('/api/v1/unassigned')
  expect(unassigned.unassigned).toEqual([])

  const again = await tell()
  expect(again.facts).toBe(afterHistory.facts)
  expect(said.at(-1)).toContain('0 facts')

  // The same people and facts on the floor that `floorboard init` writes for them.
  const playbookFloor = playbookFloorOfTheDemo()
  const headers = { 'content-type': 'application/json' }
  const put = await ask('/api/v1/floor?confirm=unassigned', { method: 'PUT', body: playbookFloor, headers })
  expect(put).toMatchObject({ status: 200 })
  const { boards }: { boards: readonly { id: string; kind: string }[] } = JSON.parse(playbookFloor)
  expect(boards.length).toBeGreaterThan(30)
  for (const { id, kind } of boards) {
    const { status, body } = await ask(`/api/v1/boards/${id}`)
    expect(status, id).toBe(200)
    if (!mayBeEmpty.has(kind)) expect(Object.keys(body.rows).length, id).toBeGreaterThan(0)
  }
})
