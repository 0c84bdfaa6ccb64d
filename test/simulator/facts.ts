// Facts as sources of the simulator say them: about few enough keys that each is said again and again.
import type { Random } from '../../main/feed/demo/world/random.ts'
import type { FactWrite } from '../../main/feed/store/log.ts'
import { Fact } from '../../shared/wire/fact.ts'
import { currencies, personIds } from './floors.ts'

const day = 86_400_000
const dealKeys = 30
const callKeys = 60

/** Mostly of these days; some late by months, some ahead. */
const momentNear = (random: Random, now: number): number => {
  const kind = random.next()
  if (kind < 0.1) return now - random.between(0, 120 * day)
  if (kind < 0.15) return now + random.between(0, 5 * day)
  return now - random.between(0, 3 * day)
}

const dateNear = (random: Random, now: number): string => {
  const iso = new Date(Math.round(momentNear(random, now))).toISOString()
  return random.chance(0.2) ? iso.slice(0, 10) : iso
}

const creditsOf = (random: Random): object[] => {
  const person = (): string => {
    const id = random.pick(personIds) ?? personIds[0]
    const name = random.next()
    if (name < 0.05) return 'somebody else'
    return name < 0.2 ? `${id.toUpperCase()}@floor.test` : id
  }
  if (random.chance(0.7)) return [{ rep: person() }]
  return [
    { rep: person(), share: 0.6, role: 'owner' },
    { rep: person(), share: 0.4, role: 'assist' },
  ]
}

const deal = (random: Random, now: number): object => ({
  source: 'crm',
  id: `d${random.whole(1, dealKeys)}`,
  version: random.chance(0.5) ? random.whole(1, 6) : null,
  type: 'deal',
  name: 'Platform',
  account: 'Northwind',
  amount: { minor: random.whole(-20_000, 200_000), currency: random.pick(currencies) ?? 'USD' },
  stage: random.pick(['lead', 'demo', 'offer', null]),
  status: random.pick(['open', 'won', 'won', 'lost']) ?? 'open',
  createdAt: random.chance(0.8) ? dateNear(random, now) : null,
  closedAt: random.chance(0.9) ? dateNear(random, now) : null,
  stageEnteredAt: random.chance(0.5) ? dateNear(random, now) : null,
  credits: creditsOf(random),
})

const call = (random: Random, now: number): object => ({
  source: 'dialer',
  id: `c${random.whole(1, callKeys)}`,
  type: 'activity',
  kind: random.chance(0.8) ? 'call' : 'meeting',
  at: dateNear(random, now),
  durationSeconds: random.chance(0.5) ? random.whole(0, 900) : null,
  credits: creditsOf(random),
})

/** `now`: what the feed's clock shows, epoch ms. */
export const randomWrite = (random: Random, now: number): FactWrite => {
  const fact = Fact.parse(random.chance(0.5) ? deal(random, now) : call(random, now))
  const { source, id } = fact
  return { source, id, fact: random.chance(0.12) ? null : fact, receivedAt: now, by: source }
}
