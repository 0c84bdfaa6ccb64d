// A server that speaks as Google does with a service account that reads calendars, and misbehaves when it is told to.
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jwtVerify } from 'jose'
import { type Diary, type DiaryMeeting, isRoom, reps } from './office-diary.ts'

export type GoogleFault = 'rate' | 'user-rate' | 'page' | 'broken' | 'cut' | 'sign-in-once' | 'half'

export interface GoogleStandIn {
  readonly url: string
  /** The file that somebody pastes. */
  readonly keyFile: string
  readonly asked: string[]
  readonly faults: (GoogleFault | null)[]
  /** Whether the account’s key is taken. */
  isTaken: boolean
  /** Whether the company has given the account the right. */
  isDelegated: boolean
  /** Whose accounts are there. */
  readonly accounts: Set<string>
  mostRows: number
  /** Lists of changes that are older are forgotten. `as`: the status with which it says so. */
  forgetTokens(as?: 410 | 400): void
  /** Places in lists that are older are refused. */
  forgetPages(): void
  close(): Promise<void>
}

const scope = 'https://www.googleapis.com/auth/calendar.events.readonly'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const readAll = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

const compact = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')

/** `now`: epoch ms, a clock that tests turn. */
export const startGoogleStandIn = async (diary: Diary, now: () => number): Promise<GoogleStandIn> => {
  /** By token: whose, and until when. */
  const tokens = new Map<string, { readonly sub: string; readonly until: number }>()
  let forgotten = 0
  let forgottenAs = 410
  let nextToken = 1
  let pagesSince = 0

  /** As others than Google write them, every third is in base32hex. */
  const idOf = ({ uid, instance }: DiaryMeeting): string => {
    const series = uid.replace('@google.com', '')
    return instance === null ? series : `${series}_${compact(instance)}`
  }
  const written = (meeting: DiaryMeeting, calendar: string): object => {
    const id = idOf(meeting)
    const series =
      meeting.instance === null
        ? {}
        : {
            recurringEventId: id.slice(0, id.indexOf('_')),
            originalStartTime: {
              dateTime: new Date(meeting.instance).toISOString(),
              timeZone: 'America/New_York',
            },
          }
    if (meeting.isCancelled || !diary.has(calendar, meeting))
      return { id, status: 'cancelled', ...(meeting.instance !== null && series) }
    const time = (ms: number): object =>
      meeting.isAllDay
        ? { date: new Date(ms).toISOString().slice(0, 10) }
        : { dateTime: new Date(ms).toISOString().replace('.000Z', '+00:00'), timeZone: 'America/New_York' }
    return {
      id,
      iCalUID: meeting.uid,
      status: 'confirmed',
      eventType: meeting.isFocusTime ? 'focusTime' : 'default',
      summary: meeting.title,
      start: time(meeting.start),
      end: time(meeting.end),
      ...series,
      organizer: { email: meeting.organizer, ...(meeting.organizer === calendar && { self: true }) },
      attendees: [...meeting.guests].map(([email, declined]) => ({
        email: email.replace('marcus', 'Marcus'),
        responseStatus: declined ? 'declined' : 'accepted',
        ...(email === calendar && { self: true }),
        ...(isRoom(email) && { resource: true }),
      })),
    }
  }

  const list = (calendar: string, query: URLSearchParams): { status: number; body: object } => {
    const sync = query.get('syncToken')
    for (const name of ['timeMin', 'timeMax', 'q', 'orderBy', 'iCalUID', 'updatedMin'])
      if (sync !== null && query.has(name))
        return { status: 400, body: { error: { message: `${name} cannot be used with a sync token` } } }
    if (sync !== null && query.get('showDeleted') !== 'true')
      return { status: 400, body: { error: { message: 'showDeleted must stay as it was' } } }
    const until = diary.changes.length
    const [since, from] = (sync ?? '').split('/').map(Number)
    if (sync !== null && (since ?? 0) < forgotten)
      return {
        status: forgottenAs,
        body: {
          error: { message: 'Sync token is no longer valid', errors: [{ reason: 'fullSyncRequired' }] },
        },
      }
    const timeMin = sync === null ? Date.parse(query.get('timeMin') ?? '1970-01-01T00:00:00Z') : (from ?? 0)
    const timeMax = query.has('timeMax') ? Date.parse(query.get('timeMax') ?? '') : Number.POSITIVE_INFINITY
    const withDeleted = query.get('showDeleted') === 'true'
    const changed =
      sync === null
        ? null
        : new Set(
            diary.changes.slice(since).flatMap((each) => (each.calendar === calendar ? [each.key] : [])),
          )
    const all = [...diary.meetings.values()].filter((meeting) => {
      const isMine = meeting.organizer === calendar || meeting.guests.has(calendar)
      const isGone = meeting.isCancelled || !diary.has(calendar, meeting)
      if (!isMine || (isGone && !withDeleted)) return false
      if (query.has('iCalUID') && query.get('iCalUID') !== meeting.uid) return false
      if (changed !== null && !changed.has(diary.keyOf(meeting))) return false
      return meeting.end > timeMin && meeting.start < timeMax
    })
    const [made = 0, start = 0] = query.get('pageToken')?.split('/').map(Number) ?? [pagesSince]
    if (made < pagesSince)
      return { status: 400, body: { error: { code: 400, message: 'Invalid page token value.' } } }
    const size = Math.min(Number(query.get('maxResults') ?? 250), standIn.mostRows)
    const rows = all.slice(start, start + size)
    const isLast = start + rows.length >= all.length
    const next = isLast
      ? withDeleted
        ? { nextSyncToken: `${until}/${timeMin}` }
        : {}
      : { nextPageToken: `${pagesSince}/${start + rows.length}` }
    return {
      status: 200,
      body: { kind: 'calendar#events', items: rows.map((row) => written(row, calendar)), ...next },
    }
  }

  const grant = async (text: string): Promise<{ status: number; body: object }> => {
    const refuse = (error: string, why: string, status = 400) => ({
      status,
      body: { error, error_description: why },
    })
    const assertion = new URLSearchParams(text).get('assertion') ?? ''
    if (!standIn.isTaken) return refuse('invalid_grant', 'Invalid JWT Signature.')
    const { payload } = await jwtVerify(assertion, publicKey, {
      audience: 'https://oauth2.googleapis.com/token',
      issuer: 'floorboard@northwind.iam.gserviceaccount.test',
      currentDate: new Date(now()),
    })
    if (payload['scope'] !== scope || !standIn.isDelegated)
      return refuse(
        'unauthorized_client',
        'Client is unauthorized to retrieve access tokens using this method.',
        401,
      )
    const { sub = '' } = payload
    if (!standIn.accounts.has(sub)) return refuse('invalid_grant', 'Invalid email or User ID')
    const token = `ya29.${nextToken++}`
    tokens.set(token, { sub, until: now() + 3_600_000 })
    return { status: 200, body: { access_token: token, expires_in: 3599, token_type: 'Bearer' } }
  }

  const misbehave = (fault: GoogleFault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'rate') response.writeHead(429, json).end('{"error":{"code":429,"message":"Too many"}}')
    else if (fault === 'user-rate')
      response
        .writeHead(403, json)
        .end(
          '{"error":{"code":403,"message":"Rate Limit Exceeded","errors":[{"reason":"userRateLimitExceeded"}]}}',
        )
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Sign in</body></html>')
    else if (fault === 'broken') response.writeHead(503).end('down')
    else if (fault === 'sign-in-once')
      response.writeHead(401, json).end('{"error":{"code":401,"message":"Invalid Credentials"}}')
    else if (fault === 'half') response.writeHead(200, json).end(text.slice(0, -1))
    else {
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) + 10 })
      response.write(text.slice(0, Math.floor(text.length / 2)))
      setImmediate(() => response.destroy())
    }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const text = await readAll(request)
      const url = new URL(request.url ?? '/', 'http://stand-in')
      const say = ({ status, body }: { status: number; body: object }): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (url.pathname === '/token') return say(await grant(text))
      standIn.asked.push(`${url.pathname}${url.search}`)
      const session = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
      const calendar = decodeURIComponent(
        /^\/calendar\/v3\/calendars\/([^/]+)\/events$/.exec(url.pathname)?.[1] ?? '',
      )
      if (!standIn.isTaken || session === undefined || session.until < now() || session.sub !== calendar)
        return say({ status: 401, body: { error: { code: 401, message: 'Invalid Credentials' } } })
      const answer = list(calendar, url.searchParams)
      const fault = standIn.faults.shift() ?? null
      if (fault === null) say(answer)
      else misbehave(fault, response, JSON.stringify(answer.body))
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: GoogleStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keyFile: JSON.stringify(
      {
        type: 'service_account',
        client_email: 'floorboard@northwind.iam.gserviceaccount.test',
        client_id: '1042',
        private_key_id: 'k1',
        private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      },
      null,
      2,
    ),
    asked: [],
    faults: [],
    isTaken: true,
    isDelegated: true,
    accounts: new Set(reps),
    mostRows: 2500,
    forgetTokens: (as = 410) => {
      forgottenAs = as
      forgotten = diary.changes.length + 1
      diary.changes.push({ calendar: '', key: '' })
    },
    forgetPages: () => {
      pagesSince += 1
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
