// The thank-you wall in the states that somebody has looked at.
import type { ThanksRow, ThanksView } from '../../../shared/wire/boards/thanks-board.ts'
import { pictureTime } from '../samples/floor.ts'
import { awkwardNames, face } from '../samples/people.ts'

const hour = 3_600_000

const said = (
  [helper, helperHue]: readonly [string, number],
  [helped, helpedHue]: readonly [string, number],
  words: string,
  hoursAgo: number,
  part: Partial<ThanksRow> = {},
): ThanksRow => ({
  ...face(helper, helperHue),
  place: 0,
  helped: face(helped, helpedHue),
  words,
  account: null,
  at: pictureTime - hoursAgo * hour,
  ...part,
})

const board = (id: string, rows: readonly ThanksRow[]): ThanksView => ({
  id,
  kind: 'thanks',
  title: 'Thank you',
  scope: 'Northwind',
  window: { start: '2026-11-07', end: '2026-11-21', label: 'Last 14 days', progress: '' },
  changedAt: rows[0]?.at ?? null,
  awaits: null,
  rows: Object.fromEntries(rows.map((row, place) => [`t${place}`, { ...row, place }])),
  given: rows.length,
  helping: new Set(rows.map(({ name }) => name)).size,
})

const ordinary = [
  said(
    ['Hana Sato', 6],
    ['Priya Raman', 0],
    'Found the second signature two hours before the board met. I would still be waiting.',
    0.4,
    { account: 'Northwind Traders' },
  ),
  said(['Devon Achebe', 5], ['Elena Voss', 2], 'Sat in on my demo and took the security questions.', 3.2, {
    account: 'Kestrel Logistics',
  }),
  said(
    ['Grace Lindqvist', 4],
    ['Tomás Herrera', 3],
    'Listened to four of my calls and told me the truth.',
    22,
  ),
  said(['Ruben Castellanos', 7], ['Marcus Oyelaran', 1], 'Gave me his contact at Meridian Rail.', 27, {
    account: 'Meridian Rail',
  }),
]

const long =
  'Rewrote the whole proposal with me on Sunday night, line by line, until the general counsel had nothing left that she could still ask for.'

const words = [
  '季度启动会将于星期一上午八点半在大会议室举行，请带上一个需要帮助的商机。',
  'ساعدني في إعداد العرض قبل الاجتماع بساعة واحدة فقط',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf, und das an einem Freitag.',
  '🙏🚀',
]

const awkward = awkwardNames.slice(0, 8).map((name, index) =>
  said([name, index], [awkwardNames[(index + 3) % 8] ?? '', index + 3], words[index % 4] ?? '', index * 30, {
    account:
      index % 2 === 0 ? 'The Worshipful Company of Makers of Playing Cards, Incorporated, of Delaware' : null,
  }),
)

export const views: readonly ThanksView[] = [
  board('thanks', ordinary),
  board('thanks-one', ordinary.slice(0, 1)),
  board('thanks-two', ordinary.slice(0, 2)),
  board('thanks-three', ordinary.slice(0, 3)),
  board('thanks-none', []),
  board(
    'thanks-quiet',
    ordinary.map((row, index) => (index === 0 ? { ...row, quiet: true } : row)),
  ),
  board(
    'thanks-long',
    ordinary.map((row) => ({ ...row, words: long, account: 'Castellan Insurance Group' })),
  ),
  board(
    'thanks-many',
    Array.from({ length: 6 }, () => ordinary)
      .flat()
      .map((row, index) => ({ ...row, at: pictureTime - index * 9 * hour })),
  ),
  board('thanks-awkward', awkward),
]
