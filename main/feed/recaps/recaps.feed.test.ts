// Recaps in a whole feed: due by the clock of each office, once, by a real mail server, and with nothing in them that is
// another's.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FeedBrowser, joinAs, openAdmin } from '../../../test/feed/feed-browser.ts'
import { type MailReceiver, startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD, stages: [Discovery, Demo],
  recaps: { day: monday, at: "08:00", to: [rep, manager, leader] } }
teams:
  - { id: east, name: East team, timeZone: Europe/London }
  - { id: west, name: West team, timeZone: America/New_York }
people:
  - { id: ana, name: Ana Ruiz, team: east, aliases: [ana@floor.test] }
  - { id: bo, name: Bo Lind, team: west, aliases: [bo@floor.test] }
  - { id: cy, name: Cy Hart, team: east }
metrics:
  - { id: meetings, name: Meetings, noun: meetings, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: meeting }], date: at } }
goals:
  - { metric: meetings, window: week, rep: ana, value: 7 }
  - { metric: meetings, window: week, rep: bo, value: 11 }
  - { metric: meetings, window: week, rep: cy, value: 13 }
  - { metric: meetings, window: week, team: east, value: 20 }
  - { metric: meetings, window: week, team: west, value: 23 }
  - { metric: meetings, window: month, org: true, value: 29 }
boards: [{ id: meetings, title: Meetings, kind: leaderboard, metric: meetings, window: week }]
playlists: [{ id: all, name: All, items: [{ board: meetings }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
exceptions:
  - { id: late, name: Close date passed, deal: { overdue: 0 } }
`

const minuteMs = 60_000
let now = 0
let smtp: MailReceiver
let feed: TestFeed
let admin: FeedBrowser

beforeEach(async () => {
  // A Sunday.
  now = Date.parse('2026-11-22T12:00:00Z')
  smtp = await startMailServer()
  feed = await startTestFeed({
    clock: { now: () => now },
    firstFloorText: floorText,
    mail: { url: smtp.url, from: 'Floor <wall@floor.test>' },
  })
  admin = await openAdmin(feed)
})
afterEach(async () => {
  await feed.close()
  await smtp.close()
})

let last = 0
const meetings = (rep: string, count: number, at = '2026-11-18T09:00:00Z'): object[] =>
  Array.from({ length: count }, () => {
    last += 1
    return { source: 'calendar', id: `${last}`, type: 'activity', kind: 'meeting', at, credits: [{ rep }] }
  })
const lateDeal = (rep: string, name: string): object => ({
  ...{ source: 'crm', id: name, type: 'deal', name, status: 'open', stage: 'Demo' },
  ...{ expectedCloseOn: '2026-11-13', credits: [{ rep }] },
})
const send = async (...facts: object[]): Promise<void> => {
  expect((await admin.post('/api/v1/facts', { facts })).status).toBe(200)
}
const join = (name: string, role: string, more: object = {}) =>
  joinAs(feed, admin, { email: `${name}@floor.test`, role, ...more })

const toOf = (mail: string): string => /^To: .*?<?([^\s<>]+@[^\s<>]+?)>?$/m.exec(mail)?.[1] ?? ''
const decoded = (mail: string): string =>
  unfolded(mail).replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  )
const recaps = (): readonly string[] =>
  smtp.mails.map(decoded).filter((mail) => /^Subject: .*recap/im.test(mail))
const receivers = (): readonly string[] => recaps().map(toOf).sort()
/** Until so many have come, and not one more. */
const until = async (count: number): Promise<readonly string[]> => {
  for (let tries = 0; recaps().length < count && tries < 200; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(recaps()).toHaveLength(count)
  return recaps()
}
const turnTo = (at: string): void => {
  now = Date.parse(at)
}
const theMailTo = (email: string): string => {
  const mail = recaps().find((each) => toOf(each) === email)
  if (mail === undefined) throw new Error(`no recap for ${email}`)
  return mail
}

describe('the recaps of a week', () => {
  test('[D2][D5][D9] come on Monday at eight where each reader is, once, also over a restart and a changed setting', async () => {
    await send(...meetings('ana', 3), ...meetings('bo', 5), ...meetings('cy', 2))
    turnTo('2026-11-23T08:00:00Z')
    await until(1)
    expect(receivers()).toEqual(['ana@floor.test'])
    await feed.restart()
    turnTo('2026-11-23T13:00:00Z')
    await until(2)
    expect(receivers()).toEqual(['ana@floor.test', 'bo@floor.test'])
    const { version } = (await admin.get('/api/v1/floor')).body
    const recapsOnTuesday = { day: 'tuesday', at: '08:00', to: ['rep'] }
    const edits = [{ do: 'floor', fields: { recaps: recapsOnTuesday } }]
    expect((await admin.post('/api/v1/floor/edits', { version, edits })).status).toBe(200)
    // Whoever has an address only now gets the one of that week too; the others have it.
    await join('cy', 'viewer', { person: 'cy' })
    turnTo('2026-11-24T14:00:00Z')
    await until(3)
    expect(receivers()).toEqual(['ana@floor.test', 'bo@floor.test', 'cy@floor.test'])
    turnTo('2026-12-01T08:00:00Z')
    await until(5)
    expect(receivers()).toEqual([
      'ana@floor.test',
      'ana@floor.test',
      'bo@floor.test',
      'cy@floor.test',
      'cy@floor.test',
    ])
    expect(recaps()[4]).toContain('Week of Nov 23')
  })

  test('[D9] what is a day old when the feed comes back is not sent', async () => {
    await send(...meetings('ana', 3), ...meetings('bo', 5))
    await feed.restart(async () => turnTo('2026-11-24T09:00:00Z'))
    now += minuteMs
    await until(1)
    expect(receivers()).toEqual(['bo@floor.test'])
  })

  test('[D4][D7][D10] hold what is their reader’s, can be stopped, and nothing of anybody else', async () => {
    await join('dana', 'manager', { teams: ['east'] })
    await join('all', 'manager')
    await send(
      ...meetings('ana', 3),
      ...meetings('bo', 5),
      ...meetings('cy', 2),
      lateDeal('ana', 'Deal of Ana'),
      lateDeal('bo', 'Deal of Bo'),
    )
    turnTo('2026-11-23T13:00:00Z')
    await until(4)
    expect(receivers()).toEqual(['all@floor.test', 'ana@floor.test', 'bo@floor.test', 'dana@floor.test'])

    const ana = theMailTo('ana@floor.test')
    expect(ana).toMatch(/Your numbers[\s\S]*Meetings: 3 \(Goal 7 · 43%\)/)
    expect(ana).toMatch(/Your team: East team[\s\S]*Meetings: 5 \(Goal 20 · 25%\)/)
    expect(ana).not.toMatch(/Bo Lind|Cy Hart|West team|Deal of|Goal 1[13]|Goal 23|Close date passed/)

    const dana = theMailTo('dana@floor.test')
    expect(dana).toMatch(/Close date passed: 1[\s\S]*Deal of Ana/)
    expect(dana).toMatch(/The week that is over: East team[\s\S]*Meetings: 5 \(Goal 20/)
    expect(dana).not.toMatch(/Bo Lind|West team|Deal of Bo|Goal 23/)

    const all = theMailTo('all@floor.test')
    expect(all).toMatch(/Deal of Ana[\s\S]*Deal of Bo/)

    for (const mail of recaps()) {
      expect(mail).toMatch(/^List-Unsubscribe: /m)
      expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
      expect(mail).toMatch(/^From: Small floor <wall@floor\.test>$/m)
      expect(mail).not.toMatch(/NaN|undefined/)
    }
    const links = recaps().map((mail) => /mail-stop\/([\w.~-]+)/.exec(mail)?.[1] ?? '')
    expect(new Set(links).size).toBe(4)
    expect((await admin.get('/api/v1/deliveries')).text).not.toMatch(/recap|ana@floor/i)
    const stop = /mail-stops\/([\w.~-]+)/.exec(ana)?.[1]
    expect((await feed.ask(`/api/v1/mail-stops/${stop}`, { method: 'POST' })).status).toBeLessThan(300)
    turnTo('2026-11-30T13:00:00Z')
    await until(7)
    expect(receivers().filter((email) => email === 'ana@floor.test')).toHaveLength(1)
  })
})

test('[D3][D8][D10] leaders hear of the month on its first working day after it, and of no person', async () => {
  await join('lee', 'leader')
  await send(...meetings('ana', 3), ...meetings('bo', 5), lateDeal('ana', 'Deal of Ana'))
  // A Tuesday: in New York the week's of the day before is not a day old yet.
  turnTo('2026-12-01T08:00:00Z')
  await until(2)
  expect(receivers()).toEqual(['bo@floor.test', 'lee@floor.test'])
  const mail = theMailTo('lee@floor.test')
  expect(mail).toMatch(/^Subject: Small floor: recap of November 2026$/m)
  expect(mail).toMatch(/Meetings: 8 \(Goal 29 · 28%/)
  expect(mail).toMatch(/East team: 1 open/)
  expect(mail).not.toMatch(/Ana|Bo Lind|Cy Hart|Deal of/)
})
