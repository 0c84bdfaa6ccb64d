// Who is told of a celebration: the leaders and channels of the alerts that its rule names, each once.
import type { Alert, Leader } from '../../../shared/wire/celebrations/alert.ts'
import { recipientOf, type Target } from './delivery.ts'

export interface Recipient {
  readonly target: Target
  readonly expireHours: number
}

/** `today`: the floor's date, `YYYY-MM-DD`; `until` is a leader's last day. */
export const isHere = ({ until }: Leader, today: string): boolean => until === undefined || until >= today

/** Of two alerts that name the same one, the longer time counts. */
export const recipientsOf = (
  alerts: readonly Alert[],
  tell: readonly string[],
  today: string,
): readonly Recipient[] => {
  const found = new Map<string, Recipient>()
  const add = (target: Target, expireHours: number): void => {
    const key = `${target.kind} ${recipientOf(target)}`
    const known = found.get(key)
    if (known === undefined || known.expireHours < expireHours) found.set(key, { target, expireHours })
  }
  for (const { id, leaders, channels, expireHours } of alerts) {
    if (!tell.includes(id)) continue
    for (const leader of leaders)
      if (isHere(leader, today)) add({ kind: 'leader', email: leader.email, name: leader.name }, expireHours)
    for (const { connection, channel } of channels)
      add({ kind: 'connection', connection, channel: channel ?? null }, expireHours)
  }
  return [...found.values()]
}

/** As the floor file has them now; null where no alert that the celebration went to names them any more. */
export const leaderOf = (alerts: readonly Alert[], tell: readonly string[], email: string): Leader | null =>
  alerts
    .filter(({ id }) => tell.includes(id))
    .flatMap(({ leaders }) => leaders)
    .find((leader) => leader.email.toLowerCase() === email.toLowerCase()) ?? null
