// A server that speaks as Salesforce does, as far as its documentation says, and misbehaves when it is told to. Its truth is in
// it: tests edit it as reps and admins would, and ask what a floor should have in the end.
import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  fieldsIn,
  inOrder,
  parseSoql,
  passes,
  SoqlFault,
  type SoqlQuery,
  type SoqlRow,
} from './soql-stand-in.ts'

type Value = string | number | boolean | null
export type Fields = Record<string, Value>

export interface StandInRow {
  readonly id: string
  fields: Fields
  /** Epoch ms by its own clock; queries know the row as it was before until then. */
  visibleAt: number
  before: Fields | null
}

/** What goes wrong with the next request. */
export type Fault = 'limit' | 'page' | 'broken' | 'cut' | 'expired' | 'half' | 'part-broken' | 'timeout'

const prefixes: Readonly<Record<string, string>> = {
  Opportunity: '006',
  Task: '00T',
  Event: '00U',
  EmailMessage: '02s',
  User: '005',
  Account: '001',
  OpportunityStage: '01J',
  OpportunitySplit: '00S',
  OpportunitySplitType: '149',
  OpportunityTeamMember: '00q',
  OpportunityRelatedDeleteLog: '0ra',
  CurrencyType: '01L',
  DatedConversionRate: '04w',
  Organization: '00D',
}

/** Fields beside those that every object has. */
const ownFields: Readonly<Record<string, readonly string[]>> = {
  Opportunity:
    'Name AccountId Amount CurrencyIsoCode StageName IsWon IsClosed CloseDate CreatedDate LastStageChangeDate LastActivityDate OwnerId RecordTypeId Type'.split(
      ' ',
    ),
  Task: 'TaskSubtype IsClosed OwnerId WhatId AccountId ActivityDate CompletedDateTime CreatedDate CallDurationInSeconds CallDisposition CallType IsRecurrence IsArchived'.split(
    ' ',
  ),
  Event:
    'OwnerId WhatId AccountId StartDateTime EndDateTime IsAllDayEvent ActivityDate Type IsChild IsRecurrence CreatedDate IsArchived'.split(
      ' ',
    ),
  EmailMessage: ['ActivityId', 'Incoming', 'ReplyToEmailMessageId', 'Subject', 'TextBody', 'CreatedDate'],
  User: ['Name', 'Email', 'IsActive', 'UserType'],
  Account: ['Name'],
  OpportunityStage: ['ApiName', 'MasterLabel', 'IsActive', 'IsClosed', 'IsWon', 'SortOrder'],
  OpportunitySplit: ['OpportunityId', 'SplitOwnerId', 'SplitPercentage', 'SplitAmount', 'SplitTypeId'],
  OpportunitySplitType: ['DeveloperName', 'MasterLabel', 'IsActive', 'IsTotalValidated'],
  OpportunityTeamMember: ['OpportunityId', 'UserId', 'TeamMemberRole'],
  OpportunityRelatedDeleteLog: ['OpportunityId', 'SobjectType', 'CreatedDate'],
  Organization: ['Name'],
  CurrencyType: ['IsoCode', 'IsCorporate', 'ConversionRate'],
  DatedConversionRate: ['IsoCode', 'StartDate', 'NextStartDate', 'ConversionRate'],
}
const everyField = ['Id', 'SystemModstamp', 'IsDeleted']

const childNames: Readonly<Record<string, string>> = {
  OpportunitySplit: 'OpportunitySplits',
  OpportunityTeamMember: 'OpportunityTeamMembers',
}

export interface SalesforceStandIn {
  readonly url: string
  readonly rows: Readonly<Record<string, Map<string, StandInRow>>>
  readonly recordTypes: { readonly id: string; readonly name: string }[]
  /** Paths that were asked for, those within composite requests too, oldest first. */
  readonly calls: string[]
  /** HTTP requests for numbers, which is what counts against the day. */
  requests: number
  readonly tokens: Set<string>
  /** Grants that were asked for, oldest first. */
  readonly grants: string[]
  /** What signing in is answered with in the place of a session; null: a session. */
  refusal: { readonly error: string; readonly error_description: string } | null
  /** `Task`, or `Opportunity.Amount`: what the user may not see. */
  readonly hidden: Set<string>
  /** Goes wrong in this order, one a request; null is a request that goes well. */
  readonly faults: (Fault | null)[]
  /** The user lacks “API Enabled”. */
  isApiDisabled: boolean
  readonly privateKey: string
  /** Of corporate currency in one of these; by it sums are converted. */
  readonly rates: Map<string, number>
  usage: { used: number; of: number }
  lagMs: number
  /** A page has so many rows at most, and so many rows within a row. */
  mostRows: number
  mostChildren: number
  skewMs: number
  put(object: string, fields: Fields, id?: string): string
  /** Into the recycle bin. */
  remove(object: string, id: string): void
  /** Out of it, or out of nothing. */
  restore(object: string, id: string): void
  /** Gone at once: only a list tells of it. */
  purge(object: string, id: string): void
  /** A split or a member of a team goes: neither its deal nor a bin knows of it. */
  removePart(object: string, id: string): void
  close(): Promise<void>
}

export const goodKeys = {
  'consumer-key': '3MVG9pRzvMkjMb6lNorthwind',
  'consumer-secret': '7D1E2A9C04B86F53AB19',
} as const
export const goodUser = 'floorboard@northwind.test'

/** Of all that are started: to make a pair takes a tenth of a second and more. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const idOf = (object: string, count: number): string => {
  let digits = ''
  for (let rest = count; digits.length < 6; rest = Math.floor(rest / 62))
    digits = (alphabet[rest % 62] ?? '0') + digits
  return `${prefixes[object]}Kj0000${digits}IAQ`
}

const readAll = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

const stamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000')
/** Salesforce keeps whole seconds. */
const second = (ms: number): number => Math.floor(ms / 1000) * 1000

const faultBody = (errorCode: string, message: string): unknown => [{ message, errorCode }]

/** `now`: epoch ms, a clock that tests turn. */
export const startSalesforceStandIn = async (now: () => number): Promise<SalesforceStandIn> => {
  const rows: Record<string, Map<string, StandInRow>> = Object.fromEntries(
    Object.keys(prefixes).map((object) => [object, new Map()]),
  )
  const table = (object: string): Map<string, StandInRow> => {
    const found = rows[object]
    if (found === undefined || standIn.hidden.has(object))
      throw new SoqlFault('INVALID_TYPE', `sObject type '${object}' is not supported.`)
    return found
  }
  const clock = (): number => now() + standIn.skewMs
  const deletions: { object: string; id: string; at: number }[] = []
  const pages = new Map<string, readonly unknown[]>()
  let count = 1000
  let sessions = 0

  const fieldsOf = (object: string): readonly string[] =>
    [...everyField, ...(ownFields[object] ?? [])].filter((field) => !standIn.hidden.has(`${object}.${field}`))

  const known = (row: StandInRow): Fields | null => (row.visibleAt <= clock() ? row.fields : row.before)

  const write = (row: StandInRow, fields: Fields): void => {
    row.before = known(row)
    row.visibleAt = clock() + standIn.lagMs
    row.fields = { ...row.fields, ...fields, SystemModstamp: stamp(second(clock())) }
  }

  const withStage = (fields: Fields, before: Fields): Fields => {
    const name = fields['StageName']
    if (name === undefined) return fields
    const stage = [...(rows['OpportunityStage']?.values() ?? [])].find(
      (each) => each.fields['ApiName'] === name,
    )
    return {
      ...fields,
      IsWon: stage?.fields['IsWon'] ?? false,
      IsClosed: stage?.fields['IsClosed'] ?? false,
      ...(before['StageName'] !== undefined &&
        before['StageName'] !== name && { LastStageChangeDate: stamp(second(clock())) }),
    }
  }

  /** As a query sees it: with what Salesforce works out. */
  /** The last day on which somebody did something for it, by deal. */
  const activityDays = (): ReadonlyMap<Value, string> => {
    const days = new Map<Value, string>()
    for (const activity of ['Task', 'Event'])
      for (const row of rows[activity]?.values() ?? []) {
        const { WhatId = null, ActivityDate, IsDeleted } = known(row) ?? {}
        const day = String(ActivityDate ?? '')
        if (WhatId !== null && IsDeleted !== true && day > (days.get(WhatId) ?? '')) days.set(WhatId, day)
      }
    return days
  }

  /** As a query sees them: with what Salesforce works out. */
  const seen = (object: string): SoqlRow[] => {
    const days = object === 'Opportunity' ? activityDays() : null
    return [...table(object).values()].flatMap((row): SoqlRow[] => {
      const fields = known(row)
      if (fields === null) return []
      return [{ ...fields, Id: row.id, ...(days !== null && { LastActivityDate: days.get(row.id) ?? null }) }]
    })
  }

  const locator = (records: readonly unknown[], most: number): object => {
    const page = records.slice(0, most)
    if (page.length === records.length) return { totalSize: records.length, done: true, records: page }
    const name = `01gKj0000${count++}-${most}`
    pages.set(name, records.slice(most))
    // Under queryAll it says query, too.
    return {
      totalSize: records.length,
      done: false,
      nextRecordsUrl: `/services/data/v62.0/query/${name}`,
      records: page,
    }
  }

  const checkFields = (object: string, query: SoqlQuery): void => {
    const own = new Set(fieldsOf(object))
    for (const field of fieldsIn(query)) {
      const isThere =
        field === 'Account.Name'
          ? own.has('AccountId') && !standIn.hidden.has('Account') && !standIn.hidden.has('Account.Name')
          : own.has(field)
      if (!isThere)
        throw new SoqlFault(
          'INVALID_FIELD',
          `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field…`,
        )
    }
  }

  const select = (
    object: string,
    row: SoqlRow,
    query: SoqlQuery,
    childrenOf: (object: string, query: SoqlQuery) => readonly SoqlRow[],
  ): object => {
    const found: Record<string, unknown> = {
      attributes: { type: object, url: `/services/data/v62.0/sobjects/${object}/${row['Id']}` },
    }
    for (const field of query.fields)
      if (field === 'Account.Name') {
        const account = rows['Account']?.get(String(row['AccountId'] ?? ''))
        found['Account'] =
          account === undefined ? null : { attributes: { type: 'Account' }, Name: account.fields['Name'] }
      } else found[field] = row[field] ?? null
    for (const child of query.children) {
      const of = Object.entries(childNames).find(([, name]) => name === child.from)?.[0]
      if (of === undefined || standIn.hidden.has(of))
        throw new SoqlFault(
          'INVALID_TYPE',
          `Didn't understand relationship '${child.from}' in FROM part of query call.`,
        )
      checkFields(of, child)
      const children = childrenOf(of, child)
        .filter((each) => each['OpportunityId'] === row['Id'])
        .map((each) => select(of, each, child, childrenOf))
      found[child.from] = children.length === 0 ? null : locator(children, standIn.mostChildren)
    }
    return found
  }

  const matching = (object: string, query: SoqlQuery, withDeleted: boolean): SoqlRow[] => {
    const all = seen(object)
    const alive = withDeleted
      ? all
      : all.filter((row) => row['IsDeleted'] !== true && row['IsArchived'] !== true)
    return inOrder(
      alive.filter((row) => passes(row, query.where)),
      query,
    ).slice(0, query.limit)
  }

  /** Of the day, where it has rates for days. */
  const rateOn = (currency: string, day: string): number => {
    const dated = [...(rows['DatedConversionRate']?.values() ?? [])]
      .map(({ fields }) => fields)
      .filter((fields) => fields['IsoCode'] === currency && String(fields['StartDate']) <= day)
      .sort((a, b) => (String(a['StartDate']) < String(b['StartDate']) ? 1 : -1))
    return Number(dated[0]?.['ConversionRate'] ?? standIn.rates.get(currency) ?? 1)
  }

  /** Sums over several currencies come in the organization's own. */
  const aggregate = (found: readonly SoqlRow[], query: SoqlQuery): object[] => {
    const groups = new Map<unknown, SoqlRow[]>(query.groupBy === null ? [['', []]] : [])
    for (const row of found) {
      const key = query.groupBy === null ? '' : row[query.groupBy]
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    return [...groups].map(([key, of]) => ({
      attributes: { type: 'AggregateResult' },
      ...(query.groupBy !== null && { [query.aliases.get(query.groupBy) ?? query.groupBy]: key }),
      ...Object.fromEntries(
        query.sums.map(({ of: what, field, as }) => {
          const values = of.flatMap((row) => (row[field] === null || row[field] === undefined ? [] : [row]))
          if (what === 'COUNT') return [as, values.length]
          return [
            as,
            values.length === 0
              ? null
              : values.reduce(
                  (sum, row) =>
                    sum +
                    Number(row[field]) / rateOn(String(row['CurrencyIsoCode']), String(row['CloseDate'])),
                  0,
                ),
          ]
        }),
      ),
    }))
  }

  const runQuery = (text: string, withDeleted: boolean): unknown => {
    const query = parseSoql(text)
    table(query.from)
    checkFields(query.from, query)
    const found = matching(query.from, query, withDeleted)
    if (query.sums.length > 0) return locator(aggregate(found, query), 2000)
    const children = new Map<SoqlQuery, readonly SoqlRow[]>()
    const childrenOf = (object: string, child: SoqlQuery): readonly SoqlRow[] => {
      const known = children.get(child) ?? matching(object, child, withDeleted)
      children.set(child, known)
      return known
    }
    return locator(
      found.map((row) => select(query.from, row, query, childrenOf)),
      Math.min(standIn.mostRows, 2000),
    )
  }

  const describeObject = (object: string): { status: number; body: unknown } => {
    if (rows[object] === undefined || standIn.hidden.has(object))
      return { status: 404, body: faultBody('NOT_FOUND', 'The requested resource does not exist') }
    return {
      status: 200,
      body: {
        name: object,
        queryable: true,
        fields: fieldsOf(object).map((name) => ({ name, type: 'string', calculated: false })),
        childRelationships: Object.entries(childNames).map(([childSObject, relationshipName]) => ({
          childSObject,
          field: 'OpportunityId',
          relationshipName,
        })),
        recordTypeInfos:
          object === 'Opportunity'
            ? [
                ...standIn.recordTypes.map(({ id, name }) => ({
                  recordTypeId: id,
                  name,
                  active: true,
                  master: false,
                  available: true,
                })),
                {
                  recordTypeId: '012000000000000AAA',
                  name: 'Master',
                  active: true,
                  master: true,
                  available: true,
                },
              ]
            : [],
      },
    }
  }

  const answer = (path: string): { status: number; body: unknown } => {
    standIn.calls.push(decodeURIComponent(path))
    const url = new URL(path, 'http://stand-in')
    const rest = url.pathname.replace('/services/data/v62.0', '')
    try {
      const [, what = '', object = '', kind = ''] = rest.split('/')
      const asked = url.searchParams.get('q')
      if ((what === 'query' || what === 'queryAll') && asked !== null)
        return { status: 200, body: runQuery(asked, what === 'queryAll') }
      if (what === 'query' && pages.has(object)) {
        const page = locator(pages.get(object) ?? [], Number(object.split('-')[1]))
        return { status: 200, body: page }
      }
      if (what === 'sobjects' && kind === 'describe') return describeObject(object)
      if (what === 'sobjects' && kind === 'deleted') {
        const [from, to] = ['start', 'end'].map((name) => Date.parse(url.searchParams.get(name) ?? ''))
        if (from === undefined || to === undefined || to - from < 60_000)
          return {
            status: 400,
            body: faultBody('INVALID_REPLICATION_DATE', 'endDate must be a minute after startDate'),
          }
        table(object)
        const found = deletions.filter((each) => each.object === object && each.at >= from && each.at <= to)
        return {
          status: 200,
          body: {
            deletedRecords: found.map(({ id, at }) => ({ id, deletedDate: stamp(at) })),
            earliestDateAvailable: stamp(0),
            latestDateCovered: stamp(to),
          },
        }
      }
      return { status: 404, body: faultBody('NOT_FOUND', 'The requested resource does not exist') }
    } catch (error) {
      if (error instanceof SoqlFault) return { status: 400, body: faultBody(error.code, error.message) }
      throw error
    }
  }

  const composite = (text: string, isPartBroken: boolean): { status: number; body: unknown } => {
    const { compositeRequest } = JSON.parse(text) as {
      compositeRequest: { url: string; referenceId: string }[]
    }
    const queries = compositeRequest.filter(({ url }) => /\/query(All)?\//.test(url))
    if (compositeRequest.length > 25 || queries.length > 5)
      return { status: 400, body: faultBody('REQUEST_LIMIT_EXCEEDED', 'too many subrequests') }
    return {
      status: 200,
      body: {
        compositeResponse: compositeRequest.map(({ url, referenceId }, index) => {
          const { status, body } =
            isPartBroken && index === 0
              ? { status: 500, body: faultBody('UNKNOWN_EXCEPTION', 'An unexpected error occurred.') }
              : answer(url)
          return { body, httpHeaders: {}, httpStatusCode: status, referenceId }
        }),
      },
    }
  }

  const verified = (assertion: string): string | null => {
    const [head = '', claims = '', signature = ''] = assertion.split('.')
    const key: KeyObject = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
    if (!verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url')))
      return 'invalid assertion'
    const { iss, sub, aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<
      string,
      unknown
    >
    if (iss !== goodKeys['consumer-key']) return 'client identifier invalid'
    if (aud !== 'https://login.salesforce.com') return 'audience is invalid'
    if (sub !== goodUser) return 'user hasn’t approved this consumer'
    const left = Number(exp) * 1000 - now()
    return left > 0 && left <= 300_000 ? null : 'expired authorization code'
  }

  const token = (form: URLSearchParams): { status: number; body: unknown } => {
    const grant = form.get('grant_type') ?? ''
    standIn.grants.push(grant)
    const refuse = (error: string, error_description: string) => ({
      status: 400,
      body: { error, error_description },
    })
    if (standIn.refusal !== null) return { status: 400, body: standIn.refusal }
    if (grant === 'client_credentials') {
      if (form.get('client_id') !== goodKeys['consumer-key'])
        return refuse('invalid_client_id', 'client identifier invalid')
      if (form.get('client_secret') !== goodKeys['consumer-secret'])
        return refuse('invalid_client', 'invalid client credentials')
    } else if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
      const fault = verified(form.get('assertion') ?? '')
      if (fault !== null) return refuse('invalid_grant', fault)
    } else return refuse('unsupported_grant_type', 'grant type not supported')
    const session = `00DKj0000000001!AQEA${++sessions}`
    standIn.tokens.add(session)
    return {
      status: 200,
      body: {
        access_token: session,
        instance_url: standIn.url,
        id: `https://login.salesforce.com/id/00DKj0000000001MAA/005Kj0000000001IAQ`,
        token_type: 'Bearer',
        issued_at: String(now()),
        signature: 'x',
        scope: 'api',
      },
    }
  }

  const misbehave = (fault: Fault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'limit')
      response
        .writeHead(403, json)
        .end(JSON.stringify(faultBody('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')))
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Scheduled maintenance</body></html>')
    else if (fault === 'broken')
      response.writeHead(503, json).end(JSON.stringify(faultBody('SERVER_UNAVAILABLE', 'Server unavailable')))
    else if (fault === 'timeout')
      response
        .writeHead(400, json)
        .end(JSON.stringify(faultBody('QUERY_TIMEOUT', 'Your query request was running for too long.')))
    else if (fault === 'cut') {
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) + 10 })
      response.write(text.slice(0, Math.floor(text.length / 2)))
      setImmediate(() => response.destroy())
    } else response.writeHead(200, json).end(text.slice(0, -1))
  }

  const server = createServer((request, response) => {
    void (async () => {
      const text = await readAll(request)
      const json = {
        'content-type': 'application/json;charset=UTF-8',
        'Sforce-Limit-Info': `api-usage=${standIn.usage.used}/${standIn.usage.of}`,
      }
      const path = request.url ?? '/'
      if (path === '/services/oauth2/token') {
        const { status, body } = token(new URLSearchParams(text))
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
        return
      }
      standIn.requests += 1
      const session = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
      const fault = standIn.tokens.has(session) ? (standIn.faults.shift() ?? null) : null
      if (fault === 'expired') standIn.tokens.clear()
      if (!standIn.tokens.has(session)) {
        response
          .writeHead(401, json)
          .end(JSON.stringify(faultBody('INVALID_SESSION_ID', 'Session expired or invalid')))
        return
      }
      if (standIn.isApiDisabled) {
        response
          .writeHead(403, json)
          .end(
            JSON.stringify(
              faultBody('API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.'),
            ),
          )
        return
      }
      const { status, body } = path.endsWith('/composite')
        ? composite(text, fault === 'part-broken')
        : answer(path)
      const said = JSON.stringify(body)
      if (fault !== null && fault !== 'part-broken') misbehave(fault, response, said)
      else response.writeHead(status, json).end(said)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: SalesforceStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows,
    recordTypes: [],
    calls: [],
    requests: 0,
    tokens: new Set(),
    grants: [],
    refusal: null,
    hidden: new Set(),
    faults: [],
    isApiDisabled: false,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    rates: new Map(),
    usage: { used: 120, of: 100_000 },
    lagMs: 0,
    mostRows: 2000,
    mostChildren: 200,
    skewMs: 0,
    put: (object, fields, given) => {
      const id = given ?? idOf(object, count++)
      const own = rows[object]
      if (own === undefined) throw new Error(`no object ${object}`)
      const row = own.get(id)
      const changed = object === 'Opportunity' ? withStage(fields, row?.fields ?? {}) : fields
      if (row !== undefined) {
        write(row, changed)
        return id
      }
      const at = stamp(second(clock()))
      own.set(id, {
        id,
        fields: { CreatedDate: at, IsDeleted: false, ...changed, SystemModstamp: at },
        visibleAt: clock() + standIn.lagMs,
        before: null,
      })
      return id
    },
    remove: (object, id) => {
      const row = rows[object]?.get(id)
      if (row === undefined || row.fields['IsDeleted'] === true) return
      write(row, { IsDeleted: true })
      deletions.push({ object, id, at: clock() })
    },
    restore: (object, id) => {
      const row = rows[object]?.get(id)
      if (row?.fields['IsDeleted'] === true) write(row, { IsDeleted: false })
    },
    purge: (object, id) => {
      if (rows[object]?.delete(id)) deletions.push({ object, id, at: clock() })
    },
    removePart: (object, id) => {
      const row = rows[object]?.get(id)
      if (row === undefined) return
      rows[object]?.delete(id)
      standIn.put('OpportunityRelatedDeleteLog', {
        OpportunityId: row.fields['OpportunityId'] ?? null,
        SobjectType: object,
      })
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
