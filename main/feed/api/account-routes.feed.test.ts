import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MeAnswer } from '../../../shared/wire/accounts.ts'
import { OwnNumbersAnswer } from '../../../shared/wire/own-numbers.ts'
import { maya, openFeedBrowser } from '../../../test/feed/feed-browser.ts'
import { call, startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

let feed: TestFeed
let now: number
beforeEach(async () => {
  now = Date.parse('2026-11-20T20:00:00Z')
  feed = await startTestFeed({ clock: { now: () => now } })
})
afterEach(() => feed.close())

const day = 86_400_000

/** One browser, which may ask who it is. */
const openBrowser = (headers: Record<string, string> = {}) => {
  const browser = openFeedBrowser(feed, headers)
  return {
    get cookie() {
      return browser.cookie
    },
    get: browser.get,
    post: browser.post,
    patch: browser.patch,
    delete: browser.delete,
    me: async () => MeAnswer.parse((await browser.get('/api/v1/me')).body),
  }
}
type Browser = ReturnType<typeof openBrowser>

const mayas = { email: maya.email, password: maya.password }
const becomeAdmin = async (): Promise<Browser> => {
  const browser = openBrowser()
  expect((await browser.post('/api/v1/first-admin', maya)).status).toBe(200)
  return browser
}

const invitation = { name: 'Jo Park', email: 'jo@northwind.test', role: 'viewer' }
const invite = async (admin: Browser, more: object = {}): Promise<string> => {
  const { status, body } = await admin.post('/api/v1/invitations', { ...invitation, ...more })
  expect(status).toBe(200)
  return body.link.split('#link=')[1]
}
const joinAs = async (admin: Browser, more: object = {}): Promise<Browser> => {
  const browser = openBrowser()
  const secret = await invite(admin, more)
  const accepted = { name: 'Jo Park', password: 'three quiet lanterns' }
  expect((await browser.post(`/api/v1/invitations/${secret}`, accepted)).status).toBe(200)
  return browser
}

describe('the first admin', () => {
  test('at the machine itself, everybody may do everything until there is one', async () => {
    const before = await openBrowser().me()
    expect(before).toMatchObject({ account: null, setUp: 'open', may: { edit: true, administer: true } })
    const admin = await becomeAdmin()
    expect(await admin.me()).toMatchObject({
      account: { name: 'Maya Chen', email: 'maya@northwind.test', role: 'admin' },
      setUp: 'done',
      may: { edit: true, control: true, seeManagers: true, seeLeadership: true, administer: true },
    })
    const after = await openBrowser().me()
    expect(after.may).toEqual({
      look: false,
      edit: false,
      control: false,
      seeManagers: false,
      seeLeadership: false,
      administer: false,
    })
    expect((await openBrowser().get('/api/v1/boards')).status).toBe(401)
    expect((await admin.get('/api/v1/boards')).status).toBe(200)
  })

  test('there is one, however many sign up at once', async () => {
    const all = await Promise.all(
      ['a', 'b', 'c'].map((each) =>
        openBrowser().post('/api/v1/first-admin', { ...maya, email: `${each}@northwind.test` }),
      ),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('a password that is short, common or one’s own name is refused in a sentence', async () => {
    for (const [password, code] of [
      ['short', 'bad-body'],
      ['password2026', 'weak-password'],
      ['1q2w3e4r5t', 'weak-password'],
      ['maya@northwind.test', 'weak-password'],
      ['abababababab', 'weak-password'],
    ]) {
      const { body } = await openBrowser().post('/api/v1/first-admin', { ...maya, password })
      expect([password, body.code]).toEqual([password, code])
    }
  })
})

describe('a session', () => {
  test('comes as a cookie that no script reads and no other site sends, and is new at each sign-in', async () => {
    await becomeAdmin()
    const browser = openBrowser()
    const first = await browser.post('/api/v1/sign-in', mayas)
    expect(first.headers.get('set-cookie')).toMatch(
      /^floorboard=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const before = browser.cookie
    await browser.post('/api/v1/sign-in', mayas)
    expect(browser.cookie).not.toBe(before)
    // The session that the browser came with ended with it.
    expect((await openBrowser({ cookie: before ?? '' }).me()).account).toBeNull()
  })

  test('that a browser brings along is never taken over', async () => {
    await becomeAdmin()
    const planted = 'floorboard=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const victim = openBrowser({ cookie: planted })
    await victim.post('/api/v1/sign-in', mayas)
    expect((await openBrowser({ cookie: planted }).me()).account).toBeNull()
  })

  test('is over after sign-out, also for whoever kept the cookie', async () => {
    const admin = await becomeAdmin()
    const { cookie } = admin
    await admin.post('/api/v1/sign-out')
    expect((await openBrowser({ cookie: cookie ?? '' }).me()).account).toBeNull()
  })

  test('is over after a week without use, and after a month in any case', async () => {
    const admin = await becomeAdmin()
    now += 6 * day
    expect((await admin.me()).account).not.toBeNull()
    now += 6 * day
    expect((await admin.me()).account).not.toBeNull()
    now += 8 * day
    expect((await admin.me()).account).toBeNull()
    await admin.post('/api/v1/sign-in', mayas)
    for (let i = 0; i < 6; i += 1) {
      now += 5 * day
      expect((await admin.me()).account).not.toBeNull()
    }
    now += day
    expect((await admin.me()).account).toBeNull()
  })

  test('is listed with its device, and ended one by one or all at once', async () => {
    const admin = await becomeAdmin()
    const phone = openBrowser({
      'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1',
    })
    const other = openBrowser()
    await phone.post('/api/v1/sign-in', mayas)
    await other.post('/api/v1/sign-in', mayas)
    const list = async () => (await admin.get('/api/v1/me/sessions')).body.sessions
    const found = (await list()).find(({ device }: { device: string }) => device === 'Safari · iPhone')
    expect(found).toMatchObject({ address: '127.0.0.1', current: false })
    expect((await admin.delete(`/api/v1/me/sessions/${found.id}`)).status).toBe(200)
    expect((await phone.me()).account).toBeNull()
    expect((await admin.delete('/api/v1/me/sessions')).status).toBe(200)
    expect((await other.me()).account).toBeNull()
    expect((await list()).map(({ current }: { current: boolean }) => current)).toEqual([true])
  })
})

describe('an invitation', () => {
  test('says who invites to what, is good once, and its link is nowhere in the data folder', async () => {
    const admin = await becomeAdmin()
    const secret = await invite(admin)
    const { body } = await openBrowser().get(`/api/v1/invitations/${secret}`)
    expect(body).toEqual({
      name: 'Jo Park',
      email: 'jo@northwind.test',
      role: 'viewer',
      by: 'Maya Chen',
      floor: 'Small floor',
    })
    expect((await admin.get('/api/v1/invitations')).body.invitations).toMatchObject([{ by: 'Maya Chen' }])
    const jo = openBrowser()
    const accepted = { name: 'Jo Park', password: 'three quiet lanterns' }
    const answer = await jo.post(`/api/v1/invitations/${secret}`, accepted)
    expect(answer.body.account).toMatchObject({ name: 'Jo Park', role: 'viewer' })
    const again = await openBrowser().post(`/api/v1/invitations/${secret}`, accepted)
    expect([again.status, again.body.code]).toEqual([410, 'link-gone'])
    expect((await admin.get('/api/v1/invitations')).body.invitations).toEqual([])
    const kept = readFileSync(join(feed.folder, 'accounts.db')).toString('latin1')
    for (const text of [secret, jo.cookie?.split('=')[1] ?? '', accepted.password])
      expect([kept.includes(text), kept.includes('jo@northwind.test')]).toEqual([false, true])
    expect(statSync(join(feed.folder, 'accounts.db')).mode & 0o777).toBe(0o600)
  })

  test('used by two at once makes one account', async () => {
    const secret = await invite(await becomeAdmin())
    const accepted = { name: 'Jo', password: 'three quiet lanterns' }
    const all = await Promise.all(
      [1, 2, 3].map(() => openBrowser().post(`/api/v1/invitations/${secret}`, accepted)),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([200, 410, 410])
  })

  test('is gone after a week, when it is taken back, and when another one is made for the same person', async () => {
    const admin = await becomeAdmin()
    const gone = async (secret: string) => (await openBrowser().get(`/api/v1/invitations/${secret}`)).status
    const first = await invite(admin)
    const second = await invite(admin)
    expect([await gone(first), await gone(second)]).toEqual([410, 200])
    const [{ id }] = (await admin.get('/api/v1/invitations')).body.invitations
    await admin.delete(`/api/v1/invitations/${id}`)
    expect(await gone(second)).toBe(410)
    const third = await invite(admin)
    now += 7 * day - 60_000
    await admin.post('/api/v1/sign-in', mayas)
    expect(await gone(third)).toBe(200)
    now += 60_000
    expect(await gone(third)).toBe(410)
  })
})

describe('what the roles may do', () => {
  test('a viewer reads the floor’s boards, a manager edits too, and a change counts at once', async () => {
    const admin = await becomeAdmin()
    const jo = await joinAs(admin)
    expect((await jo.me()).may).toEqual({
      look: false,
      edit: false,
      control: false,
      seeManagers: false,
      seeLeadership: false,
      administer: false,
    })
    expect([(await jo.get('/api/v1/boards')).status, (await jo.get('/api/v1/accounts')).status]).toEqual([
      200, 403,
    ])
    const { accounts } = (await admin.get('/api/v1/accounts')).body
    const id = accounts.find(({ role }: { role: string }) => role === 'viewer').id
    await admin.patch(`/api/v1/accounts/${id}`, { role: 'manager' })
    expect((await jo.me()).may).toMatchObject({ edit: true, seeManagers: true, administer: false })
    await admin.delete(`/api/v1/accounts/${id}`)
    expect((await jo.me()).account).toBeNull()
  })

  test('[S120] somebody is shown their own numbers, once an admin has said who they are', async () => {
    const admin = await becomeAdmin()
    const jo = await joinAs(admin)
    const own = async () => OwnNumbersAnswer.parse((await jo.get('/api/v1/me/numbers')).body)
    expect(await own()).toEqual({ person: null, awaits: null, numbers: [] })
    const { token } = (await admin.post('/api/v1/tokens', { name: 'Dialer', role: 'ingest' })).body
    const facts = [call('a'), call('b', { credits: [{ rep: 'marcus' }] })]
    await feed.postFacts(JSON.stringify({ facts }), { authorization: `Bearer ${token}` })
    const { accounts } = (await admin.get('/api/v1/accounts')).body
    const { id } = accounts.find(({ role }: { role: string }) => role === 'viewer')
    await admin.patch(`/api/v1/accounts/${id}`, { person: 'priya' })
    const { person, numbers } = await own()
    expect(person?.name).toBe('Priya Raman')
    expect(numbers.map(({ metric, value, goal }) => [metric.id, value, goal])).toEqual([
      ['calls', 1, 2],
      ['revenue', 0, 100_000],
    ])
    expect((await openBrowser().get('/api/v1/me/numbers')).status).toBe(401)
  })

  test('the last admin stays one', async () => {
    const admin = await becomeAdmin()
    const id = (await admin.me()).account?.id
    const refused = await admin.patch(`/api/v1/accounts/${id}`, { role: 'viewer' })
    expect([refused.status, refused.body.code]).toEqual([409, 'last-admin'])
    expect((await admin.delete(`/api/v1/accounts/${id}`)).status).toBe(409)
  })
})

describe('a new password', () => {
  test('by an admin’s link, once, ends all sessions', async () => {
    const admin = await becomeAdmin()
    const jo = await joinAs(admin)
    const id = (await jo.me()).account?.id
    const { body } = await admin.post(`/api/v1/accounts/${id}/reset-link`)
    expect(body.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/reset#link=[\w-]{43}$/)
    const secret = body.link.split('#link=')[1]
    const anew = openBrowser()
    const password = 'another quiet lantern'
    expect((await anew.post(`/api/v1/password-resets/${secret}`, { password })).status).toBe(200)
    expect((await openBrowser().post(`/api/v1/password-resets/${secret}`, { password })).status).toBe(410)
    expect((await jo.me()).account).toBeNull()
    expect((await anew.me()).account?.id).toBe(id)
  })

  test('chosen by oneself needs the one before, and ends all other sessions', async () => {
    const admin = await becomeAdmin()
    const phone = openBrowser()
    await phone.post('/api/v1/sign-in', mayas)
    const password = 'eight green bicycles'
    const wrong = await admin.post('/api/v1/me/password', { before: 'a wrong password', password })
    expect(wrong.body.code).toBe('wrong-sign-in')
    expect((await admin.post('/api/v1/me/password', { before: maya.password, password })).status).toBe(200)
    expect([(await admin.me()).account === null, (await phone.me()).account === null]).toEqual([false, true])
    expect((await phone.post('/api/v1/sign-in', mayas)).status).toBe(401)
    expect((await phone.post('/api/v1/sign-in', { ...mayas, password })).status).toBe(200)
  })
})

describe('tokens', () => {
  test('are made, named, listed with their last use, and revoked; one of a screen reads', async () => {
    const admin = await becomeAdmin()
    const wanted = { name: 'Lobby TV', role: 'screen', screen: 'calls-wall' }
    const { id, token } = (await admin.post('/api/v1/tokens', wanted)).body
    const reads = async () =>
      (await openBrowser({ authorization: `Bearer ${token}` }).get('/api/v1/boards')).status
    expect(await reads()).toBe(200)
    expect((await admin.get('/api/v1/tokens')).body.tokens).toEqual([
      { id, name: 'Lobby TV', role: 'screen', screen: 'calls-wall', createdAt: now, lastUsed: now },
    ])
    expect((await admin.delete(`/api/v1/tokens/${id}`)).status).toBe(200)
    expect(await reads()).toBe(401)
    expect((await admin.post('/api/v1/tokens', { ...wanted, screen: 'nowhere' })).body.code).toBe('bad-body')
  })
})
