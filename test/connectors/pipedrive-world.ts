// Pipedrive for the suite that all connectors pass: what happens there at random, and what a floor should have in the end, worked
// out from the stand-in's own rows without a line of the connector.
import type { Dice, VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import {
  type PipedriveFields,
  type PipedriveObject,
  type PipedriveStandIn,
  type PipedriveStandInRow,
  pipedriveStages,
  startPipedriveStandIn,
} from './pipedrive-stand-in.ts'
import { secretWords } from './secret-words.ts'

export interface PipedriveWorld extends VendorWorld {
  readonly standIn: PipedriveStandIn
}

export const goodToken = 'pd-good-token'

const nameOf = { deals: 'deal', activities: 'activity' } as const

/** By hand, as ISO 4217 says: JPY has no smaller unit. */
const minorOf = (value: number, currency: string): number =>
  currency === 'JPY' ? Math.round(value) : Math.round(Number((value * 100).toFixed(4)))

const short = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
const whole = (text: unknown): string => new Date(String(text)).toISOString()

export const openPipedriveWorld = async (clock: TestClock): Promise<PipedriveWorld> => {
  const standIn = await startPipedriveStandIn(clock.now)
  const touched = new Set<string>()
  let isFilled = false
  const touch = (object: PipedriveObject, id: number): void => {
    if (isFilled) touched.add(`${nameOf[object]}:${id}`)
  }
  const repOf = (owner: unknown): string => {
    if (owner === null || owner === undefined) return 'Pipedrive: no owner'
    return standIn.users.get(Number(owner))?.email.toLowerCase() ?? `Pipedrive user ${owner}`
  }

  const begin = Date.parse('2026-07-02T12:00:00Z')
  const someTime = (dice: Dice): number =>
    begin + Math.floor((dice.below(1_000_000) / 1_000_000) * (clock.now() - begin))
  const someDay = (dice: Dice): string => short(begin + dice.below(180) * 86_400_000).slice(0, 10)
  const someValue = (dice: Dice): number =>
    dice.one([0.1, 1250.5, 19.995, 182_000, 33.333, 1000, dice.below(90_000)])
  const inStatus = (status: string, at: number): PipedriveFields => ({
    status,
    won_time: status === 'won' ? short(at) : null,
    lost_time: status === 'lost' ? short(at) : null,
    close_time: status === 'open' ? null : short(at),
  })
  const newDeal = (dice: Dice): PipedriveFields => {
    const at = someTime(dice)
    return {
      title: `Deal ${dice.below(10_000)}`,
      value: dice.below(12) === 0 ? null : someValue(dice),
      currency: dice.one(['USD', 'USD', 'EUR', 'JPY', null]),
      owner_id: dice.one([71, 72, 73, 99, null]),
      pipeline_id: 1,
      stage_id: dice.one([11, 12]),
      stage_change_time: short(at),
      expected_close_date: dice.below(4) === 0 ? null : someDay(dice),
      ...inStatus(dice.one(['open', 'won', 'lost']), at),
      // Something may have been written on it since.
      ...(!isFilled && { update_time: short(at + dice.below(Math.max(1, clock.now() - at))) }),
    }
  }
  const newActivity = (dice: Dice): PipedriveFields => {
    const at = someTime(dice)
    const done = dice.below(4) > 0
    return {
      subject: secretWords,
      type: dice.one(['call', 'call', 'meeting', 'email', 'task']),
      owner_id: dice.one([71, 72, null]),
      deal_id: null,
      done,
      due_date: short(at).slice(0, 10),
      due_time: dice.one(['09:30', '']),
      duration: dice.one(['00:30', '01:15', '']),
      marked_as_done_time: done ? short(at) : null,
      ...(!isFilled && { update_time: short(at) }),
    }
  }
  const put = (object: PipedriveObject, fields: PipedriveFields, id?: number): void =>
    touch(object, standIn.put(object, fields, id))
  const some = (
    dice: Dice,
    object: PipedriveObject,
    fits: (row: PipedriveStandInRow) => boolean,
  ): PipedriveStandInRow | null => {
    const rows = [...standIn.rows[object].values()].filter(fits)
    return rows.length === 0 ? null : dice.one(rows)
  }
  const stands = ({ deleted, archived }: PipedriveStandInRow): boolean => !deleted && !archived
  const make = (dice: Dice): void => {
    if (dice.below(10) < 6) put('deals', newDeal(dice))
    else put('activities', newActivity(dice))
  }

  const editDeal = (dice: Dice, { id }: PipedriveStandInRow, roll: number): void => {
    const at = clock.now()
    if (roll < 12) put('deals', { value: someValue(dice) }, id)
    else if (roll < 34) put('deals', inStatus(dice.one(['open', 'won', 'lost']), at), id)
    else if (roll < 42) put('deals', { stage_id: dice.one([11, 12, 13]), stage_change_time: short(at) }, id)
    else if (roll < 52) put('deals', { owner_id: dice.one([71, 72, 73, null]) }, id)
    else if (roll < 60) put('deals', { expected_close_date: someDay(dice) }, id)
    else if (roll < 80) {
      touch('deals', id)
      standIn.remove('deals', id)
    } else if (roll < 90) {
      touch('deals', id)
      standIn.archive(id, true, dice.below(2) === 0)
    } else {
      const other = some(dice, 'deals', stands)
      if (other === null || other.id === id) return
      touch('deals', id)
      touch('deals', other.id)
      standIn.merge(id, other.id)
    }
  }
  const bringBack = (dice: Dice): void => {
    const object = dice.one(['deals', 'deals', 'activities'] as const)
    const gone = some(dice, object, ({ deleted }) => deleted)
    const archived = some(dice, 'deals', (row) => row.archived && !row.deleted)
    if (gone !== null && dice.below(2) === 0) {
      touch(object, gone.id)
      standIn.restore(object, gone.id, dice.below(2) === 0)
    } else if (archived !== null) {
      touch('deals', archived.id)
      standIn.archive(archived.id, false, dice.below(2) === 0)
    }
  }
  const editActivity = (dice: Dice): void => {
    const row = some(dice, 'activities', stands)
    if (row === null) return
    const { id } = row
    const roll = dice.below(10)
    if (roll < 4) put('activities', { done: true, marked_as_done_time: short(clock.now()) }, id)
    else if (roll < 6) put('activities', { done: false, marked_as_done_time: null }, id)
    else if (roll < 8) put('activities', { duration: dice.one(['00:05', '02:00']) }, id)
    else {
      touch('activities', id)
      standIn.remove('activities', id)
    }
  }

  const edit = (dice: Dice): void => {
    const deal = some(dice, 'deals', stands)
    const roll = dice.below(100)
    if (roll < 24 || deal === null) make(dice)
    else if (roll < 74) editDeal(dice, deal, dice.below(100))
    else if (roll < 84) bringBack(dice)
    else editActivity(dice)
    standIn.lagMs = dice.one([0, 0, 2000, 60_000, 240_000])
    standIn.mostRows = dice.below(20) === 0 ? dice.one([40, 9]) : 500
    standIn.skewMs = dice.one([0, 0, 20_000])
  }

  const dealTruth = ({ fields: f }: PipedriveStandInRow): unknown => {
    const currency = String(f['currency'] ?? 'USD')
    const times: Readonly<Record<string, unknown>> = { won: f['won_time'], lost: f['lost_time'] }
    const closed = times[String(f['status'])]
    return {
      name: f['title'],
      status: f['status'],
      amount: f['value'] === null ? null : { minor: minorOf(Number(f['value']), currency), currency },
      stage: pipedriveStages.find(({ id }) => id === f['stage_id'])?.name,
      closes: f['status'] === 'open' ? f['expected_close_date'] : whole(closed),
      credits: [`${repOf(f['owner_id'])} 1`],
    }
  }
  const activityTruth = ({ fields: f }: PipedriveStandInRow): unknown => {
    const [hours = '', minutes] = String(f['duration']).split(':')
    return {
      kind: f['type'],
      at: whole(f['marked_as_done_time']),
      seconds: minutes === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60,
      rep: repOf(f['owner_id']),
    }
  }

  return {
    vendor: 'pipedrive',
    url: standIn.url,
    address: 'northwind.pipedrive.com',
    reads: ['deals', 'calls', 'meetings', 'emails'],
    keys: { token: goodToken },
    standIn,
    touched,
    edit,
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one([
          'rate',
          'rate-with-time',
          'turned-away',
          'page',
          'broken',
          'cut',
          'half',
          'sign-in-once',
          'refused',
        ]),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.lagMs = 0
      standIn.mostRows = 500
      standIn.skewMs = 0
    },
    signIn: (isTaken) => {
      standIn.faults.length = 0
      if (isTaken) standIn.keys.add(goodToken)
      else standIn.keys.delete(goodToken)
    },
    fill: (dice) => {
      for (let made = 0; made < 160; made++) make(dice)
      // One before the months that are read, and open still; one in the bin, and won; one archived, and won.
      standIn.put('deals', { ...newDeal(dice), ...inStatus('open', 0), update_time: '2024-02-29T12:00:00Z' })
      standIn.remove('deals', standIn.put('deals', { ...newDeal(dice), ...inStatus('won', clock.now()) }))
      standIn.archive(
        standIn.put('deals', { ...newDeal(dice), ...inStatus('won', clock.now()) }),
        true,
        false,
      )
      isFilled = true
    },
    truth: () => {
      const all = new Map<string, unknown>()
      for (const row of standIn.rows.deals.values())
        if (!row.deleted && !(row.archived && row.fields['status'] === 'open'))
          all.set(`deal:${row.id}`, dealTruth(row))
      for (const row of standIn.rows.activities.values())
        if (!row.deleted && row.fields['done'] === true && row.fields['type'] !== 'task')
          all.set(`activity:${row.id}`, activityTruth(row))
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
            seconds: fact.durationSeconds ?? null,
            rep: fact.credits[0]?.rep,
          },
    close: standIn.close,
  }
}
