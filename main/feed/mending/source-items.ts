// Items of the inbox about whatever brings facts: sources and tables that stand still, programs whose deliveries cannot be read,
// and deals that a source could not hand over for want of a rate.
import { keyOfFault, keyOfSource } from '../../../shared/domain/mending/item-keys.ts'
import type { InboundAnswer } from '../../../shared/wire/inbound.ts'
import type { InboxItem } from '../../../shared/wire/mending.ts'
import type { SourceHealth } from '../../../shared/wire/sources.ts'
import type { TableHealth } from '../../../shared/wire/tables.ts'

export interface Senders {
  readonly sources: () => readonly SourceHealth[]
  readonly tables: () => readonly TableHealth[]
  readonly inbound: () => InboundAnswer
}

/** Boards that show something which facts of a source count for. */
type BoardsOf = (source: string) => Promise<InboxItem['boards']>

const ofReader = async (
  reader: SourceHealth | TableHealth,
  boardsOf: BoardsOf,
): Promise<readonly InboxItem[]> => {
  const { id, name, source, state, trouble, readAt } = reader
  if (state === 'ok' || state === 'paused') return []
  const key = keyOfSource('sources', id)
  const since = trouble?.at ?? readAt
  const what = trouble?.what ?? null
  const boards = await boardsOf(source)
  return [{ kind: 'source', key, name, state, page: 'sources', what, facts: 0, since, boards }]
}

const ofInbound = async (
  { id, name, fault }: InboundAnswer['sources'][number],
  boardsOf: BoardsOf,
): Promise<readonly InboxItem[]> => {
  if (fault === null) return []
  const key = keyOfSource('inbound', id)
  const state = 'unread'
  return [
    {
      kind: 'source',
      key,
      name,
      state,
      page: 'inbound',
      what: fault,
      facts: 0,
      since: null,
      boards: await boardsOf(id),
    },
  ]
}

const lackedRates = (health: readonly SourceHealth[]): readonly InboxItem[] => {
  const byCurrency = new Map<string, { readonly deals: number; readonly from: string }>()
  for (const { currency, deals, from } of health.flatMap(({ lackedRates: lacked }) => lacked)) {
    const known = byCurrency.get(currency)
    const first = known !== undefined && known.from < from ? known.from : from
    byCurrency.set(currency, { deals: deals + (known?.deals ?? 0), from: first })
  }
  return [...byCurrency].map(([value, { deals, from }]) => ({
    ...{ kind: 'fault', code: 'no-rate', field: 'amount', value, facts: deals, from },
    ...{ key: keyOfFault({ code: 'no-rate', field: 'source', value }), since: null },
    ...{ boards: [], people: [], stages: [], lacks: [], first: null },
  }))
}

export const sourceItems = async (
  { sources, tables, inbound }: Senders,
  boardsOf: BoardsOf,
): Promise<readonly InboxItem[]> => {
  const health = sources()
  const items: InboxItem[] = [...lackedRates(health)]
  for (const reader of [...health, ...tables()]) items.push(...(await ofReader(reader, boardsOf)))
  for (const program of inbound().sources) items.push(...(await ofInbound(program, boardsOf)))
  return items
}
