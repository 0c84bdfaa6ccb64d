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
type BoardsOf = (source: string) => InboxItem['boards']

const ofReader = (reader: SourceHealth | TableHealth, boardsOf: BoardsOf): readonly InboxItem[] => {
  const { id, name, source, state, trouble, readAt } = reader
  if (state === 'ok' || state === 'paused') return []
  const key = keyOfSource('sources', id)
  const since = trouble?.at ?? readAt
  const what = trouble?.what ?? null
  return [
    { kind: 'source', key, name, state, page: 'sources', what, facts: 0, since, boards: boardsOf(source) },
  ]
}

const ofInbound = (
  { id, name, fault }: InboundAnswer['sources'][number],
  boardsOf: BoardsOf,
): readonly InboxItem[] => {
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
      boards: boardsOf(id),
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
    ...{ boards: [], people: [], stages: [], first: null },
  }))
}

export const sourceItems = (
  { sources, tables, inbound }: Senders,
  boardsOf: BoardsOf,
): readonly InboxItem[] => {
  const health = sources()
  return [
    ...lackedRates(health),
    ...[...health, ...tables()].flatMap((reader) => ofReader(reader, boardsOf)),
    ...inbound().sources.flatMap((program) => ofInbound(program, boardsOf)),
  ]
}
