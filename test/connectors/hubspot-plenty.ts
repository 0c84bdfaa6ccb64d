// HubSpot with as many deals as one wants, each worked out from its number and none of them kept: for what many of them do to
// the feed. All were won, one after another over the months before `until`, and changed last when they closed.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { won } from './hubspot-stand-in.ts'
import { inStage } from './hubspot-world.ts'

export interface PlentyParts {
  readonly deals: number
  /** Epoch ms, when the last one was won. */
  readonly until: number
  readonly months: number
  /** Names by which the floor knows people; they take turns. */
  readonly people: readonly string[]
}

export interface HubSpotPlenty {
  readonly url: string
  /** What one deal is worth, in minor units of USD. */
  readonly eachMinor: number
  /** The facts that these deals are, from one of them on. */
  facts(first: number, count: number): readonly object[]
  /** From now on there are so many. */
  grow(deals: number): void
  /** How many requests it has answered. */
  answered(): number
  close(): Promise<void>
}

interface Filter {
  readonly propertyName: string
  readonly operator: string
  readonly value?: string
}

const firstId = 1000
const monthMs = 30 * 86_400_000
const times = new Set(['closedate', 'hs_lastmodifieddate'])

const readAll = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

export const startHubSpotPlenty = async (parts: PlentyParts): Promise<HubSpotPlenty> => {
  const { until, months, people } = parts
  let { deals } = parts
  const closedAt = (nth: number): number => Math.floor(until - ((deals - 1 - nth) * months * monthMs) / deals)
  /** The first that closed at that instant or later. */
  const firstFrom = (at: number): number => {
    let [low, high] = [0, deals]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (closedAt(middle) < at) low = middle + 1
      else high = middle
    }
    return low
  }
  const row = (nth: number) => {
    const at = new Date(closedAt(nth)).toISOString()
    return {
      id: String(firstId + nth),
      archived: false,
      properties: {
        dealname: `Deal ${nth}`,
        amount: '1250.5',
        deal_currency_code: 'USD',
        closedate: at,
        createdate: at,
        hs_lastmodifieddate: at,
        hubspot_owner_id: String(nth % people.length),
        ...inStage(won),
      },
    }
  }
  /** As numbers from the first to before the last, of those that pass all filters. */
  const rangeOf = (filters: readonly Filter[]): readonly [number, number] => {
    let [first, end] = [0, deals]
    for (const { propertyName, operator, value } of filters) {
      if (operator === 'NOT_HAS_PROPERTY' || (propertyName === 'hs_is_closed' && value === 'false'))
        return [0, 0]
      if (propertyName === 'hs_object_id') first = Math.max(first, Number(value) - firstId + 1)
      if (!times.has(propertyName)) continue
      if (operator === 'GTE') first = Math.max(first, firstFrom(Number(value)))
      if (operator === 'LT') end = Math.min(end, firstFrom(Number(value)))
    }
    return [first, Math.max(first, end)]
  }
  const search = (body: {
    readonly filterGroups: readonly { readonly filters: readonly Filter[] }[]
    readonly sorts: readonly { readonly direction: string }[]
    readonly limit: number
  }) => {
    const isNewest = body.sorts[0]?.direction === 'DESCENDING'
    // Of several groups only the first has any: every deal has a closing date.
    const [first, end] = isNewest
      ? [Math.max(0, deals - 1), deals]
      : rangeOf(body.filterGroups[0]?.filters ?? [])
    const page = Math.min(body.limit, end - first)
    return {
      total: end - first,
      results: Array.from({ length: page }, (_, nth) => row(first + nth)),
      ...(first + page < end && { paging: { next: { after: String(page) } } }),
    }
  }

  const answer = (method: string, url: URL, text: string): unknown => {
    const { pathname: path } = url
    const none = { results: [], total: 0 }
    if (path.startsWith('/crm/owners/'))
      return {
        results:
          url.searchParams.get('archived') === 'true'
            ? []
            : people.map((name, id) => ({ id: String(id), firstName: name, type: 'PERSON' })),
      }
    if (path === '/calling/v1/dispositions') return []
    if (method !== 'POST' || !path.includes('/deals')) return none
    if (path.endsWith('/search')) return search(JSON.parse(text))
    const { inputs }: { inputs: readonly { id: string }[] } = JSON.parse(text)
    return { results: inputs.map(({ id }) => row(Number(id) - firstId)) }
  }

  let answered = 0
  const server = createServer((request, response) => {
    void (async () => {
      const text = await readAll(request)
      answered += 1
      const body = answer(request.method ?? '', new URL(request.url ?? '/', 'http://stand-in'), text)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    eachMinor: 125_050,
    facts: (first, count) =>
      Array.from({ length: Math.min(count, deals - first) }, (_, index) => {
        const { id, properties: p } = row(first + index)
        return {
          source: 'hubspot',
          id: `deal:${id}`,
          version: p.hs_lastmodifieddate,
          type: 'deal',
          name: p.dealname,
          amount: { minor: 125_050, currency: 'USD' },
          stage: 'Closed won',
          status: 'won',
          createdAt: p.createdate,
          closedAt: p.closedate.slice(0, 10),
          fields: { Pipeline: 'Sales' },
          credits: [{ rep: people[(first + index) % people.length] }],
        }
      }),
    grow: (count) => {
      deals = count
    },
    answered: () => answered,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
