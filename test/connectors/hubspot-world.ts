// HubSpot for the suite that all connectors pass: what happens there at random, and what a floor should have in the end, worked
// out from the stand-in's own rows without a line of the connector.
import type { Dice, VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import {
  type HubSpotStandIn,
  lost,
  openStages,
  type StandInObject,
  type StandInRow,
  startHubSpotStandIn,
  won,
} from './hubspot-stand-in.ts'
import { secretWords } from './secret-words.ts'

export interface HubSpotWorld extends VendorWorld {
  readonly standIn: HubSpotStandIn
}

export const goodKey = 'pat-eu1-good'

const stageNames: Readonly<Record<string, string>> = {
  'stage-demo': 'Demo',
  'stage-offer': 'Offer',
  [won]: 'Closed won',
  [lost]: 'Closed lost',
}

/** As HubSpot fills them when a deal moves. */
export const inStage = (stage: string): Record<string, string> => ({
  dealstage: stage,
  pipeline: 'default',
  hs_is_closed: String(stage === won || stage === lost),
  hs_is_closed_won: String(stage === won),
})

/** By hand, as ISO 4217 says: JPY has no smaller unit. */
const minorOf = (amount: string, currency: string): number =>
  currency === 'JPY' ? Math.round(Number(amount)) : Math.round(Number((Number(amount) * 100).toFixed(4)))

const dateInNewYork = (iso: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(iso))

export const openHubSpotWorld = async (clock: TestClock): Promise<HubSpotWorld> => {
  const standIn = await startHubSpotStandIn(clock.now)
  const touched = new Set<string>()
  let isFilled = false
  const repOf = (owner: string | null | undefined): string => {
    if (!owner) return 'HubSpot: no owner'
    const known = standIn.owners.get(owner)
    return known?.email?.toLowerCase() ?? `HubSpot owner ${owner}`
  }
  const nameOf = { deals: 'deal', calls: 'call', meetings: 'meeting', emails: 'email' } as const
  const touch = (object: StandInObject, id: string): void => {
    if (isFilled) touched.add(`${nameOf[object]}:${id}`)
  }

  const someDay = (dice: Dice): string =>
    new Date(
      Date.parse('2026-07-02T12:00:00Z') + dice.below(180 * 24) * 3_600_000 + dice.below(3600) * 1000,
    ).toISOString()
  const amountOf = (dice: Dice): string =>
    dice.one(['0.1', '1250.5', '19.995', '182000', '33.333', '1e3', String(dice.below(90_000)), '-20'])
  const newDeal = (dice: Dice): Record<string, string | null> => ({
    dealname: `Deal ${dice.below(10_000)}`,
    amount: dice.below(12) === 0 ? null : amountOf(dice),
    deal_currency_code: dice.one(['USD', 'USD', 'EUR', 'JPY', null]),
    closedate: someDay(dice),
    hubspot_owner_id: dice.one(['71', '72', '73', '99', null]),
    ...inStage(dice.one([...openStages, won, lost])),
  })
  const newCall = (dice: Dice): Record<string, string | null> => ({
    hs_timestamp: someDay(dice),
    hs_call_duration: String(dice.below(600_000)),
    hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
    hubspot_owner_id: dice.one(['71', '72', null]),
  })
  const newMeeting = (dice: Dice): Record<string, string | null> => {
    const start = someDay(dice)
    return {
      hs_timestamp: start,
      hs_meeting_start_time: start,
      hs_meeting_end_time: new Date(Date.parse(start) + dice.below(90) * 60_000).toISOString(),
      hs_meeting_outcome: dice.one(['COMPLETED', 'NO_SHOW', 'SCHEDULED']),
      hubspot_owner_id: dice.one(['71', '72']),
    }
  }
  const newEmail = (dice: Dice): Record<string, string | null> => ({
    hs_timestamp: someDay(dice),
    hs_email_direction: dice.one(['EMAIL', 'EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL']),
    hs_email_status: dice.one(['SENT', 'SENT', 'SENDING', 'BOUNCED', null]),
    hs_email_subject: secretWords,
    hs_email_text: secretWords,
    hubspot_owner_id: dice.one(['71', '72', null]),
  })
  const put = (object: StandInObject, properties: Record<string, string | null>, id?: string): void =>
    touch(object, standIn.put(object, properties, id))
  const some = (dice: Dice, object: StandInObject, archived: boolean): StandInRow | null => {
    const rows = [...standIn.rows[object].values()].filter((row) => row.archived === archived)
    return rows.length === 0 ? null : dice.one(rows)
  }
  const make = (dice: Dice): void => {
    const roll = dice.below(10)
    if (roll < 6) put('deals', newDeal(dice))
    else if (roll < 8) put('calls', newCall(dice))
    else if (roll < 9) put('emails', newEmail(dice))
    else put('meetings', newMeeting(dice))
  }

  const edit = (dice: Dice): void => {
    const roll = dice.below(100)
    const deal = some(dice, 'deals', false)
    const object = dice.one(['deals', 'deals', 'calls', 'meetings', 'emails'] as const)
    if (roll < 25 || deal === null) {
      make(dice)
      return
    }
    if (roll < 35) put('deals', { amount: amountOf(dice) }, deal.id)
    else if (roll < 50) put('deals', inStage(dice.one([...openStages, won, lost])), deal.id)
    else if (roll < 60) put('deals', { hubspot_owner_id: dice.one(['71', '72', '73', null]) }, deal.id)
    else if (roll < 66) put('deals', { closedate: someDay(dice) }, deal.id)
    else if (roll < 78) {
      const row = some(dice, object, false)
      if (row === null) return
      touch(object, row.id)
      standIn.archive(object, row.id)
    } else if (roll < 85) {
      const row = some(dice, object, true)
      if (row === null) return
      touch(object, row.id)
      standIn.restore(object, row.id, dice.below(2) === 0)
    } else if (roll < 90) {
      const other = some(dice, 'deals', false)
      if (other === null || other.id === deal.id) return
      touch('deals', deal.id)
      touch('deals', other.id)
      standIn.merge(deal.id, other.id)
    } else if (roll < 95) {
      standIn.splits.set(deal.id, [
        { owner: '71', share: '0.6' },
        { owner: '72', share: '0.4' },
      ])
      put('deals', {}, deal.id)
    } else if (roll < 98) {
      const row = some(dice, 'calls', false)
      if (row !== null) put('calls', { hs_call_duration: String(dice.below(900_000)) }, row.id)
    } else {
      const row = some(dice, 'emails', false)
      if (row !== null) put('emails', { hs_email_status: dice.one(['SENT', 'FAILED']) }, row.id)
    }
    standIn.lagMs = dice.one([0, 0, 2000, 60_000, 240_000])
    standIn.mostRows = dice.below(20) === 0 ? dice.one([7, 1]) : 200
    standIn.skewMs = dice.one([0, 0, 20_000])
  }

  const dealTruth = ({ id, properties: p }: StandInRow): unknown => {
    const status = p['hs_is_closed_won'] === 'true' ? 'won' : p['hs_is_closed'] === 'true' ? 'lost' : 'open'
    const currency = p['deal_currency_code'] || 'USD'
    const day = p['closedate'] ? dateInNewYork(p['closedate']) : null
    const splits = standIn.splits.get(id)
    return {
      name: p['dealname'],
      status,
      amount: p['amount'] ? { minor: minorOf(p['amount'], currency), currency } : null,
      stage: stageNames[p['dealstage'] ?? ''],
      closes: day,
      credits: splits
        ? splits.map(({ owner, share }) => `${repOf(owner)} ${share}`)
        : [`${repOf(p['hubspot_owner_id'])} 1`],
    }
  }
  const activityTruth = (kind: 'call' | 'meeting', { properties: p }: StandInRow): unknown => ({
    kind,
    at: p['hs_timestamp'],
    seconds:
      kind === 'call'
        ? Number(p['hs_call_duration']) / 1000
        : (Date.parse(p['hs_meeting_end_time'] ?? '') - Date.parse(p['hs_meeting_start_time'] ?? '')) / 1000,
    outcome: kind === 'call' ? 'Connected' : p['hs_meeting_outcome'],
    rep: repOf(p['hubspot_owner_id']),
  })

  /** Null for one that was not sent, and for one that was forwarded. */
  const emailTruth = ({ properties: p }: StandInRow): unknown => {
    const isSent = p['hs_email_status'] === 'SENT' || p['hs_email_status'] === null
    const kinds: Readonly<Record<string, string | null>> = {
      EMAIL: isSent ? 'email' : null,
      INCOMING_EMAIL: 'reply',
    }
    const kind = kinds[p['hs_email_direction'] ?? ''] ?? null
    if (kind === null) return null
    const rep = repOf(p['hubspot_owner_id'])
    return { kind, at: p['hs_timestamp'], seconds: undefined, outcome: undefined, rep }
  }

  return {
    vendor: 'hubspot',
    url: standIn.url,
    reads: ['deals', 'calls', 'meetings', 'emails'],
    keys: { key: goodKey },
    standIn,
    touched,
    edit,
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one(['rate', 'rate-with-time', 'page', 'broken', 'cut', 'sign-in-once', 'slow-down-page']),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.lagMs = 0
      standIn.mostRows = 200
      standIn.skewMs = 0
    },
    sendEmail: (dice) =>
      put('emails', { ...newEmail(dice), hs_email_direction: 'EMAIL', hs_email_status: 'SENT' }),
    signIn: (isTaken) => {
      standIn.faults.length = 0
      if (isTaken) standIn.keys.add(goodKey)
      else standIn.keys.delete(goodKey)
    },
    fill: (dice) => {
      for (let made = 0; made < 120; made++) make(dice)
      // One before the months that are read, and open still; one archived, and won.
      standIn.put('deals', { ...newDeal(dice), ...inStage('stage-demo'), closedate: '2024-02-29T12:00:00Z' })
      standIn.archive('deals', standIn.put('deals', { ...newDeal(dice), ...inStage(won) }))
      isFilled = true
    },
    truth: () => {
      const all = new Map<string, unknown>()
      for (const row of standIn.rows.deals.values())
        if (!row.archived) all.set(`deal:${row.id}`, dealTruth(row))
      for (const row of standIn.rows.calls.values())
        if (!row.archived) all.set(`call:${row.id}`, activityTruth('call', row))
      for (const row of standIn.rows.meetings.values())
        if (!row.archived) all.set(`meeting:${row.id}`, activityTruth('meeting', row))
      for (const row of standIn.rows.emails.values()) {
        const truth = row.archived ? null : emailTruth(row)
        if (truth !== null) all.set(`email:${row.id}`, truth)
      }
      return all
    },
    seen: (fact: Fact) =>
      fact.type === 'deal'
        ? {
            name: fact.name,
            status: fact.status,
            amount: fact.amount ?? null,
            stage: fact.stage,
            closes: (fact.status === 'open' ? fact.expectedCloseOn : fact.closedAt) ?? null,
            credits: fact.credits.map(({ rep, share }) => `${rep} ${share ?? 1}`),
          }
        : {
            kind: fact.kind,
            at: fact.at,
            seconds: fact.durationSeconds,
            outcome: fact.outcome,
            rep: fact.credits[0]?.rep,
          },
    close: standIn.close,
  }
}
