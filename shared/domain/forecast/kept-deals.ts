// The deals that forecasts look back on: of each what its source dates, fed with the log's facts, the last of each key.
import type { Deal } from '../../wire/fact.ts'
import { amountInFloorCurrency, type FloorModel } from '../counting/floor-model.ts'
import { type DealStageStay, dealStageStays } from '../facts/deal-stage-stays.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createPlacing } from '../people/placing.ts'
import { orgSubject, type SubjectIndex, stayOn } from '../people/roster.ts'
import type { DealLife } from './deal-days.ts'

export interface KeptDeals {
  /** What stands under a key now; null where it was withdrawn. Activities are passed over. */
  put(source: string, id: string, stored: StoredFact | null): void
  /** Those of a team, with the teams below it, or of the whole floor. */
  lives(model: FloorModel, subject: SubjectIndex): readonly DealLife[]
}

interface Kept {
  /** Without its texts. */
  readonly deal: Deal
  readonly createdAt: string
  /** Of the last closing; null while it is open. */
  readonly closedAt: string | null
  /** By their end. */
  readonly stays: readonly DealStageStay[]
}

const keep = ({ history }: StoredFact, deal: Deal): Kept | null => {
  const createdAt = history.find(({ kind }) => kind === 'deal.created')?.at ?? deal.createdAt
  if (createdAt == null) return null
  const closing = history.findLast(({ kind }) => kind === 'deal.won' || kind === 'deal.lost')
  const { name, account, product, fields, ...kept } = deal
  return {
    deal: kept,
    createdAt,
    closedAt: deal.status === 'open' ? null : (deal.closedAt ?? closing?.at ?? null),
    stays: [...dealStageStays(history)].sort((a, b) => Date.parse(a.until) - Date.parse(b.until)),
  }
}

export const createKeptDeals = (): KeptDeals => {
  const kept = new Map<string, Kept>()
  return {
    put: (source, id, stored) => {
      if (stored !== null && stored.fact.type !== 'deal') return
      const key = JSON.stringify([source, id])
      const one = stored?.fact.type === 'deal' ? keep(stored, stored.fact) : null
      if (one === null) kept.delete(key)
      else kept.set(key, one)
    },
    lives: (model, subject) => {
      const { roster } = model
      const { place } = createPlacing(roster)
      const known = new Set(model.file.floor.stages)
      return [...kept.values()].flatMap(
        ({ deal: written, createdAt, closedAt: closed, stays }): DealLife[] => {
          if (model.corrections.goesNowhere(written)) return []
          const deal = model.corrections.readDeal(written)
          const closedAt = deal.closedAt !== written.closedAt ? (deal.closedAt ?? null) : closed
          const members = deal.credits.flatMap(({ rep }) => roster.find(rep) ?? [])
          const owner = members[0] ?? null
          const created = place(createdAt, owner).day
          // Whose team it was when it began: that is known on every day of its life.
          const isTheirs =
            subject === orgSubject ||
            members.some((member) => {
              const { team } = stayOn(member, created)
              return team !== null && roster.teamAt(team)?.chain.includes(subject) === true
            })
          if (!isTheirs || (deal.status !== 'open' && closedAt === null)) return []
          const end = closedAt === null ? Number.POSITIVE_INFINITY : place(closedAt, owner).day
          let from = created
          const lived: DealLife['stays'][number][] = []
          for (const { stage, until } of stays) {
            const to = Math.min(place(until, owner).day, end)
            if (to > from) lived.push({ stage, from, to })
            from = Math.max(from, to)
          }
          const now =
            deal.status === 'open' && deal.stage != null && known.has(deal.stage) ? deal.stage : null
          if (end > from) lived.push({ stage: now, from, to: end })
          const won = deal.status === 'won'
          return [
            {
              stays: lived,
              wonOn: won ? end : null,
              amountMinor: won ? amountInFloorCurrency(model, deal) : null,
            },
          ]
        },
      )
    },
  }
}
