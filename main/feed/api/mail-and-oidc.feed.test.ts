// By mail and by an OpenID provider, against real servers of both.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import { startTestFeed, type TestFeed } from '../../../test/feed/start-test-feed.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const start = async (config: Parameters<typeof startTestFeed>[0]): Promise<TestFeed> => {
  const feed = await startTestFeed({ clock: { now: () => Date.now() }, ...config })
  cleanUps.push(() => feed.close())
  return feed
}
const portOf = (server: Pick<Server, 'address'>): number => (server.address() as AddressInfo).port
const maya = { name: 'Maya Chen', email: 'maya@northwind.test', password: 'seven green bicycles' }

test('invitations and new passwords go by mail where a server is set up', async () => {
  const { url, mails, close } = await startMailServer()
  cleanUps.push(close)
  const feed = await start({ mail: { url, from: 'wall@northwind.test' } })
  const post = (path: string, body: object, cookie = '') =>
    feed.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: feed.url, cookie },
      body: JSON.stringify(body),
    })
  const admin = (await post('/api/v1/first-admin', maya)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const jo = { name: 'Jo Park', email: 'jo@northwind.test', role: 'viewer' }
  const { body } = await post('/api/v1/invitations', jo, admin)
  const first = unfolded(mails[0] ?? '')
  expect([body.mailed, first.includes('To: jo@northwind.test'), first.includes(body.link)]).toEqual([
    true,
    true,
    true,
  ])
  await post('/api/v1/password-resets', { email: 'stranger@northwind.test' })
  await post('/api/v1/password-resets', { email: maya.email })
  await eventually(() => expect(mails).toHaveLength(2))
  const secret = /reset#link=([\w-]{43})/.exec(unfolded(mails[1] ?? ''))?.[1]
  const reset = await post(`/api/v1/password-resets/${secret}`, { password: 'eight green bicycles' })
  expect(reset.body.account.email).toBe(maya.email)
})

/** A provider on a port of its own, that signs in whoever the test says, without asking. */
const startProvider = async (person: { email: string; groups: string[]; verified: boolean }) => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)))
  const issuer = `http://127.0.0.1:${portOf(server)}`
  const configure = (callback: string) => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: 'wall', client_secret: 'a secret of the wall', redirect_uris: [callback] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['a test'] },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({
          sub: id,
          name: 'Maya Chen',
          email: person.email,
          email_verified: person.verified,
          groups: person.groups,
        }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({ clientId: 'wall', accountId: 'maya' })
        grant.addOIDCScope('openid profile email groups')
        await grant.save()
        return grant
      },
    })
    const handle = provider.callback()
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return handle(request, response)
      void provider.interactionFinished(request, response, { login: { accountId: 'maya' } })
    })
  }
  return { issuer, configure }
}

/** Follows redirections as a browser would, with a jar of cookies for each site. */
const browse = async (from: string, jar: Map<string, Map<string, string>>, until: string) => {
  let url = from
  for (let hops = 0; hops < 12; hops += 1) {
    const { origin } = new URL(url)
    const own = jar.get(origin) ?? new Map<string, string>()
    jar.set(origin, own)
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      own.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null || url.includes(until)) return { url, answer, text: await answer.text() }
    url = new URL(next, url).href
  }
  throw new Error('it goes in circles')
}

const oidcOf = (issuer: string) => ({
  issuer,
  clientId: 'wall',
  clientSecret: 'a secret of the wall',
  name: 'Northwind',
  groups: {
    'sales-east': { role: 'manager', teams: ['east'] },
    'sales-london': { role: 'manager', teams: ['london'] },
    reps: { role: 'viewer', teams: [] },
  } as const,
})

const callback = '/api/v1/oidc/sso/callback'
const signIn = async (person: { email: string; groups: string[]; verified: boolean }) => {
  const { issuer, configure } = await startProvider(person)
  const { groups, ...rest } = oidcOf(issuer)
  const feed = await start({
    oidc: {
      ...rest,
      groups: structuredClone(groups) as unknown as Record<string, { role: 'manager'; teams: string[] }>,
    },
  })
  configure(`${feed.url}${callback}`)
  const jar = new Map<string, Map<string, string>>()
  const come = () => browse(`${feed.url}/api/v1/oidc/sso`, jar, callback)
  const me = async () => {
    const cookie = `floorboard=${jar.get(feed.url)?.get('floorboard') ?? ''}`
    return (await feed.ask('/api/v1/me', { headers: { cookie } })).body
  }
  return { feed, jar, come, me }
}

test('a provider signs people in, by the role and the teams of their groups', async () => {
  const { feed, come, me } = await signIn({
    email: 'Maya@northwind.test',
    groups: ['sales-east', 'sales-london', 'reps', 'others'],
    verified: true,
  })
  expect((await me()).providers).toEqual([{ id: 'sso', name: 'Northwind' }])
  const { answer, url } = await come()
  expect([answer.status, url.startsWith(`${feed.url}${callback}`)]).toEqual([200, true])
  const first = await me()
  expect(first.account).toMatchObject({
    name: 'Maya Chen',
    email: 'maya@northwind.test',
    role: 'manager',
    teams: ['east', 'london'],
  })
  await come()
  expect((await me()).account.id).toBe(first.account.id)
})

test('who is in no known group, or whose address is not confirmed, is not let in', async () => {
  const stranger = await signIn({ email: 'maya@northwind.test', groups: ['others'], verified: true })
  expect((await stranger.come()).answer.status).toBe(403)
  expect((await stranger.me()).account).toBeNull()
  const unconfirmed = await signIn({ email: 'maya@northwind.test', groups: ['reps'], verified: false })
  expect((await unconfirmed.come()).answer.status).toBe(401)
})

test('an answer is good once, in the browser that began it, with the state that it was given', async () => {
  const { feed, jar, come, me } = await signIn({
    email: 'maya@northwind.test',
    groups: ['reps'],
    verified: true,
  })
  const { url } = await come()
  expect((await me()).account).not.toBeNull()
  // Sent again, in the same browser and in another one.
  expect((await browse(url, jar, callback)).answer.status).toBe(410)
  expect((await browse(url, new Map(), callback)).answer.status).toBe(410)
  const began = await fetch(`${feed.url}/api/v1/oidc/sso`, { redirect: 'manual' })
  const cookie = began.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(new URL(began.headers.get('location') ?? '').searchParams.get('code_challenge_method')).toBe('S256')
  const forged = await fetch(`${feed.url}${callback}?code=made-up&state=made-up`, { headers: { cookie } })
  expect(forged.status).toBe(401)
})
