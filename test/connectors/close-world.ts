// Close for the suite that all connectors pass: what happens there at random, and what a floor should have in the end, worked out
// from the stand-in's own rows without a line of the connector.
import type { Dice, VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import {
  type CloseFields,
  type CloseObject,
  type CloseStandIn,
  type CloseStandInRow,
  closeStatuses,
  startCloseStandIn,
} from './close-stand-in.ts'
import { secretWords } from './secret-words.ts'

export interface CloseWorld extends VendorWorld {
  readonly standIn: CloseStandIn
}

export const goodCloseKey = 'api_good.key'

const nameOf = { opportunity: 'deal', call: 'call', meeting: 'meeting', email: 'email' } as const

/** As Close fills them when an opportunity moves. */
export const inCloseStatus = (id: (typeof closeStatuses)[number]['id'], day: string): CloseFields => {
  const status = closeStatuses.find((each) => each.id === id)
  return {
    status_id: id,
    status_label: status?.label ?? null,
    status_type: status?.type ?? null,
    date_won: status?.type === 'lost' ? null : day,
    date_lost: status?.type === 'lost' ? day : null,
  }
}

const zoned = (at: number): string => new Date(at).toISOString().replace('Z', '000+00:00')

export const openCloseWorld = async (clock: TestClock): Promise<CloseWorld> => {
  const standIn = await startCloseStandIn(clock.now)
  const touched = new Set<string>()
  const bin: { readonly object: CloseObject; readonly row: CloseStandInRow }[] = []
  let isFilled = false
  const touch = (object: CloseObject, id: string): void => {
    if (isFilled) touched.add(`${nameOf[object]}:${id}`)
  }
  const repOf = (user: unknown): string => {
    if (user === null || user === undefined) return 'Close: no user'
    return standIn.users.get(String(user))?.email.toLowerCase() ?? `Close user ${user}`
  }

  const begin = Date.parse('2026-07-02T12:00:00Z')
  const someTime = (dice: Dice): number =>
    begin + Math.floor((dice.below(1_000_000) / 1_000_000) * (clock.now() - begin))
  const someDay = (dice: Dice): string => zoned(begin + dice.below(180) * 86_400_000).slice(0, 10)
  const someStatus = (dice: Dice) => dice.one(closeStatuses).id
  const pastTimes = (at: number): CloseFields =>
    isFilled ? {} : { date_created: zoned(at), date_updated: zoned(at) }
  const newDeal = (dice: Dice): CloseFields => {
    const at = someTime(dice)
    return {
      lead_name: `Lead ${dice.below(10_000)}`,
      value:
        dice.below(12) === 0 ? null : dice.one([10, 125_050, 18_200_000, 100_000, dice.below(9_000_000)]),
      value_currency: dice.one(['USD', 'USD', 'EUR', 'JPY', null]),
      value_period: dice.one(['one_time', 'one_time', 'monthly', 'annual']),
      user_id: dice.one(['user_71', 'user_72', 'user_73', 'user_99', null]),
      pipeline_id: 'pipe_new',
      ...inCloseStatus(someStatus(dice), someDay(dice)),
      ...pastTimes(at),
    }
  }
  const newCall = (dice: Dice): CloseFields => {
    const at = someTime(dice)
    return {
      user_id: dice.one(['user_71', 'user_72', null]),
      activity_at: zoned(at),
      duration: dice.below(900),
      direction: dice.one(['outbound', 'inbound']),
      disposition: dice.one(['answered', 'no-answer', 'vm-left']),
      ...pastTimes(at),
    }
  }
  const newMeeting = (dice: Dice): CloseFields => {
    const at = someTime(dice)
    const start = at + dice.below(20) * 86_400_000
    return {
      user_id: dice.one(['user_71', 'user_72']),
      activity_at: zoned(start),
      starts_at: zoned(start),
      ends_at: zoned(start + dice.below(90) * 60_000),
      status: dice.one(['upcoming', 'completed', 'canceled']),
      ...pastTimes(at),
    }
  }
  const newEmail = (dice: Dice): CloseFields => {
    const at = someTime(dice)
    return {
      user_id: dice.one(['user_71', 'user_72', null]),
      activity_at: zoned(at),
      status: dice.one(['sent', 'sent', 'inbox', 'draft', 'scheduled']),
      in_reply_to_id: dice.one([null, 'acti_before']),
      subject: secretWords,
      body_text: secretWords,
      ...pastTimes(at),
    }
  }
  const put = (object: CloseObject, fields: CloseFields, id?: string): void =>
    touch(object, standIn.put(object, fields, id))
  const some = (dice: Dice, object: CloseObject): CloseStandInRow | null => {
    const rows = [...standIn.rows[object].values()]
    return rows.length === 0 ? null : dice.one(rows)
  }
  const make = (dice: Dice): void => {
    const roll = dice.below(10)
    if (roll < 5) put('opportunity', newDeal(dice))
    else if (roll < 8) put('call', newCall(dice))
    else if (roll < 9) put('email', newEmail(dice))
    else put('meeting', newMeeting(dice))
  }
  const remove = (dice: Dice, object: CloseObject, row: CloseStandInRow): void => {
    touch(object, row.id)
    bin.push({ object, row })
    if (dice.below(5) === 0) standIn.lose(object, row.id)
    else standIn.remove(object, row.id)
  }

  const edit = (dice: Dice): void => {
    const deal = some(dice, 'opportunity')
    const roll = dice.below(100)
    if (roll < 26 || deal === null) make(dice)
    else if (roll < 36) put('opportunity', { value: dice.below(5_000_000) }, deal.id)
    else if (roll < 50) put('opportunity', inCloseStatus(someStatus(dice), someDay(dice)), deal.id)
    else if (roll < 58) put('opportunity', { user_id: dice.one(['user_71', 'user_72', null]) }, deal.id)
    else if (roll < 64) put('opportunity', { value_period: dice.one(['monthly', 'one_time']) }, deal.id)
    else if (roll < 76) {
      const object = dice.one(['call', 'call', 'meeting', 'email'] as const)
      const row = some(dice, object)
      if (row === null) return
      const change: CloseFields =
        object === 'call'
          ? { duration: dice.below(3000), disposition: 'answered' }
          : { status: dice.one(object === 'email' ? ['sent', 'error'] : ['completed', 'declined-by-lead']) }
      put(object, change, row.id)
    } else if (roll < 90) {
      const object = dice.one(['opportunity', 'call', 'meeting', 'email'] as const)
      const row = some(dice, object)
      if (row !== null) remove(dice, object, row)
    } else {
      const gone = bin.splice(dice.below(Math.max(1, bin.length)), 1)[0]
      if (gone === undefined) return
      touch(gone.object, gone.row.id)
      standIn.bringBack(gone.object, gone.row)
    }
    standIn.lagMs = dice.one([0, 0, 2000, 60_000, 240_000])
    standIn.mostRows = dice.below(20) === 0 ? dice.one([30, 9]) : 100
    standIn.skewMs = dice.one([0, 0, 20_000])
  }

  const dealTruth = ({ fields: f }: CloseStandInRow): unknown => {
    const status = f['status_type'] === 'active' ? 'open' : f['status_type']
    const currency = String(f['value_currency'] ?? 'USD')
    const hundredths = Number(f['value'])
    return {
      account: f['lead_name'],
      status,
      // Of yen there are no hundredths.
      amount:
        f['value'] === null
          ? null
          : { minor: currency === 'JPY' ? Math.round(hundredths / 100) : hundredths, currency },
      stage: f['status_label'],
      closes: status === 'lost' ? f['date_lost'] : f['date_won'],
      period: f['value_period'] === 'one_time' ? null : f['value_period'],
      rep: repOf(f['user_id']),
    }
  }
  const whole = (text: unknown): string => new Date(String(text)).toISOString()
  const activityTruth = (kind: 'call' | 'meeting', { fields: f }: CloseStandInRow): unknown => ({
    kind,
    at: whole(kind === 'call' ? f['activity_at'] : f['starts_at']),
    seconds:
      kind === 'call'
        ? f['duration']
        : (Date.parse(String(f['ends_at'])) - Date.parse(String(f['starts_at']))) / 1000,
    outcome: kind === 'call' ? f['disposition'] : f['status'],
    rep: repOf(f['user_id']),
  })

  const emailTruth = ({ fields: f }: CloseStandInRow): unknown => {
    const cameIn = f['in_reply_to_id'] === null ? 'incoming email' : 'reply'
    const kind = { sent: 'email', inbox: cameIn }[String(f['status'])]
    if (kind === undefined) return null
    const at = whole(f['activity_at'])
    return { kind, at, seconds: undefined, outcome: undefined, rep: repOf(f['user_id']) }
  }

  return {
    vendor: 'close',
    url: standIn.url,
    reads: ['deals', 'calls', 'meetings', 'emails'],
    keys: { key: goodCloseKey },
    standIn,
    touched,
    edit,
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one(['rate', 'rate-with-time', 'page', 'broken', 'cut', 'half', 'sign-in-once', 'refused']),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.lagMs = 0
      standIn.mostRows = 100
      standIn.skewMs = 0
    },
    sendEmail: (dice) => put('email', { ...newEmail(dice), status: 'sent' }),
    signIn: (isTaken) => {
      standIn.faults.length = 0
      if (isTaken) standIn.keys.add(goodCloseKey)
      else standIn.keys.delete(goodCloseKey)
    },
    fill: (dice) => {
      for (let made = 0; made < 150; made++) make(dice)
      // One before the months that are read, and open still; one whose day was written long before it came.
      const old = { date_created: '2024-02-01T12:00:00Z', date_updated: '2024-02-01T12:00:00Z' }
      standIn.put('opportunity', { ...newDeal(dice), ...inCloseStatus('stat_demo', '2024-03-01'), ...old })
      standIn.put('opportunity', { ...newDeal(dice), ...inCloseStatus('stat_won', '2026-10-20'), ...old })
      isFilled = true
    },
    truth: () => {
      const all = new Map<string, unknown>()
      for (const row of standIn.rows.opportunity.values()) all.set(`deal:${row.id}`, dealTruth(row))
      for (const kind of ['call', 'meeting'] as const)
        for (const row of standIn.rows[kind].values()) all.set(`${kind}:${row.id}`, activityTruth(kind, row))
      for (const row of standIn.rows.email.values()) {
        const truth = emailTruth(row)
        if (truth !== null) all.set(`email:${row.id}`, truth)
      }
      return all
    },
    seen: (fact: Fact) =>
      fact.type === 'deal'
        ? {
            account: fact.account,
            status: fact.status,
            amount: fact.amount ?? null,
            stage: fact.stage,
            closes: (fact.status === 'open' ? fact.expectedCloseOn : fact.closedAt) ?? null,
            period: fact.fields?.['Value period'] ?? null,
            rep: fact.credits[0]?.rep,
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
