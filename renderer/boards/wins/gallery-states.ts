// The latest wins in the states that somebody has looked at.
import type { WinHelper, WinRow, WinsView } from '../../../shared/wire/boards/wins-board.ts'
import { awkwardNames, face } from '../samples/people.ts'

const k = 100_000
const hour = 3_600_000
/** Friday, 2:41 PM in New York. */
const now = Date.UTC(2026, 10, 20, 19, 41, 12)

const helper = (name: string, part: Partial<WinHelper> = {}): WinHelper => ({
  id: name,
  name,
  short: face(name, 0).short,
  share: null,
  role: 'assist',
  ...part,
})

const won = (
  name: string,
  hue: number,
  account: string | null,
  amountK: number | null,
  hoursAgo: number,
  part: Partial<WinRow> = {},
): WinRow => ({
  ...face(name, hue),
  place: 0,
  account,
  amount: amountK === null ? null : amountK * k,
  at: now - hoursAgo * hour,
  wholeDay: false,
  first: false,
  helpers: [],
  moreHelpers: 0,
  word: null,
  ...part,
})

const wins = (id: string, rows: readonly WinRow[], biggest: number | null): WinsView => ({
  id,
  kind: 'wins',
  title: 'Latest wins',
  scope: 'Northwind',
  window: { start: '2026-11-07', end: '2026-11-21', label: 'Last 14 days', progress: '' },
  changedAt: rows.length === 0 ? null : now - 12 * 60_000,
  awaits: null,
  rows: Object.fromEntries(rows.map((row, place) => [`w${place}`, { ...row, place }])),
  biggest: biggest === null ? null : `w${biggest}`,
  deals: rows.length,
  total: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  refunds: 0,
})

const ordinary = [
  won('Marcus Oyelaran', 1, 'Brightwater Foods', 48, 0.2, { helpers: [helper('Hana Sato')] }),
  won('Grace Lindqvist', 4, 'Alder & Finch', 12.4, 1.4, { first: true }),
  won('Priya Raman', 0, 'Northwind Traders', 182, 3.2, {
    helpers: [helper('Hana Sato'), helper('Tomás Herrera')],
  }),
  won('Elena Voss', 2, 'Kestrel Logistics', 96, 22, {
    helpers: [helper('Devon Achebe', { share: 0.4, role: 'owner' })],
  }),
  won('Tomás Herrera', 3, 'Castellan Insurance Group', 31.5, 27),
  won('Hana Sato', 6, 'Orchard Street Clinics', 7.9, 49, {
    first: true,
    helpers: [helper('Ruben Castellanos')],
  }),
  won('Ruben Castellanos', 7, 'Meridian Rail', 54, 72),
]

const accounts = [
  'Brightwater Foods',
  'Alder & Finch',
  'Kestrel Logistics',
  'Meridian Rail',
  'Orchard Clinics',
]
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    won(`Person Number ${index + 1}`, index, accounts[index % 5] ?? null, 5 + ((index * 37) % 90), index * 7),
  )

const awkward = awkwardNames.map((name, index) =>
  won(
    name,
    index,
    [
      'The Worshipful Company of Makers of Playing Cards, Incorporated, of Delaware',
      '株式会社大阪総合商社ホールディングス',
      'شركة الأنصاري للتجارة والمقاولات',
      null,
    ][index % 4] ?? null,
    [1e7, 0, null, -12, 1e6, 0.05, 412, 99.95][index] ?? null,
    index * 9,
    {
      first: index % 2 === 0,
      wholeDay: index % 3 === 0,
      helpers: awkwardNames
        .slice(0, index % 4)
        .map((each) => helper(each, index % 2 ? {} : { share: 0.125 })),
      moreHelpers: index === 3 ? 12 : 0,
    },
  ),
)

export const views: readonly WinsView[] = [
  wins('wins', ordinary, 2),
  wins('wins-many', many(24), 4),
  wins('wins-none', [], null),
  wins('wins-one', [won('Grace Lindqvist', 4, 'Alder & Finch', 12.4, 1.4, { first: true })], 0),
  wins('wins-two', ordinary.slice(1, 3), 1),
  wins(
    'wins-monday',
    ordinary.slice(3).map((row) => ({ ...row, at: row.at - 48 * hour, wholeDay: true })),
    null,
  ),
  wins(
    'wins-all-tied',
    ordinary.map((row) => ({ ...row, amount: 20 * k, at: now - hour, wholeDay: true })),
    6,
  ),
  wins(
    'wins-words',
    ordinary.map((row, index) =>
      index % 2 === 1
        ? row
        : {
            ...row,
            word: {
              text: 'Eleven weeks, three security reviews, not one shortcut. Well done.',
              from: 'Dana W.',
            },
          },
    ),
    2,
  ),
  wins(
    'wins-unknown',
    ordinary.map((row) => ({ ...row, amount: null, account: null })),
    null,
  ),
  wins('wins-awkward', awkward, 0),
  wins('wins-awkward-big', awkward, 7),
]
