// Salesforce for the suite that all connectors pass: what happens there at random, and what a floor should have in the end, worked
// out from the stand-in's own rows without a line of the connector.
import type { Dice, VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import {
  type Fields,
  goodKeys,
  type SalesforceStandIn,
  type StandInRow,
  startSalesforceStandIn,
} from './salesforce-stand-in.ts'
import { secretWords } from './secret-words.ts'

export interface SalesforceWorld extends VendorWorld {
  readonly standIn: SalesforceStandIn
  /** User ids. */
  readonly people: { readonly priya: string; readonly marcus: string; readonly sam: string }
  /** Of splits: the type that counts, and the one beside it. */
  readonly splitTypes: { readonly revenue: string; readonly overlay: string }
}

export const stages = ['Qualification', 'Proposal', 'Closed Won', 'Closed Lost'] as const
export const won = 'Closed Won'

/** By hand, as ISO 4217 says: JPY has no smaller unit. */
const minorOf = (amount: number, currency: string): number =>
  currency === 'JPY' ? Math.round(amount) : Math.round(Number((amount * 100).toFixed(4)))

const dateInNewYork = (iso: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(iso))

const iso = (instant: string): string => new Date(instant.replace('+0000', 'Z')).toISOString()

export const openSalesforceWorld = async (clock: TestClock): Promise<SalesforceWorld> => {
  const standIn = await startSalesforceStandIn(clock.now)
  const touched = new Set<string>()
  let isFilled = false

  for (const [SortOrder, name] of stages.entries())
    standIn.put('OpportunityStage', {
      ApiName: name,
      MasterLabel: name === 'Proposal' ? 'Proposal / Price Quote' : name,
      IsActive: true,
      IsClosed: name.startsWith('Closed'),
      IsWon: name === won,
      SortOrder,
    })
  const user = (Name: string, Email: string): string =>
    standIn.put('User', { Name, Email, IsActive: true, UserType: 'Standard' })
  const people = {
    priya: user('Priya Raman', 'priya@northwind.test'),
    marcus: user('Marcus Oyelaran', 'Marcus@Northwind.test'),
    sam: user('Sam Newman', 'sam.newman@northwind.test'),
  }
  standIn.put('User', {
    Name: 'A customer',
    Email: 'x@customer.test',
    IsActive: true,
    UserType: 'CspLitePortal',
  })
  for (const [IsoCode, rate] of [
    ['USD', 1],
    ['EUR', 0.9],
    ['JPY', 150],
  ] as const) {
    standIn.rates.set(IsoCode, rate)
    standIn.put('CurrencyType', { IsoCode, IsCorporate: IsoCode === 'USD', ConversionRate: rate })
  }
  const splitType = (DeveloperName: string, IsTotalValidated: boolean): string =>
    standIn.put('OpportunitySplitType', {
      DeveloperName,
      MasterLabel: DeveloperName,
      IsActive: true,
      IsTotalValidated,
    })
  const splitTypes = { overlay: splitType('Overlay', false), revenue: splitType('Revenue', true) }
  const account = standIn.put('Account', { Name: 'Northwind Traders' })
  const nobody = '005Kj0000ZZZZZZIAQ'

  const repOf = (owner: unknown): string => {
    const known = standIn.rows['User']?.get(String(owner))
    return known === undefined ? `Salesforce owner ${owner}` : String(known.fields['Email']).toLowerCase()
  }
  const nameOf: Readonly<Record<string, string>> = { Opportunity: 'deal', Task: 'call', Event: 'meeting' }
  const touch = (object: string, id: string): void => {
    if (isFilled) touched.add(`${nameOf[object]}:${id}`)
  }

  const somePoint = (dice: Dice): string =>
    new Date(
      Date.parse('2026-07-02T12:00:00Z') + dice.below(180 * 24) * 3_600_000 + dice.below(3600) * 1000,
    ).toISOString()
  const someDay = (dice: Dice): string => somePoint(dice).slice(0, 10)
  const amountOf = (dice: Dice): number =>
    dice.one([0.1, 1250.5, 19.99, 182000, 33.33, 1e3, dice.below(90_000), -20])
  const newDeal = (dice: Dice): Fields => ({
    Name: `Deal ${dice.below(10_000)}`,
    AccountId: dice.below(3) === 0 ? null : account,
    Amount: dice.below(12) === 0 ? null : amountOf(dice),
    CurrencyIsoCode: dice.one(['USD', 'USD', 'EUR', 'JPY']),
    CloseDate: someDay(dice),
    OwnerId: dice.one([people.priya, people.marcus, people.sam, nobody]),
    RecordTypeId: null,
    StageName: dice.one(stages),
  })
  const newCall = (dice: Dice): Fields => {
    const at = somePoint(dice)
    return {
      TaskSubtype: dice.one(['Call', 'Call', 'Email', 'Task']),
      IsClosed: dice.below(5) !== 0,
      ActivityDate: dice.below(4) === 0 ? null : dateInNewYork(at),
      CompletedDateTime: at.replace('Z', '+0000'),
      CallDurationInSeconds: dice.one([null, dice.below(900)]),
      CallDisposition: 'Connected',
      OwnerId: dice.one([people.priya, people.marcus]),
      IsRecurrence: false,
      IsArchived: dice.below(6) === 0,
    }
  }
  const newMeeting = (dice: Dice): Fields => {
    const start = somePoint(dice)
    return {
      StartDateTime: start.replace('Z', '+0000'),
      EndDateTime: new Date(Date.parse(start) + dice.below(90) * 60_000).toISOString().replace('Z', '+0000'),
      IsAllDayEvent: dice.below(6) === 0,
      ActivityDate: start.slice(0, 10),
      IsChild: dice.below(6) === 0,
      IsRecurrence: false,
      OwnerId: dice.one([people.priya, people.marcus]),
      IsArchived: false,
    }
  }
  const put = (object: string, fields: Fields, id?: string): void =>
    touch(object, standIn.put(object, fields, id))
  const some = (dice: Dice, object: string, isDeleted: boolean): StandInRow | null => {
    const rows = [...(standIn.rows[object]?.values() ?? [])].filter(
      (row) => row.fields['IsDeleted'] === isDeleted,
    )
    return rows.length === 0 ? null : dice.one(rows)
  }
  /** Of most e-mails Salesforce keeps which way they went. */
  const putTask = (dice: Dice): void => {
    const fields = newCall(dice)
    const id = standIn.put('Task', fields)
    touch('Task', id)
    if (fields['TaskSubtype'] !== 'Email' || dice.below(4) === 0) return
    const Incoming = dice.below(3) === 0
    standIn.put('EmailMessage', {
      ActivityId: id,
      Incoming,
      ReplyToEmailMessageId: dice.one([null, '02sKj0000000001IAQ']),
      Subject: secretWords,
      TextBody: secretWords,
    })
  }
  const make = (dice: Dice): void => {
    const roll = dice.below(10)
    if (roll < 6) put('Opportunity', newDeal(dice))
    else if (roll < 8) putTask(dice)
    else put('Event', newMeeting(dice))
  }
  const splitsOf = (deal: string): StandInRow[] =>
    [...(standIn.rows['OpportunitySplit']?.values() ?? [])].filter(
      ({ fields }) => fields['OpportunityId'] === deal,
    )

  const edit = (dice: Dice): void => {
    const roll = dice.below(100)
    const deal = some(dice, 'Opportunity', false)
    const object = dice.one(['Opportunity', 'Opportunity', 'Task', 'Event'])
    if (roll < 25 || deal === null) {
      make(dice)
      return
    }
    if (roll < 35) put('Opportunity', { Amount: amountOf(dice) }, deal.id)
    else if (roll < 48) put('Opportunity', { StageName: dice.one(stages) }, deal.id)
    else if (roll < 56) put('Opportunity', { OwnerId: dice.one(Object.values(people)) }, deal.id)
    else if (roll < 62) put('Opportunity', { CloseDate: someDay(dice) }, deal.id)
    else if (roll < 72) {
      const row = some(dice, object, false)
      if (row === null) return
      touch(object, row.id)
      standIn.remove(object, row.id)
    } else if (roll < 79) {
      const row = some(dice, object, true)
      if (row === null) return
      touch(object, row.id)
      standIn.restore(object, row.id)
    } else if (roll < 82) {
      const row = some(dice, object, dice.below(2) === 0)
      if (row !== null) standIn.purge(object, row.id)
    } else if (roll < 95) {
      touch('Opportunity', deal.id)
      const [split] = splitsOf(deal.id)
      if (split === undefined)
        for (const [SplitOwnerId, SplitPercentage, SplitTypeId] of [
          [people.priya, 62.5, splitTypes.revenue],
          [people.marcus, 37.5, splitTypes.revenue],
          [people.sam, 100, splitTypes.overlay],
        ] as const)
          standIn.put('OpportunitySplit', {
            OpportunityId: deal.id,
            SplitOwnerId,
            SplitPercentage,
            SplitTypeId,
          })
      else if (dice.below(2) === 0) standIn.removePart('OpportunitySplit', split.id)
      else standIn.put('OpportunitySplit', { SplitOwnerId: people.sam }, split.id)
    } else {
      const row = some(dice, 'Task', false)
      if (row !== null) put('Task', { IsClosed: dice.below(2) === 0 }, row.id)
    }
    standIn.lagMs = dice.one([0, 0, 2000, 60_000, 240_000])
    standIn.mostRows = dice.below(20) === 0 ? dice.one([7, 1]) : 2000
    standIn.mostChildren = dice.one([200, 1])
    standIn.skewMs = dice.one([0, 0, 20_000])
  }

  const dealTruth = ({ id, fields: f }: StandInRow): unknown => {
    const currency = String(f['CurrencyIsoCode'])
    const shares = new Map<string, number>()
    for (const { fields: split } of splitsOf(id)) {
      if (split['SplitTypeId'] !== splitTypes.revenue) continue
      const by = repOf(split['SplitOwnerId'])
      shares.set(by, (shares.get(by) ?? 0) + Number(split['SplitPercentage']))
    }
    const isWhole = shares.size > 1 && [...shares.values()].reduce((sum, part) => sum + part, 0) === 100
    return {
      name: f['Name'],
      account: f['AccountId'] === null ? null : 'Northwind Traders',
      status: f['IsWon'] === true ? 'won' : f['IsClosed'] === true ? 'lost' : 'open',
      amount: f['Amount'] === null ? null : { minor: minorOf(Number(f['Amount']), currency), currency },
      stage: f['StageName'] === 'Proposal' ? 'Proposal / Price Quote' : f['StageName'],
      closes: f['CloseDate'],
      credits: isWhole
        ? [...shares].map(([by, part]) => `${by} ${part / 100}`).sort()
        : [`${repOf(f['OwnerId'])} 1`],
    }
  }
  const callTruth = ({ fields: f }: StandInRow): unknown => {
    if (f['IsClosed'] !== true || (f['TaskSubtype'] !== 'Call' && f['CallDurationInSeconds'] === null))
      return null
    return {
      kind: 'call',
      at: iso(String(f['CompletedDateTime'])),
      seconds: f['CallDurationInSeconds'],
      outcome: 'Connected',
      rep: repOf(f['OwnerId']),
    }
  }
  const meetingTruth = ({ fields: f }: StandInRow): unknown => {
    if (f['IsChild'] === true) return null
    const [start, end] = [iso(String(f['StartDateTime'])), iso(String(f['EndDateTime']))]
    const isAllDay = f['IsAllDayEvent'] === true
    return {
      kind: 'meeting',
      at: isAllDay ? f['ActivityDate'] : start,
      seconds: isAllDay ? null : (Date.parse(end) - Date.parse(start)) / 1000,
      outcome: null,
      rep: repOf(f['OwnerId']),
    }
  }

  const isEmail = ({ fields: f }: StandInRow): boolean =>
    f['TaskSubtype'] === 'Email' && f['CallDurationInSeconds'] === null
  const emailTruth = (row: StandInRow): unknown => {
    const { fields: f } = row
    if (f['IsClosed'] !== true) return null
    const messages = [...(standIn.rows['EmailMessage']?.values() ?? [])]
    const message = messages.find(({ fields }) => fields['ActivityId'] === row.id)?.fields
    const cameIn = message?.['ReplyToEmailMessageId'] === null ? 'incoming email' : 'reply'
    return {
      kind: message?.['Incoming'] === true ? cameIn : 'email',
      at: iso(String(f['CompletedDateTime'])),
      seconds: undefined,
      outcome: null,
      rep: repOf(f['OwnerId']),
    }
  }

  return {
    vendor: 'salesforce',
    url: standIn.url,
    reads: ['deals', 'calls', 'meetings', 'emails'],
    keys: goodKeys,
    address: 'northwind.my.salesforce.com',
    standIn,
    people,
    splitTypes,
    touched,
    edit,
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one(['limit', 'page', 'broken', 'cut', 'expired', 'half', 'part-broken', 'timeout'] as const),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.lagMs = 0
      standIn.mostRows = 2000
      standIn.mostChildren = 200
      standIn.skewMs = 0
    },
    sendEmail: (dice) =>
      put('Task', {
        ...newCall(dice),
        TaskSubtype: 'Email',
        IsClosed: true,
        CallDurationInSeconds: null,
      }),
    signIn: (isTaken) => {
      standIn.faults.length = 0
      standIn.refusal = isTaken
        ? null
        : { error: 'invalid_client', error_description: 'invalid client credentials' }
      standIn.tokens.clear()
    },
    fill: (dice) => {
      for (let made = 0; made < 120; made++) make(dice)
      // One before the months that are read, and open still; one deleted, and won.
      standIn.put('Opportunity', { ...newDeal(dice), StageName: 'Proposal', CloseDate: '2024-02-29' })
      standIn.remove('Opportunity', standIn.put('Opportunity', { ...newDeal(dice), StageName: won }))
      isFilled = true
    },
    truth: () => {
      const all = new Map<string, unknown>()
      const add = (object: string, truthOf: (row: StandInRow) => unknown): void => {
        for (const row of standIn.rows[object]?.values() ?? []) {
          const truth = row.fields['IsDeleted'] === true ? null : truthOf(row)
          if (truth !== null) all.set(`${nameOf[object]}:${row.id}`, truth)
        }
      }
      add('Opportunity', dealTruth)
      add('Task', callTruth)
      for (const row of standIn.rows['Task']?.values() ?? []) {
        const truth = isEmail(row) && row.fields['IsDeleted'] !== true ? emailTruth(row) : null
        if (truth !== null) all.set(`email:${row.id}`, truth)
      }
      add('Event', meetingTruth)
      return all
    },
    seen: (fact: Fact) => {
      if (fact.type === 'activity')
        return {
          kind: fact.kind,
          at: fact.at,
          seconds: fact.durationSeconds,
          outcome: fact.outcome ?? null,
          rep: fact.credits[0]?.rep,
        }
      const closes = (fact.status === 'open' ? fact.expectedCloseOn : fact.closedAt) ?? null
      return {
        name: fact.name,
        account: fact.account ?? null,
        status: fact.status,
        amount: fact.amount ?? null,
        stage: fact.stage,
        closes: closes === null || closes.length === 10 ? closes : dateInNewYork(closes),
        credits: fact.credits.map(({ rep, share }) => `${rep} ${share ?? 1}`).sort(),
      }
    },
    close: standIn.close,
  }
}
