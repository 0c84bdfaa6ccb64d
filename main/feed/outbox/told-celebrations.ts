// Of which celebrations somebody was told, and which of them were answered.
import { answeredShare } from '../../../shared/domain/celebrations/answered.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { AnsweredAnswer } from '../../../shared/wire/celebrations/api.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import type { Words } from '../celebrations/words.ts'
import type { OutboxStore } from '../store/outbox-store.ts'
import { bodyOf, type DeliveryBody, isOfCelebration, type What } from './delivery.ts'
import { hintWhat } from './event-delivery.ts'

const hourMs = 3_600_000
const answeredDays = 30
const answeredHours = 4

/** What was to be sent since an instant (epoch ms), by the celebration that it was sent for. */
export const toldSince = (
  store: Pick<OutboxStore, 'since'>,
  at: number,
): readonly (readonly [DecidedCelebration, readonly DeliveryBody[]])[] => {
  const byId = new Map<string, [DecidedCelebration, DeliveryBody[]]>()
  for (const body of store.since(at, hintWhat).filter(isOfCelebration).map(bodyOf)) {
    const known = byId.get(body.celebration.id)
    if (known) known[1].push(body)
    else byId.set(body.celebration.id, [body.celebration, [body]])
  }
  return [...byId.values()]
}

export const isAmong = (bodies: readonly DeliveryBody[], ...whats: readonly What[]): boolean =>
  bodies.some(({ what }) => whats.includes(what))

const isToLeader = ({ what, target }: DeliveryBody): boolean => what === 'alert' && target.kind === 'leader'

/** The share of those of the last 30 days that a leader answered in time; `now`: epoch ms. */
export const answeredLately = (
  store: Pick<OutboxStore, 'since'>,
  words: Pick<Words, 'for'>,
  now: number,
): AnsweredAnswer => {
  const told = toldSince(store, now - answeredDays * dayMs)
    .filter(([, bodies]) => bodies.some(isToLeader) && !isAmong(bodies, 'correction'))
    .map(([{ id, at }]) => ({ at, answeredAt: words.for(id)[0]?.firstAt ?? null }))
  return {
    days: answeredDays,
    withinHours: answeredHours,
    ...answeredShare(told, now, answeredHours * hourMs),
  }
}
