// Aircall for the suite that all connectors pass: what happens there at random, and what a floor should have in the end, worked
// out from the stand-in’s own rows without a line of the connector.
import type { Dice, VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import { type AircallStandIn, type StandInCall, startAircallStandIn } from './aircall-stand-in.ts'

export interface AircallWorld extends VendorWorld {
  readonly standIn: AircallStandIn
}

const daySeconds = 86_400

export const openAircallWorld = async (clock: TestClock): Promise<AircallWorld> => {
  const standIn = await startAircallStandIn(clock.now)
  const touched = new Set<string>()
  let isFilled = false
  const touch = (id: number): void => {
    if (isFilled) touched.add(`call:${id}`)
  }

  const end = (call: StandInCall, dice: Dice, at: number): void => {
    if (call.answered_at === null && dice.below(2) === 0) call.missed_call_reason = 'no_available_agent'
    call.ended_at = Math.max(at, call.answered_at ?? call.started_at)
    if (dice.below(8) === 0) call.voicemail = 'https://voicemail.test/1'
  }
  const newCall = (dice: Dice, startedAt: number): number =>
    standIn.put({
      started_at: startedAt,
      direction: dice.one(['outbound', 'outbound', 'inbound']),
      user: dice.one([71, 71, 72, 73, null]),
      tags: dice.one([[], [], ['Demo booked'], ['Follow up', 'Not now']]),
    })
  /** Of the last two days: later on Aircall’s calls hardly change. */
  const some = (dice: Dice, passes: (call: StandInCall) => boolean): StandInCall | null => {
    const from = standIn.now() - 2 * daySeconds
    const found = [...standIn.calls.values()].filter((call) => call.started_at >= from && passes(call))
    return found.length === 0 ? null : dice.one(found)
  }

  const edit = (dice: Dice): void => {
    const roll = dice.below(100)
    const now = standIn.now()
    if (roll < 30) {
      const id = newCall(dice, now - dice.one([0, 0, 1, 30]))
      const call = standIn.calls.get(id)
      // Some are listed late.
      if (call) call.visibleAt = now + dice.one([0, 0, 5, 300])
      touch(id)
    } else if (roll < 45) {
      const call = some(dice, ({ answered_at, ended_at }) => answered_at === null && ended_at === null)
      if (call === null) return
      call.answered_at = Math.max(now, call.started_at)
      touch(call.id)
    } else if (roll < 75) {
      const call = some(dice, ({ ended_at }) => ended_at === null)
      if (call === null) return
      end(call, dice, now)
      touch(call.id)
    } else if (roll < 88) {
      const call = some(dice, () => true)
      if (call === null) return
      if (dice.below(2) === 0)
        call.tags = [...call.tags, dice.one(['Conversation', 'Wrong number'])].slice(-3)
      else call.user = dice.one([71, 72, 73])
      touch(call.id)
    } else if (roll < 90) {
      const call = some(dice, () => true)
      if (call === null) return
      touch(call.id)
      standIn.calls.delete(call.id)
    }
    standIn.mostRows = dice.below(20) === 0 ? dice.one([7, 1]) : 50
    standIn.skewMs = dice.one([0, 0, 20_000])
  }

  const truthOf = (call: StandInCall): unknown => ({
    at: new Date(call.started_at * 1000).toISOString(),
    seconds: call.ended_at === null ? null : call.answered_at === null ? 0 : call.ended_at - call.answered_at,
    outcome:
      call.ended_at === null
        ? null
        : call.voicemail !== null
          ? 'voicemail'
          : call.answered_at !== null
            ? 'answered'
            : { outbound: 'no answer', inbound: 'missed' }[call.direction],
    tags: call.tags.length === 0 ? null : call.tags.join(', '),
    rep:
      call.user === null
        ? 'Aircall: nobody'
        : { 71: 'priya@northwind.test', 72: 'marcus@northwind.test', 73: '204' }[call.user],
  })

  return {
    vendor: 'aircall',
    url: standIn.url,
    keys: { id: 'air-id', token: 'air-token' },
    standIn,
    touched,
    edit,
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one(['rate', 'rate-with-time', 'page', 'broken', 'cut', 'sign-in-once', 'half']),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.mostRows = 50
      standIn.skewMs = 0
    },
    signIn: (isTaken) => {
      standIn.faults.length = 0
      if (isTaken) standIn.keys.add('air-id:air-token')
      else standIn.keys.delete('air-id:air-token')
    },
    fill: (dice) => {
      const first = Date.parse('2026-07-02T12:00:00Z') / 1000
      for (let made = 0; made < 120; made++) {
        const startedAt = first + dice.below(140 * daySeconds)
        const call = standIn.calls.get(newCall(dice, startedAt))
        if (call === undefined) continue
        if (dice.below(3) > 0) call.answered_at = startedAt + dice.below(30)
        end(call, dice, startedAt + dice.below(900))
      }
      isFilled = true
    },
    truth: () => new Map([...standIn.calls.values()].map((call) => [`call:${call.id}`, truthOf(call)])),
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
