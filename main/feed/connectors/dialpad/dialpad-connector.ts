// Dialpad as a source: legs of calls, once they are over. Its list is by when a call began, the newest first; so a look reads back to
// ten minutes before the newest one that is known, or to the beginning of a call whose end the live channel told of; every ten
// minutes it reads back four hours, for calls that took that long, and every six hours three days, for labels that came late.
import { z } from 'zod'
import type { Changes, Connector, ConnectorParts, Page, PastWindow, VendorFact } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { DialpadCall } from './answers.ts'
import { callFact, factId, isCounted } from './call-facts.ts'
import { createDialpadApi } from './dialpad-api.ts'
import { openLiveCalls } from './live-calls.ts'
import { rights } from './rights.ts'

/** Epoch ms. */
const PullCursor = z.object({
  /** When the newest call began, by Dialpad’s clock. */
  mark: z.number(),
  /** A look that goes on: back to when, its next page, and the newest call that it saw. */
  look: z.object({ from: z.number(), cursor: z.string(), newest: z.number() }).nullable(),
  /** By our clock, for pacing alone. */
  wideAt: z.number(),
  deepAt: z.number(),
})
type PullCursor = z.infer<typeof PullCursor>

const minute = 60_000
const hour = 60 * minute
const near = 10 * minute
const wide = { everyMs: 10 * minute, backMs: 4 * hour }
const deep = { everyMs: 6 * hour, backMs: 72 * hour }

export const createDialpadConnector = ({ client, keys, api: address, now }: ConnectorParts): Connector => {
  const api = createDialpadApi(client)
  /** When the oldest call began that the channel told of since the last look. */
  let told: number | null = null

  const changesOf = (calls: readonly DialpadCall[]): Changes => ({
    facts: calls.filter(isCounted).map(callFact),
    withdrawn: calls.filter((call) => !isCounted(call)).map(({ call_id }) => factId(call_id)),
  })

  const begun = (): PullCursor => ({ mark: now(), look: null, wideAt: 0, deepAt: 0 })

  const beginLook = (cursor: PullCursor): { readonly from: number; readonly cursor: PullCursor } => {
    const { mark } = cursor
    const isDeep = now() - cursor.deepAt >= deep.everyMs
    const isWide = isDeep || now() - cursor.wideAt >= wide.everyMs
    const back = isDeep ? deep.backMs : isWide ? wide.backMs : near
    const from = Math.max(0, Math.min(mark - back, told ?? mark))
    told = null
    return {
      from,
      cursor: {
        ...cursor,
        wideAt: isWide ? now() : cursor.wideAt,
        deepAt: isDeep ? now() : cursor.deepAt,
      },
    }
  }

  const pull = async (given: unknown): Promise<Page> => {
    const kept = PullCursor.safeParse(given).data ?? begun()
    const { from, cursor } = kept.look === null ? beginLook(kept) : { from: kept.look.from, cursor: kept }
    const page = await api.calls({ from, to: null, cursor: kept.look?.cursor ?? null })
    const newest = page.calls.reduce(
      (latest, { date_started: at }) => Math.max(latest, at),
      kept.look?.newest ?? 0,
    )
    // The newest come first: what is older is only known once the look is over.
    const next: PullCursor =
      page.cursor === null
        ? {
            ...cursor,
            mark: newest === 0 ? cursor.mark : Math.max(newest, cursor.mark - wide.backMs),
            look: null,
          }
        : { ...cursor, look: { from, cursor: page.cursor, newest } }
    return {
      ...changesOf(page.calls),
      cursor: next,
      done: page.cursor === null,
      newest: newest || null,
      lacks: null,
    }
  }

  /** Calls that began in the window. What is open of before it is over. */
  const readWindow = async ({ from, to, openOnly }: PastWindow, cursor: unknown) => {
    if (openOnly) return { calls: [], cursor: null, done: true }
    const page = await api.calls({
      from: from ?? 0,
      to,
      cursor: typeof cursor === 'string' ? cursor : null,
    })
    return {
      calls: page.calls.filter(
        ({ date_started: at }) => (from === null || at >= from) && (to === null || at < to),
      ),
      cursor: page.cursor,
      done: page.cursor === null,
    }
  }

  return {
    rights: async () => {
      const found = []
      for (const { probe, ...right } of rights) {
        try {
          await probe(api, now())
          found.push({ ...right, granted: true })
        } catch (error) {
          if (!(error instanceof SourceTrouble) || error.kind !== 'rights') throw error
          found.push({ ...right, granted: false })
        }
      }
      return found
    },
    owners: api.users,
    pipelines: async () => [],
    pull,
    past: async (window, place) => {
      const { calls, ...rest } = await readWindow(window, place)
      return { ...changesOf(calls), ...rest, newest: null, lacks: null }
    },
    ids: async (window, place) => {
      const { calls, ...rest } = await readWindow(window, place)
      return {
        ...rest,
        ids: calls.filter(isCounted).map(({ call_id }) => ({ id: factId(call_id), version: null })),
      }
    },
    read: async (ids) => {
      const facts: VendorFact[] = []
      const withdrawn: string[] = []
      for (const id of ids) {
        const call = id.startsWith('call:') ? await api.call(id.slice('call:'.length)) : null
        if (call === null || !isCounted(call)) withdrawn.push(id)
        else facts.push(callFact(call))
      }
      return { facts, withdrawn }
    },
    totals: async () => ({ won: 0, amounts: [] }),
    listen: (hear) =>
      openLiveCalls({
        openChannel: api.openChannel,
        key: keys['key'] ?? '',
        isGood: ({ protocol, host }) =>
          host === new URL(address).host || (protocol === 'wss:' && /(^|\.)dialpad\.com$/.test(host)),
        hear: (startedAt) => {
          if (startedAt !== null) told = Math.min(told ?? startedAt, startedAt)
          hear()
        },
      }),
  }
}
