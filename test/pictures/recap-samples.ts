// Recaps with much in them, and with names as long as names get.

import { createFloorModel } from '../../shared/domain/counting/floor-model.ts'
import type { Announced } from '../../shared/domain/metric-changes/announced.ts'
import { createChangeWords } from '../../shared/domain/metric-changes/change-words.ts'
import { leaderRecapWords } from '../../shared/domain/recaps/leader-recap-words.ts'
import { managerRecapWords } from '../../shared/domain/recaps/manager-recap-words.ts'
import type { RecapDocument } from '../../shared/domain/recaps/recap-document.ts'
import type { RecapNumber } from '../../shared/domain/recaps/recap-numbers.ts'
import { createPhrases, type Phrases } from '../../shared/domain/recaps/recap-phrases.ts'
import { repRecapWords } from '../../shared/domain/recaps/rep-recap-words.ts'
import { floorOf } from '../../shared/domain/test-support/test-floor.ts'
import { parseDay } from '../../shared/domain/time/calendar-date.ts'
import { createFormat } from '../../shared/domain/words/format.ts'
import type { ViewMetric } from '../../shared/wire/view-parts.ts'

const phrases = (locale: string): Phrases => {
  const format = createFormat({ locale, currency: 'USD' })
  const model = createFloorModel(floorOf({ floor: { locale }, roles: [{ id: 'sdr', name: 'SDR' }] }))
  return createPhrases(format, locale, createChangeWords(model, format, parseDay('2026-11-23')))
}

const changes: readonly Announced[] = [
  {
    ...{ what: 'changed', version: 7, metric: 'talks', name: 'Conversations', unit: 'count', goal: null },
    ...{
      objective: 'How many real talks?',
      from: parseDay('2026-12-01'),
      was: 'a',
      is: 'b',
      keepsPast: true,
      sourcesSince: null,
    },
    why: 'Calls of less than three minutes told us nothing.',
  },
  {
    ...{ what: 'changed', version: 8, metric: 'dials', name: 'Dials', unit: 'count', objective: 'How many?' },
    goal: { window: 'day', subject: { kind: 'role', id: 'sdr' } },
    ...{ from: parseDay('2026-11-19'), why: null, was: 30, is: 40, keepsPast: false, sourcesSince: null },
  },
]

const metric = (name: string, unit: ViewMetric['unit'] = 'count'): ViewMetric => ({
  ...{ id: name, name, noun: name, objective: name, unit },
  ...{ indicator: 'input', better: 'higher' },
})
const number = (
  of: ViewMetric,
  value: number,
  goal: number | null = null,
  more: object = {},
): RecapNumber => ({
  ...{ metric: of, value, goal, attainment: goal === null ? null : value / goal },
  ...{ pace: goal, state: null, window: 'Week of Nov 16', before: null },
  ...more,
})

const dials = metric('Dials')
const held = metric('Meetings held')
const won = metric('Closed won', 'money')
const longest = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

export const repSample = (locale: string): RecapDocument =>
  repRecapWords(
    {
      name: 'Priya Raman',
      week: 'Week of Nov 16',
      changes,
      numbers: [
        number(dials, 214, 240),
        number(held, 9, 8),
        number(metric('Pipeline created', 'money'), 0, 12_000_000),
        number(metric('Conversation rate', 'percent'), 0.183),
      ],
      goals: [
        number(won, 41_200_000, 60_000_000, { pace: 38_000_000, state: 'on pace', window: 'Q4 2026' }),
        number(held, 21, 40, { pace: 30, state: 'behind', window: 'November 2026' }),
      ],
      wins: [
        { account: 'Northwind Traders', amountMinor: 18_200_000, helped: false },
        { account: longest, amountMinor: 4_000_000, helped: true },
        { account: null, amountMinor: null, helped: false },
      ],
      thanks: [
        {
          text: 'Northwind was lost twice before you took it.\nThat is how it is done.',
          from: 'Dana Whitfield',
          title: 'VP Sales',
          occasion: 'Big deal',
        },
        { text: 'כל הכבוד, Priya!', from: 'נועה לוי', title: null, occasion: 'First deal' },
      ],
      team: { name: 'Enterprise', numbers: [number(dials, 1812, 1900), number(won, 96_000_000, 90_000_000)] },
    },
    phrases(locale),
  ).document

const things = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: index === 0 ? `${longest} <b>Rollout</b>` : `Brightwater, phase ${index}`,
    owner: index === 1 ? 'Joséphine Delacroix-Whitfield' : 'Marcus Oyelaran',
    says: 'It was to close on Nov 13.',
  }))

export const managerSample = (locale: string): RecapDocument =>
  managerRecapWords(
    {
      changes: [],
      week: locale.startsWith('de') ? 'Woche vom 16. Nov.' : 'Week of Nov 16',
      teams: [{ name: 'Enterprise', numbers: [number(held, 31, 40), number(won, 96_000_000, 90_000_000)] }],
      goals: [
        {
          name: 'Enterprise',
          numbers: [
            number(won, 312_000_000, 500_000_000, { pace: 290_000_000, state: 'on pace', window: 'Q4 2026' }),
          ],
        },
      ],
      people: [
        {
          name: 'Priya Raman',
          steps: [
            { metric: dials, planned: 239.6, done: 214 },
            { metric: held, planned: 7.8, done: 9 },
          ],
        },
        {
          name: 'Joséphine Delacroix-Whitfield',
          steps: [
            { metric: dials, planned: 120, done: 131 },
            { metric: won, planned: 12_345_678, done: 0 },
          ],
        },
      ],
      off: [{ rule: 'Close date passed', count: 6, things: things(4) }],
      flags: [
        {
          rule: 'Busy, not productive',
          count: 1,
          things: [
            {
              title: 'Tom Beck',
              owner: 'Tom Beck',
              says: '412 dials on 10 working days. Meetings booked: 1; at their own rate it would be about 6.2.',
            },
          ],
        },
      ],
    },
    phrases(locale),
  ).document

export const leaderSample = (locale: string): RecapDocument =>
  leaderRecapWords(
    {
      grain: 'month',
      changes: [],
      period: 'October 2026',
      floor: 'Northlight Software',
      numbers: [
        number(won, 212_000_000, 200_000_000, { before: 187_000_000 }),
        number(metric('Win rate', 'percent'), 0.24, null, { before: 0.22 }),
      ],
      teams: [
        { name: 'Enterprise', numbers: [number(won, 140_000_000, 120_000_000)] },
        { name: longest, numbers: [number(won, 72_000_000, 80_000_000)] },
      ],
      lifetimes: [
        {
          ...{ team: 'enterprise', name: 'Enterprise', open: 5, longest: 9e8, mended: 12, median: 2.1e8 },
          ...{ written: { mended: 6, median: 1e8 }, cameBack: 1 },
        },
        {
          ...{ team: null, name: null, open: 1, longest: 9e8, mended: 0, median: null },
          ...{ written: { mended: 0, median: null }, cameBack: 0 },
        },
      ],
    },
    phrases(locale),
  ).document
