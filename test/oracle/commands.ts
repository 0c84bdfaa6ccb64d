// What can happen to a floor: sources write and withdraw, managers edit the floor file, time passes, the feed restarts.
import fc from 'fast-check'
import { Fact, type FactVersion } from '../../shared/wire/fact.ts'
import type { Board } from '../../shared/wire/floor.ts'
import { parseWindow } from '../../shared/wire/window.ts'
import { boards } from './boards.ts'
import { startIn } from './calendar.ts'
import {
  breakdowns,
  type FloorParts,
  floorParts,
  metricIds,
  personIds,
  roleIds,
  teamIds,
  turningDates,
  windows,
  zones,
} from './floors.ts'
import type { FieldQuestion, Question } from './oracle.ts'

const hour = 3_600_000

/** Around the midnights and the clock changes that floors turn on, in the zones that they hang their clocks in. */
const instantMs = fc
  .tuple(
    fc.constantFrom(...turningDates),
    fc.constantFrom(...zones),
    fc.oneof(
      fc.constantFrom(-1, 0, 1, -hour, hour, 2 * hour, 2.5 * hour, 24 * hour - 1),
      fc.integer({ min: -10 * 24 * hour, max: 20 * 24 * hour }),
    ),
  )
  .map(([date, zone, shift]) => startIn(zone, date) + shift)

const instant = instantMs.map((ms) => new Date(ms).toISOString())
const plainDate = fc.oneof(
  fc.constantFrom(...turningDates),
  instant.map((text) => text.slice(0, 10)),
)
const when = fc.oneof({ weight: 3, arbitrary: instant }, { weight: 1, arbitrary: plainDate })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 })

const rep = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<string>(...personIds) },
  { weight: 2, arbitrary: fc.constantFrom('Ana@FLOOR.test ', 'bo@floor.test') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u200fANA@floor.test',
      'bo\u3000',
      'ｂｏ@floor.test',
      '0058d000004abcA',
      '0058d000004abca',
      '0058d000004ABCA',
      'Lima,\u00a0C.',
      'LIMA,  c.',
    ),
  },
  { weight: 1, arbitrary: fc.constant('somebody else') },
)
const role = maybe(fc.constantFrom('owner' as const, 'assist' as const))
const shares = fc.constantFrom([1], [0.5, 0.5], [0.333333, 0.333333, 0.333334], [0.7, 0.3], [0.9, 0.05, 0.05])
const credits = shares.chain((parts) =>
  fc
    .array(fc.record({ rep, role }), { minLength: parts.length, maxLength: parts.length })
    .map((people) => people.map((each, index) => ({ ...each, share: parts[index] ?? 1 }))),
)

const amount = fc.record({
  minor: fc.oneof(fc.integer({ min: -20_000, max: 200_000 }), fc.constantFrom(1, 10, 100_001)),
  currency: fc.constantFrom('USD', 'USD', 'EUR', 'JPY', 'KWD', 'GBP'),
})

/** Of few versions many come late, twice, or in another kind than the one before. */
const version: fc.Arbitrary<FactVersion | null> = fc.option(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '2024-05-01T00:00:00Z',
        '2024-05-01T12:00:00+02:00',
        '2024-05-01T10:00:00.5Z',
        '2024-05-01',
        '2024-06-01',
      ),
    },
  ),
  { freq: 1 },
)

const key = { source: fc.constant('crm'), id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8') }

const activity = fc.record({
  ...key,
  type: fc.constant('activity'),
  kind: fc.constantFrom('call', 'call', 'call\u00a0', 'meeting', 'email', 'Call'),
  at: when,
  durationSeconds: maybe(fc.constantFrom(0, 1, 90.5, 0.1, 600)),
  outcome: maybe(fc.constantFrom('voicemail', 'held')),
  credits,
})

const deal = fc.record({
  ...key,
  type: fc.constant('deal'),
  product: maybe(fc.constantFrom('a', 'b', '\u200eb')),
  amount: maybe(amount),
  stage: maybe(fc.constantFrom('lead', 'demo', 'demo\u3000', 'offer', 'elsewhere')),
  status: fc.constantFrom('open', 'won', 'won', 'lost'),
  createdAt: maybe(when),
  stageEnteredAt: maybe(when),
  expectedCloseOn: maybe(plainDate),
  closedAt: maybe(when),
  lastActivityAt: maybe(when),
  fields: fc.record({ seats: maybe(fc.constantFrom(1, 2.5, 1000)) }),
  credits,
})

const fact = fc.oneof({ weight: 2, arbitrary: activity }, { weight: 3, arbitrary: deal })

/** One thing said differently: what sources mostly do. */
const change = fc.oneof(
  fc.record({ status: fc.constantFrom('open', 'won', 'lost') }),
  fc.record({ amount: maybe(amount) }),
  fc.record({ credits }),
  fc.record({ closedAt: maybe(when) }),
  fc.record({ expectedCloseOn: maybe(plainDate) }),
  fc.record({ stage: fc.constantFrom('lead', 'demo', 'offer') }),
  fc.record({ createdAt: maybe(when) }),
)

export type Command =
  | { readonly do: 'write'; readonly fact: object; readonly version: FactVersion | null }
  | {
      readonly do: 'change'
      readonly id: string
      readonly change: object
      readonly version: FactVersion | null
    }
  | { readonly do: 'withdraw'; readonly id: string; readonly version: FactVersion | null }
  | { readonly do: 'edit'; readonly floor: FloorParts }
  | { readonly do: 'restart' }
  | { readonly do: 'ask'; readonly question: Question }
  | { readonly do: 'ask by field'; readonly question: FieldQuestion }
  | { readonly do: 'look'; readonly board: Board; readonly at: number; readonly historyComing: boolean }

const question: fc.Arbitrary<Question> = fc.record({
  metric: fc.constantFrom(...metricIds),
  window: fc.constantFrom(...windows).map((text) => parseWindow(text) ?? { kind: 'all' as const }),
  by: fc.constantFrom('rep', 'rep', 'team', 'org'),
  at: instantMs,
  team: fc.option(fc.constantFrom<string>(...teamIds), { freq: 3 }),
  role: fc.option(fc.constantFrom<string>(...roleIds), { freq: 3 }),
})

const fieldQuestion: fc.Arbitrary<FieldQuestion> = fc.record({
  metric: fc.constantFrom(...metricIds),
  field: fc.constantFrom(...breakdowns),
  window: fc.constantFrom(...windows).map((text) => parseWindow(text) ?? { kind: 'all' as const }),
  at: instantMs,
  team: fc.option(fc.constantFrom<string>(...teamIds), { freq: 1 }),
})

export const commands: fc.Arbitrary<readonly Command[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), fact, version }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), id: key.id, change, version }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), id: key.id, version }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), floor: floorParts }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('ask' as const), question }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('ask by field' as const), question: fieldQuestion }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        do: fc.constant('look' as const),
        board: boards,
        at: instantMs,
        historyComing: fc.constantFrom(false, false, false, true),
      }),
    },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

/** A fact as a source writes it is checked like any other; a change that makes it none is no change. */
export const parseFact = (value: object): Fact | null => {
  const parsed = Fact.safeParse(value)
  return parsed.success ? parsed.data : null
}

export { instantMs }
