import { afterEach, expect, test } from 'vitest'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { startTestFeed, type TestFeed, won } from '../../../test/feed/start-test-feed.ts'
import { demoFloorText } from '../demo/demo-floor.ts'
import { markMetrics } from '../demo/mark.ts'
import { newFloorText } from '../new-floor.ts'

let feed: TestFeed
afterEach(() => feed.close())

const answers = {
  name: 'Nordwind',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de-DE',
  fiscalYearStartsIn: 4,
  weekStartsOn: 'monday',
  roles: ['sdr', 'ae'],
  segments: ['smb'],
}
const versionNow = async (admin: FeedBrowser): Promise<number> =>
  (await admin.get('/api/v1/floor')).body.version
const begin = async (admin: FeedBrowser, version: number, more: object = {}) =>
  admin.post('/api/v1/floor/begin', { version, ...answers, ...more })

test('[H40] an empty floor becomes one of the playbook, by an admin alone', async () => {
  feed = await startTestFeed({ firstFloorText: newFloorText })
  const admin = await openAdmin(feed)
  const manager = await joinAs(feed, admin, { email: 'jo@example.com', role: 'manager' })
  const version = await versionNow(admin)
  expect((await begin(manager, version)).status).toBe(403)
  expect((await begin(admin, version, { roles: [] })).body.code).toBe('bad-body')
  expect((await begin(admin, version, { timeZone: 'EST' })).body.code).toBe('bad-body')
  const teams = [
    { name: 'Ost', parent: 'smb' },
    { name: 'SMB', parent: 'smb' },
    { name: '東', parent: 'sales-development' },
  ]
  const lost = await begin(admin, version, { teams: [{ name: 'Ost', parent: 'enterprise' }] })
  expect(lost.body.message).toBe('teams: there is no team "enterprise" to be below.')
  const begun = await begin(admin, version, { teams })
  expect([begun.status, begun.body]).toEqual([200, { version: version + 1, withdrawn: 0 }])
  const { file } = (await admin.get('/api/v1/floor')).body
  expect(file.floor).toMatchObject({
    name: 'Nordwind',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    locale: 'de-DE',
    fiscalYearStartsIn: 4,
  })
  expect(file.roles.map(({ id }: { id: string }) => id)).toEqual(['smb-ae', 'sdr'])
  expect(file.teams.map(({ id, name }: { id: string; name: string }) => `${id} ${name}`)).toEqual([
    'account-executives Account Executives',
    'smb KMU',
    'ost Ost',
    'smb-2 SMB',
    'sales-development Sales Development',
    'team 東',
  ])
  expect(file.boards.length).toBeGreaterThan(20)
  // Nobody is on it yet: the answers may be given again, by whoever saw what stands.
  expect((await begin(admin, version)).body.code).toBe('stale-floor')
  expect((await begin(admin, version + 1, { segments: ['enterprise'] })).status).toBe(200)
})

test('[H40] [H41] the demo goes with its facts, what invents them ends first, and TVs that hang stay', async () => {
  const told: string[] = []
  feed = await startTestFeed({
    firstFloorText: demoFloorText,
    leaveDemo: async () => void told.push(`left with ${await facts()}`),
  })
  const facts = async (): Promise<number> => (await feed.ask('/healthz')).body.facts
  await feed.postFacts(
    JSON.stringify({
      facts: [
        ...['a', 'b'].map((id) => ({ ...won(id, 100), source: 'demo' })),
        { ...won('c', 100), source: 'by-hand' },
      ],
    }),
  )
  const admin = await openAdmin(feed)
  const tv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 }
  const { code } = (await admin.post('/api/v1/pairings', tv)).body
  const paired = await admin.post(`/api/v1/pairings/${code}`, { screen: { name: 'Lobby' } })
  expect(paired.status, paired.text).toBe(200)
  const begun = await begin(admin, await versionNow(admin))
  expect(begun.body).toMatchObject({ withdrawn: 3 })
  expect(told).toEqual(['left with 3'])
  expect(await facts()).toBe(0)
  const { file } = (await admin.get('/api/v1/floor')).body
  expect(file.metrics.map(({ id }: { id: string }) => id)).not.toContain(markMetrics.openedAt)
  expect(file.screens.at(-1)).toMatchObject({ name: 'Lobby', playlist: 'first-wall' })
  expect(file.screens.map(({ name }: { name: string }) => name)).toEqual([
    'Erste Wand',
    'Wand AE',
    'Wand SDR',
    'Führung',
    'Lobby',
  ])
  // What a person withdrew can be taken back.
  expect((await admin.get('/api/v1/imports')).body.imports.at(-1)).toMatchObject({
    what: 'withdrawal',
    source: 'demo',
    done: { withdrawn: 2 },
  })
})

test('[H40] a floor of one’s own is not begun again', async () => {
  feed = await startTestFeed()
  const admin = await openAdmin(feed)
  const version = await versionNow(admin)
  expect((await begin(admin, version)).body.code).toBe('in-use')
  expect(await versionNow(admin)).toBe(version)
})
