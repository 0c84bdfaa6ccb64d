// Somebody's browser at a feed: it keeps the cookie that it is given, and sends the origin of its page.
import type { Answer, TestFeed } from './start-test-feed.ts'

export interface FeedBrowser {
  readonly cookie: string | null
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
}

export const openFeedBrowser = (
  feed: Pick<TestFeed, 'ask' | 'url'>,
  headers: Readonly<Record<string, string>> = {},
): FeedBrowser => {
  let cookie: string | null = null
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await feed.ask(path, {
      method,
      headers: {
        ...(method !== 'GET' && { origin: feed.url }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie !== null && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const given = answer.headers.get('set-cookie')
    if (given !== null) cookie = given.split(';')[0] ?? null
    return answer
  }
  return {
    get cookie() {
      return cookie
    },
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    patch: (path, body) => ask('PATCH', path, body),
    delete: (path) => ask('DELETE', path),
  }
}

export const maya = { name: 'Maya Chen', email: 'maya@northwind.test', password: 'seven green bicycles' }

/** The first admin. */
export const openAdmin = async (feed: TestFeed): Promise<FeedBrowser> => {
  const browser = openFeedBrowser(feed)
  const { status } = await browser.post('/api/v1/first-admin', maya)
  if (status !== 200) throw new Error(`no first admin: ${status}`)
  return browser
}

/** `invitation`: role, teams, person … of whoever joins. */
export const joinAs = async (
  feed: TestFeed,
  admin: FeedBrowser,
  invitation: { readonly email: string; readonly role: string } & Readonly<Record<string, unknown>>,
): Promise<FeedBrowser> => {
  const { status, body, text } = await admin.post('/api/v1/invitations', { name: 'Jo Park', ...invitation })
  if (status !== 200) throw new Error(`no invitation: ${text}`)
  const browser = openFeedBrowser(feed)
  const secret = body.link.split('#link=')[1]
  const joined = await browser.post(`/api/v1/invitations/${secret}`, {
    name: 'Jo Park',
    password: 'three quiet lanterns',
  })
  if (joined.status !== 200) throw new Error(`not joined: ${joined.text}`)
  return browser
}
