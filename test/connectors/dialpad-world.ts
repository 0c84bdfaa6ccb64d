// Dialpad for the suite that all connectors pass: what happens there at random, and what a floor should have in the end, worked out
// from the stand-in’s own legs without a line of the connector.
import type { Dice, VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import { type DialpadStandIn, type StandInLeg, startDialpadStandIn } from './dialpad-stand-in.ts'

export interface DialpadWorld extends VendorWorld {
  readonly standIn: DialpadStandIn
}

const dayMs = 86_400_000
const targets = [
  { type: 'user', email: 'priya@northwind.test', name: 'Priya Raman' },
  { type: 'user', email: 'Marcus@Northwind.test', name: 'Marcus Oyelaran' },
  { type: 'user', email: null, name: 'Desk by the door' },
  { type: 'department', email: null, name: 'Sales' },
  null,
] as const

export const openDialpadWorld = async (clock: TestClock): Promise<DialpadWorld> => {
  const standIn = await startDialpadStandIn(clock.now)
  const touched = new Set<string>()
  let isFilled = false
  const touch = ({ id }: StandInLeg): void => {
    if (isFilled) touched.add(`call:${id}`)
  }
  const newLeg = (dice: Dice, started: number): StandInLeg => {
    const target = dice.one(targets)
    const leg = standIn.put({
      started,
      direction: dice.one(['outbound', 'outbound', 'inbound']),
      target,
      // Somebody answered what came for the line.
      operator: target?.type === 'department' && dice.below(2) === 0 ? 42n : null,
      labels: dice.one([[], [], ['Demo booked']]),
    })
    touch(leg)
    return leg
  }
  const end = (leg: StandInLeg, dice: Dice, at: number): void => {
    leg.ended = Math.max(at, leg.connected ?? leg.started)
    leg.voicemail = dice.below(8) === 0
    touch(leg)
  }
  /** Of the last two days: later on nothing of a call changes. */
  const some = (dice: Dice, passes: (leg: StandInLeg) => boolean): StandInLeg | null => {
    const found = [...standIn.legs.values()].filter(
      (leg) => leg.started > clock.now() - 2 * dayMs && passes(leg),
    )
    return found.length === 0 ? null : dice.one(found)
  }
  const isCounted = ({ target, connected, operator, ended }: StandInLeg): boolean =>
    ended !== null && (target === null || target.type === 'user' || (connected === null && operator === null))

  return {
    vendor: 'dialpad',
    url: standIn.url,
    keys: { key: 'dialpad-good-key' },
    standIn,
    touched,
    edit: (dice) => {
      const roll = dice.below(100)
      if (roll < 30) newLeg(dice, clock.now() - dice.one([0, 1, 30_000]))
      else if (roll < 45) {
        const leg = some(dice, ({ connected, ended }) => connected === null && ended === null)
        if (leg !== null) leg.connected = Math.max(clock.now(), leg.started)
      } else if (roll < 80) {
        const leg = some(dice, ({ ended }) => ended === null)
        if (leg === null) return
        end(leg, dice, clock.now())
        if (dice.below(2) === 0) void standIn.tell(leg)
      } else if (roll < 90) {
        const leg = some(dice, ({ ended }) => ended !== null)
        if (leg === null) return
        leg.labels = dice.one([['Wrong number'], ['Conversation', 'Follow up'], []])
        touch(leg)
      } else if (roll < 91) standIn.hangUp()
      standIn.mostRows = dice.below(20) === 0 ? dice.one([7, 2]) : 50
    },
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one(['rate', 'rate-with-time', 'page', 'broken', 'cut', 'sign-in-once', 'half']),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.mostRows = 50
    },
    signIn: (isTaken) => {
      standIn.faults.length = 0
      if (isTaken) standIn.keys.add('dialpad-good-key')
      else standIn.keys.delete('dialpad-good-key')
    },
    fill: (dice) => {
      const first = Date.parse('2026-07-02T12:00:00Z')
      for (let made = 0; made < 150; made++) {
        const leg = newLeg(dice, first + dice.below(140 * dayMs))
        if (dice.below(3) > 0) leg.connected = leg.started + dice.below(30_000)
        end(leg, dice, leg.started + dice.below(900_000))
      }
      isFilled = true
    },
    truth: () =>
      new Map(
        [...standIn.legs.values()].filter(isCounted).map((leg) => [
          `call:${leg.id}`,
          {
            at: new Date(leg.started).toISOString(),
            seconds: leg.connected === null ? 0 : ((leg.ended ?? 0) - leg.connected) / 1000,
            outcome: leg.voicemail
              ? 'voicemail'
              : leg.connected !== null
                ? 'answered'
                : { outbound: 'no answer', inbound: 'missed' }[leg.direction],
            tags: leg.labels.length === 0 ? null : leg.labels.join(', '),
            rep:
              leg.target?.type === 'user'
                ? (leg.target.email?.toLowerCase() ?? leg.target.name)
                : 'Dialpad: nobody',
          },
        ]),
      ),
    seen: (fact: Fact) =>
      fact.type === 'deal'
        ? fact
        : {
            at: fact.at,
            seconds: fact.durationSeconds ?? null,
            outcome: fact.outcome ?? null,
            tags: fact.fields?.['Tags'] ?? null,
            rep: fact.credits[0]?.rep,
          },
    close: standIn.close,
  }
}
