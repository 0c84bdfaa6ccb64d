// A server that speaks as Microsoft Graph does of calendars, and misbehaves when it is told to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Diary, type DiaryMeeting, isRoom, reps } from './office-diary.ts'

export type GraphFault = 'rate' | 'rate-with-time' | 'page' | 'broken' | 'cut' | 'sign-in-once' | 'half'

export interface GraphStandIn {
  readonly url: string
  readonly asked: string[]
  readonly faults: (GraphFault | null)[]
  /** Whether the app’s secret is taken. */
  isTaken: boolean
  /** Whether the company has given the app the right. */
  isConsented: boolean
  readonly mailboxes: Set<string>
  mostRows: number
  /** Changes that no list tells of. */
  isForgetful: boolean
  forgetTokens(): void
  close(): Promise<void>
}

export const graphKeys = { tenant: '7d1c2e4a-0001', client: '5f0e-client', secret: 'Qx8~secret.value' }

const readAll = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

/** `now`: epoch ms, a clock that tests turn. */
export const startGraphStandIn = async (diary: Diary, now: () => number): Promise<GraphStandIn> => {
  const tokens = new Map<string, number>()
  let forgotten = 0
  let nextToken = 1

  const idOf = (meeting: DiaryMeeting): string =>
    `AAMk${Buffer.from(diary.keyOf(meeting)).toString('base64url')}`
  /** An organiser who cancels has it no more; guests have it as cancelled. */
  const isThere = (calendar: string, meeting: DiaryMeeting): boolean =>
    diary.has(calendar, meeting) && !(meeting.isCancelled && meeting.organizer === calendar)

  const written = (meeting: DiaryMeeting, calendar: string): object => {
    const isOrganizer = meeting.organizer === calendar
    const time = (ms: number): object => ({
      // To seven decimals, and without an offset.
      dateTime: new Date(ms).toISOString().replace('Z', '0000'),
      timeZone: 'UTC',
    })
    return {
      id: idOf(meeting),
      iCalUId: meeting.uid,
      subject: meeting.title,
      type: meeting.instance === null ? 'singleInstance' : 'occurrence',
      showAs: meeting.isFocusTime ? 'oof' : 'busy',
      isAllDay: meeting.isAllDay,
      isCancelled: meeting.isCancelled,
      hideAttendees: false,
      start: time(meeting.start),
      end: time(meeting.end),
      originalStart: meeting.instance === null ? null : new Date(meeting.instance).toISOString(),
      organizer: { emailAddress: { name: 'Somebody', address: meeting.organizer } },
      responseStatus: {
        response: isOrganizer ? 'organizer' : meeting.guests.get(calendar) ? 'declined' : 'accepted',
      },
      attendees: [...meeting.guests]
        .filter(([email]) => email !== meeting.organizer)
        .map(([email, declined]) => ({
          type: isRoom(email) ? 'resource' : 'required',
          status: { response: isOrganizer ? (declined ? 'declined' : 'accepted') : 'none' },
          emailAddress: { name: 'Somebody', address: email.replace('marcus', 'Marcus') },
        })),
    }
  }

  const mine = (calendar: string): readonly DiaryMeeting[] =>
    [...diary.meetings.values()].filter(
      (meeting) => meeting.organizer === calendar || meeting.guests.has(calendar),
    )

  const paged = (
    rows: readonly object[],
    url: URL,
    size: number,
    after: () => Record<string, string>,
  ): { status: number; body: object } => {
    const start = Number(url.searchParams.get('$skiptoken') ?? 0)
    const page = rows.slice(start, start + size)
    const next = new URL(url)
    next.searchParams.set('$skiptoken', String(start + page.length))
    return {
      status: 200,
      body: {
        value: page,
        ...(start + page.length < rows.length ? { '@odata.nextLink': next.href } : after()),
      },
    }
  }

  const answer = (url: URL): { status: number; body: object } => {
    const [, calendar = '', kind = ''] =
      /^\/v1\.0\/users\/([^/]+)\/(calendarView\/delta|calendarView|events)$/.exec(
        decodeURIComponent(url.pathname),
      ) ?? []
    const query = url.searchParams
    if (!standIn.isConsented)
      return { status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } } }
    if (!standIn.mailboxes.has(calendar))
      return {
        status: 404,
        body: { error: { code: 'ResourceNotFound', message: 'Resource could not be discovered.' } },
      }
    if (kind === 'events') {
      const uid = /^iCalUId eq '(.+)'$/.exec(query.get('$filter') ?? '')?.[1]
      const rows = mine(calendar).filter(
        (meeting) => meeting.uid === uid && meeting.instance === null && isThere(calendar, meeting),
      )
      return paged(
        rows.map((row) => written(row, calendar)),
        url,
        standIn.mostRows,
        () => ({}),
      )
    }
    const [from = 0, to = 0] = [query.get('startDateTime'), query.get('endDateTime')].map((text) =>
      Date.parse(text ?? ''),
    )
    const isIn = ({ start, end }: DiaryMeeting, first: number, last: number): boolean =>
      end > first && start < last
    if (kind === 'calendarView') {
      const rows = mine(calendar).filter((meeting) => isThere(calendar, meeting) && isIn(meeting, from, to))
      return paged(
        rows.map((row) => written(row, calendar)),
        url,
        Math.min(Number(query.get('$top')), standIn.mostRows),
        () => ({}),
      )
    }
    const token = query.get('$deltatoken')
    const [since = 0, first = from, last = to] = token === null ? [0, from, to] : token.split('_').map(Number)
    if (token !== null && since < forgotten)
      return {
        status: 410,
        body: { error: { code: 'SyncStateNotFound', message: 'The sync state is not found.' } },
      }
    const until = diary.changes.length
    const keys = new Set(
      diary.changes.slice(since).flatMap((each) => (each.calendar === calendar ? [each.key] : [])),
    )
    const rows = mine(calendar).flatMap((meeting): object[] => {
      if (token !== null && (!keys.has(diary.keyOf(meeting)) || standIn.isForgetful)) return []
      const isShown = isThere(calendar, meeting) && isIn(meeting, first, last)
      if (!isShown) return token === null ? [] : [{ id: idOf(meeting), '@removed': { reason: 'deleted' } }]
      if (meeting.instance === null) return [written(meeting, calendar)]
      // Of an instance little more than its time is told.
      const { id, type, start, end } = written(meeting, calendar) as Record<string, unknown>
      return [{ id, type, start, end }]
    })
    return paged(rows, url, Math.min(50, standIn.mostRows), () => {
      const link = new URL(`${standIn.url}${url.pathname}`)
      link.searchParams.set('$deltatoken', `${until}_${first}_${last}`)
      return { '@odata.deltaLink': link.href }
    })
  }

  const misbehave = (fault: GraphFault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'rate' || fault === 'rate-with-time')
      response
        .writeHead(429, { ...json, ...(fault === 'rate-with-time' && { 'retry-after': '7' }) })
        .end('{"error":{"code":"ApplicationThrottled","message":"Application is over its limit."}}')
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Sign in</body></html>')
    else if (fault === 'broken') response.writeHead(503).end('down')
    else if (fault === 'sign-in-once')
      response.writeHead(401, json).end('{"error":{"code":"InvalidAuthenticationToken","message":"expired"}}')
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
      const url = new URL(request.url ?? '/', standIn.url)
      const say = ({ status, body }: { status: number; body: object }): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (url.pathname === `/${graphKeys.tenant}/oauth2/v2.0/token`) {
        const form = new URLSearchParams(text)
        if (
          !standIn.isTaken ||
          form.get('client_secret') !== graphKeys.secret ||
          form.get('client_id') !== graphKeys.client
        )
          return say({
            status: 401,
            body: {
              error: 'invalid_client',
              error_description: 'AADSTS7000222: The provided client secret keys are expired.',
            },
          })
        const token = `eyJ0.${nextToken++}`
        tokens.set(token, now() + 3_600_000)
        return say({ status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: token } })
      }
      standIn.asked.push(`${url.pathname}${url.search}`)
      const until = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
      if (!standIn.isTaken || until === undefined || until < now())
        return say({
          status: 401,
          body: { error: { code: 'InvalidAuthenticationToken', message: 'expired' } },
        })
      if (request.headers['prefer'] !== 'outlook.timezone="UTC"')
        return say({ status: 400, body: { error: { message: 'times in Eastern Standard Time' } } })
      const found = answer(url)
      const fault = standIn.faults.shift() ?? null
      if (fault === null) say(found)
      else misbehave(fault, response, JSON.stringify(found.body))
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: GraphStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    faults: [],
    isTaken: true,
    isConsented: true,
    mailboxes: new Set(reps),
    mostRows: 1000,
    isForgetful: false,
    forgetTokens: () => {
      forgotten = diary.changes.length + 1
      diary.changes.push({ calendar: '', key: '' })
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
