// Takes what other programs send: proved, kept on the disk, answered; and only then looked at, one after another.
import type { FloorFile } from '../../../shared/wire/floor.ts'
import {
  type Delivery,
  type DeliveryBodyAnswer,
  DeliveryOutcome,
  type InboundAnswer,
  type InboundSecretAnswer,
  InboundSource,
  type InboundTryAnswer,
  type InboundTryRequest,
} from '../../../shared/wire/inbound.ts'
import type { Clock } from '../clock.ts'
import { faultsIn } from '../floor-file/issue-sentences.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RowReading } from '../ingest/csv/row-to-fact.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { InboundHead, InboundStore, StoredInbound } from '../store/inbound-store.ts'
import { LogUnavailable } from '../store/log.ts'
import type { SecretStore } from '../store/secrets.ts'
import type { Turns } from '../turns.ts'
import { documentsIn } from './documents-in.ts'
import { secretFault, secretFor, secretNameOf } from './inbound-secrets.ts'
import { type Asked, whyNotProved } from './prove.ts'
import { createDeliveryReader, type DeliveryReader } from './read-delivery.ts'
import { nothingTaken, takeRows } from './take-rows.ts'

/** Of a source; more come from a program that has gone wrong, and are to come later. */
export const mostWaiting = 500
/** A delivery that could not be written into the log is tried again. */
const againMs = 5000

export type Taken = 'taken' | 'not-proved' | 'too-many'

/** The message is a sentence for whoever sets it up. */
export class InboundRefused extends Error {
  override readonly name = 'InboundRefused'
}

export interface InboundDesk {
  /** Kept once it returns `taken`. Throws `InboundStoreUnavailable`. */
  take(source: string, asked: Asked, type: string): Taken
  list(): InboundAnswer
  /** Newest first; null for a source that the floor has not. */
  deliveries(source: string): readonly Delivery[] | null
  body(source: string, delivery: number): DeliveryBodyAnswer | null
  /** What came from this one on is looked at again, in its order, by today's mapping. Null for a source that the floor has not. */
  again(source: string, from: number): number | null
  /** Null for a source that the floor has not. Throws `InboundRefused`. */
  setSecret(source: string, own: string | null): Promise<InboundSecretAnswer | null>
  tryOut(asked: InboundTryRequest): InboundTryAnswer
  /** Resolves once nothing waits that can be looked at now. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface InboundDeskParts {
  readonly floor: Pick<LiveFloor, 'current' | 'refuse' | 'submit' | 'faultWords'>
  readonly store: InboundStore
  readonly secrets: SecretStore
  readonly clock: Clock
  readonly turns: Turns
  /** As other programs reach the feed, without a slash at the end. */
  readonly origin: () => string
  /** Told of what was not taken. */
  readonly refused: Pick<RefusedFacts, 'note'>
  readonly onError: (what: string, error: unknown) => void
}

const sourceIn = ({ inbound }: FloorFile, id: string): InboundSource | null =>
  inbound.find((source) => source.id === id) ?? null

const stateOf = (outcome: DeliveryOutcome): InboundHead['state'] => {
  if (outcome.refusedCount === 0) return 'taken'
  const { accepted, unchanged, withdrawn, passedOver } = outcome
  return accepted + unchanged + withdrawn + passedOver > 0 ? 'partly' : 'refused'
}

const refusedWhole = (why: string): DeliveryOutcome => ({ ...nothingTaken, refused: [why], refusedCount: 1 })

const toAnswer = (row: RowReading): InboundTryAnswer['rows'][number] => {
  switch (row.kind) {
    case 'fact':
      return { kind: 'fact', fact: row.fact, notes: [...row.notes] }
    case 'withdrawal':
      return { kind: 'withdrawal', id: row.withdrawal.id }
    case 'passed over':
      return { kind: 'passed-over' }
    case 'refused':
      return { kind: 'refused', reason: row.id === null ? row.reason : `${row.id}: ${row.reason}` }
  }
}

/** An entry as somebody writes it, or by its id. */
const entryOf = (
  written: unknown,
  find: (id: string) => InboundSource | null,
): InboundSource | { readonly fault: string } => {
  if (typeof written === 'string') return find(written) ?? { fault: 'The floor has no such inbound webhook.' }
  const read = InboundSource.safeParse(written, { reportInput: true })
  if (read.success) return read.data
  const [fault] = faultsIn(read.error)
  return { fault: `${fault?.path.join('.') ?? ''} ${fault?.message ?? 'is refused'}`.trim() }
}

/** The entry of a floor is one object as long as nobody edits it. */
const createReaders = () => {
  const known = new WeakMap<InboundSource, DeliveryReader | string>()
  return (source: InboundSource): DeliveryReader | string => {
    const reader = known.get(source) ?? createDeliveryReader(source)
    known.set(source, reader)
    return reader
  }
}

const rowsIn = (
  reader: DeliveryReader | string,
  body: Buffer,
  type: string,
): readonly RowReading[] | string => {
  if (typeof reader === 'string') return `Nothing is made of it: ${reader}.`
  const found = documentsIn(body, type)
  if ('fault' in found) return `The body ${found.fault}.`
  const rows = reader.read(found.documents)
  return typeof rows === 'string' ? `The body ${rows}.` : rows
}

export const openInboundDesk = (parts: InboundDeskParts): InboundDesk => {
  const { floor, store, secrets, clock, turns, origin, refused, onError } = parts
  const readerOf = createReaders()
  const find = (id: string): InboundSource | null => sourceIn(floor.current().file, id)
  const turnedAway = new Map<string, { count: number; why: string }>()
  let open = true
  let working: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null

  const addressOf = ({ id, proof }: InboundSource, secret: string): string =>
    `${origin()}/api/v1/in/${id}${proof.kind === 'address' ? `/${secret}` : ''}`

  const lookAt = async ({ source: id, at, type, body }: StoredInbound): Promise<DeliveryOutcome> => {
    const source = find(id)
    if (source === null) return refusedWhole('The floor has no such inbound webhook any more.')
    const rows = rowsIn(readerOf(source), body, type)
    if (typeof rows === 'string') return refusedWhole(rows)
    return takeRows({ floor, source: id, by: `inbound:${id}`, receivedAt: at }, rows)
  }

  const workOff = async (): Promise<void> => {
    for (let next = store.nextWaiting(); open && next !== null; next = store.nextWaiting()) {
      const outcome = await lookAt(next)
      store.settle(next, stateOf(outcome), JSON.stringify(outcome))
      refused.note({
        door: 'inbound',
        name: find(next.source)?.name ?? next.source,
        count: outcome.refusedCount,
        first: outcome.refused.map((why) => ({ fact: null, why })),
      })
      await turns.next()
    }
  }
  const work = (): void => {
    if (!open || working !== null) return
    working = workOff()
      .catch((error) => {
        if (!(error instanceof LogUnavailable))
          onError('what another program sent cannot be looked at yet', error)
        timer = setTimeout(work, againMs)
        timer.unref()
      })
      .finally(() => {
        working = null
      })
  }
  // What a feed had no time for before it ended.
  work()

  const faultOf = (source: InboundSource): string | null => {
    const reader = readerOf(source)
    return typeof reader === 'string' ? reader : null
  }

  return {
    take: (id, asked, type) => {
      const source = find(id)
      const secret = source === null ? null : secrets.get(secretNameOf(id))
      if (source === null) return 'not-proved'
      const why =
        secret === null
          ? 'no secret has been made for it yet'
          : whyNotProved(source.proof, secret, asked, clock.now())
      if (why !== null) {
        turnedAway.set(id, { count: (turnedAway.get(id)?.count ?? 0) + 1, why })
        return 'not-proved'
      }
      if (store.waiting(id) >= mostWaiting) return 'too-many'
      store.keep({ source: id, at: clock.now(), type, body: asked.body })
      work()
      return 'taken'
    },
    list: () => ({
      sources: floor.current().file.inbound.map((source) => {
        const { id, name, proof } = source
        const away = turnedAway.get(id)
        return {
          id,
          name,
          proof: proof.kind,
          address: addressOf(source, '…'),
          hasSecret: secrets.get(secretNameOf(id)) !== null,
          fault: faultOf(source),
          lastAt: store.lastAt(id),
          waiting: store.waiting(id),
          turnedAway: { count: away?.count ?? 0, why: away?.why ?? null },
        }
      }),
    }),
    deliveries: (id) =>
      find(id) === null
        ? null
        : store.heads(id).map(({ outcome, ...head }) => ({
            ...head,
            outcome: outcome === null ? null : DeliveryOutcome.parse(JSON.parse(outcome)),
          })),
    body: (id, delivery) => {
      const found = find(id) === null ? null : store.find(id, delivery)
      return found === null ? null : { type: found.type, body: found.body.toString('utf8') }
    },
    again: (id, from) => {
      if (find(id) === null) return null
      const count = store.againFrom(id, from)
      work()
      return count
    },
    setSecret: async (id, own) => {
      const source = find(id)
      if (source === null) return null
      const fault = own === null ? null : secretFault(source.proof, own)
      if (fault !== null) throw new InboundRefused(fault)
      const secret = secretFor(source.proof, own)
      await secrets.set(secretNameOf(id), secret)
      turnedAway.delete(id)
      return { secret, address: addressOf(source, secret) }
    },
    tryOut: ({ source: written, type, body }) => {
      const source = entryOf(written, find)
      const rows =
        'fault' in source ? source.fault : rowsIn(createDeliveryReader(source), Buffer.from(body), type)
      if (typeof rows === 'string') return { rows: [], fault: rows }
      const judged = rows.map((row): RowReading => {
        const reason = row.kind === 'fact' ? floor.refuse(row.fact) : null
        return row.kind === 'fact' && reason !== null ? { kind: 'refused', id: row.fact.id, reason } : row
      })
      return { rows: judged.map(toAnswer), fault: null }
    },
    settled: async () => {
      while (working !== null) await working
    },
    close: async () => {
      open = false
      if (timer !== null) clearTimeout(timer)
      await working
      store.close()
    },
  }
}
