// What an edit made of metrics and goals, in a whole feed: on the wall, in the mails, and in the log.
import { io as connectTo } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BoardMessage, protocolVersion, StageMessage } from '../../../shared/wire/socket.ts'
import { eventually } from '../../../test/eventually.ts'
import { type FeedBrowser, joinAs, openAdmin, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { type MailReceiver, startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'
import { createFloorReader } from '../floor-file/floor-reader.ts'
import { createDecide } from '../fold/decide-write.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD, recaps: { day: monday, at: "08:00", to: [rep, manager] } }
roles: [{ id: sdr, name: SDR }]
teams: [{ id: east, name: East team }, { id: west, name: West team }]
people:
  - { id: ana, name: Ana Ruiz, team: east, role: sdr, aliases: [ana@floor.test] }
  - { id: bo, name: Bo Lind, team: west, role: sdr, aliases: [bo@floor.test] }
metrics:
  - { id: calls, name: Calls, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }], date: at } }
  - { id: secret, name: Margin, objective: What stays?, indicator: output, question: results, unit: count,
      of: { from: activity, where: [{ field: kind, is: sale }], date: at } }
goals:
  - { metric: calls, window: week, role: sdr, value: 30 }
boards:
  - { id: calls, title: Calls, kind: leaderboard, metric: calls, window: week }
  - { id: margin, title: Margin, kind: leaderboard, metric: secret, window: week, audience: leadership }
playlists: [{ id: all, name: All, items: [{ board: calls }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
`

let now = 0
let smtp: MailReceiver
let feed: TestFeed
let admin: FeedBrowser
let token: string | null
const cleanUps: (() => unknown)[] = []
beforeEach(async () => {
  // A Friday.
  now = Date.parse('2026-11-20T12:00:00Z')
  smtp = await startMailServer()
  feed = await startTestFeed({
    clock: { now: () => now },
    firstFloorText: floorText,
    mail: { url: smtp.url, from: 'Floor <wall@floor.test>' },
  })
  admin = await openAdmin(feed)
  token = null
})
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
  await feed.close()
  await smtp.close()
})

const edit = async (...edits: object[]): Promise<number> => {
  const { version } = (await admin.get('/api/v1/floor')).body
  const answer = await admin.post('/api/v1/floor/edits', { version, edits })
  expect([answer.status, answer.text]).toEqual([200, expect.anything()])
  return answer.body.version
}
const talks = {
  ...{
    id: 'talks',
    name: 'Talks',
    objective: 'How many?',
    indicator: 'input',
    question: 'activity',
    unit: 'count',
  },
  of: { from: 'activity', where: [{ field: 'kind', is: 'talk' }], date: 'at' },
}
const recount = (more: object) => ({
  ...{ do: 'set', list: 'metrics', id: 'calls' },
  fields: {
    since: '2026-12-01',
    earlier: [{ of: { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' } }],
    of: {
      from: 'activity',
      where: [
        { field: 'kind', is: 'call' },
        { field: 'durationSeconds', atLeast: 180 },
      ],
      date: 'at',
    },
    ...more,
  },
})
/** What one wall was sent last. */
const openWall = async () => {
  token ??= (await admin.post('/api/v1/tokens', { name: 'Wall', role: 'screen', screen: 'wall' })).body.token
  const socket = connectTo(`${feed.url}/tv`, {
    transports: ['websocket'],
    auth: { protocol: protocolVersion, screen: 'wall', token },
  })
  cleanUps.push(() => socket.disconnect())
  const wall = { boards: [] as string[], says: '' }
  socket.on('stage', (message) => {
    wall.boards = (StageMessage.parse(message).playlists['all'] ?? []).map(({ board }) => board)
  })
  socket.on('board', (message) => {
    const { view } = BoardMessage.parse(message)
    if (view.kind === 'announcement') wall.says = JSON.stringify(view.text)
  })
  await new Promise<void>((resolve) => socket.once('stage', () => resolve()))
  return wall
}
const call = (id: string, rep: string, more: object = {}) => ({
  ...{ source: 'dialer', id, type: 'activity', kind: 'call', at: '2026-11-19T09:00:00Z', credits: [{ rep }] },
  ...more,
})

test('[F114] [F116] a change goes to the wall and, with its date and its reason, into the mails; what is private goes to neither', async () => {
  await joinAs(feed, admin, { email: 'dana@floor.test', role: 'manager', teams: ['east'] })
  await admin.post('/api/v1/facts', { facts: [call('1', 'ana'), call('2', 'bo', { durationSeconds: 200 })] })
  const wall = await openWall()
  expect(wall.boards).toEqual(['calls'])
  await edit({ do: 'set', list: 'metrics', id: 'calls', fields: { objective: 'How many calls?' } })
  expect(wall.boards).toEqual(['calls'])
  await edit(recount({ why: 'Short ones told us nothing.' }), {
    ...{ do: 'set', list: 'metrics', id: 'secret' },
    fields: { of: { from: 'activity', where: [], date: 'at' }, why: 'The margin of every sale.' },
  })
  await eventually(() =>
    expect(wall).toMatchObject({
      boards: ['calls', 'what-counts'],
      says: expect.stringContaining('December 1'),
    }),
  )
  expect(wall.says).toContain('Calls: counted anew')
  expect(wall.says).toContain('Short ones told us nothing.')
  expect(wall.says).not.toContain('argin')
  // Days before it are counted as before.
  expect((await admin.get('/api/v1/metrics/calls?window=week&by=org')).body.total).toBe(2)

  await feed.restart()
  const again = await openWall()
  expect(again.boards).toEqual(['calls', 'what-counts'])
  now = Date.parse('2026-11-23T08:00:00Z')
  const recaps = () => smtp.mails.map(unfolded).filter((mail) => /^Subject: .*recap/im.test(mail))
  await eventually(() => expect(recaps()).toHaveLength(3))
  for (const mail of recaps()) {
    expect(mail).toMatch(
      /What counts now[\s\S]*Calls: counted anew[\s\S]*December 1[\s\S]*Short ones told us nothing\./,
    )
    expect(mail).not.toContain('margin of every')
  }
  now = Date.parse('2026-12-09T08:00:00Z')
  await eventually(() => expect(again.boards).toEqual(['calls']))
})

test('[F115] what is taken back leaves the wall, and what the feed had no time to write down it writes when it starts', async () => {
  const wall = await openWall()
  const version = await edit({
    ...{ do: 'set', list: 'metrics', id: 'calls' },
    fields: { of: { from: 'activity', where: [], date: 'at' } },
  })
  await eventually(() => expect(wall.boards).toEqual(['calls', 'what-counts']))
  expect((await admin.post(`/api/v1/history/${version}/undo`, { version })).status).toBe(200)
  await eventually(() => expect(wall.boards).toEqual(['calls']))
  await feed.restart(async () => {
    const clock = { now: () => now }
    const decide = createDecide(createFloorReader())
    const { log } = await openSqliteStore({ folder: feed.folder, decide, observe: () => undefined, clock })
    const text = floorText.replace('role: sdr, value: 30', 'role: sdr, value: 40, why: Two more phones.')
    await log.appendFloor({ text, at: now, by: 'test' }, null)
    await log.close()
  })
  const again = await openWall()
  await eventually(() => expect(again.says).toContain('Calls: goal 40 a week'))
  expect(again.says).toContain('Two more phones.')
})

test('[F117] [N89] [O8] who looks after the floor reads the definitions, the changes and the trials; a viewer, a screen and a source do not', async () => {
  await edit(
    { do: 'add', list: 'metrics', entry: { ...talks, since: '2026-11-20', why: 'New.' } },
    {
      ...{ do: 'add', list: 'trials' },
      entry: {
        ...{ id: 't', name: 'Calls or talks?', metrics: ['calls', 'talks'], outcome: 'secret' },
        ...{ from: '2026-11-02', until: '2026-11-13' },
      },
    },
  )
  await edit(recount({ why: 'Short ones told us nothing.' }))
  const { body } = await admin.get('/api/v1/definitions')
  expect(body.metrics[0]).toMatchObject({
    id: 'calls',
    versions: [
      { since: '2026-12-01', until: null, why: 'Short ones told us nothing.' },
      { since: null, until: '2026-11-30', why: null, text: expect.stringContaining('kind') },
    ],
  })
  expect(body.changes.map(({ title }: { title: string }) => title)).toEqual([
    'Calls: counted anew',
    'New: Talks',
  ])
  expect(body.trials).toMatchObject([
    { id: 't', verdict: 'too few', people: 2, sides: [{ correlation: null }, {}] },
  ])
  expect(JSON.stringify(body)).not.toMatch(/Ana|Bo Lind/)
  const rule = { kinds: ['call'], source: 'dialer', since: '2026-11-16' }
  await edit({ do: 'floor', fields: { takenFrom: [rule, { kinds: ['call'], source: 'crm', rep: 'ana' }] } })
  const counted = (await admin.get('/api/v1/definitions')).body
  expect(counted.metrics[0]).toMatchObject({ id: 'calls', takenFrom: [rule] })
  expect(counted.changes[0]).toMatchObject({ title: 'Calls: counted anew' })
  // A metric that is taken away everywhere takes its trial with it.
  await edit({ do: 'remove', list: 'metrics', id: 'talks', everywhere: true })
  expect((await admin.get('/api/v1/definitions')).body.trials).toEqual([])
  for (const role of ['manager', 'leader', 'viewer']) {
    const browser = await joinAs(feed, admin, { email: `${role}@floor.test`, role })
    expect([role, (await browser.get('/api/v1/definitions')).status]).toEqual([
      role,
      role === 'viewer' ? 403 : 200,
    ])
  }
  for (const role of ['screen', 'ingest']) {
    const { token } = (await admin.post('/api/v1/tokens', { name: role, role })).body
    const stranger = openFeedBrowser(feed, { authorization: `Bearer ${token}` })
    expect((await stranger.get('/api/v1/definitions')).status).toBe(403)
  }
})
