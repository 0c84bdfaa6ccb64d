// Leaders' words in the states that somebody has looked at.
import type { FromTheTopView, TopWordRow } from '../../../shared/wire/boards/from-the-top-board.ts'
import { k, pictureTime } from '../samples/floor.ts'
import { awkwardNames, face } from '../samples/people.ts'

const hour = 3_600_000

const word = (name: string, hue: number, text: string, part: Partial<TopWordRow> = {}): TopWordRow => ({
  ...face(name, hue),
  place: 0,
  text,
  jobTitle: 'VP Sales',
  at: pictureTime - 3.8 * hour,
  people: [face('Priya Raman', 0)],
  names: ['Priya Raman'],
  occasion: 'Big deal',
  account: 'Northwind Traders',
  amount: 182 * k,
  helpers: ['Hana Sato', 'Grace Lindqvist'],
  ...part,
})

const board = (id: string, rows: readonly TopWordRow[]): FromTheTopView => ({
  id,
  kind: 'from-the-top',
  title: 'From the top',
  scope: 'Northwind',
  window: { start: '2026-11-20', end: '2026-11-21', label: 'Today', progress: '' },
  changedAt: rows[0]?.at ?? null,
  awaits: null,
  rows: Object.fromEntries(rows.map((row, place) => [`w${place}`, { ...row, place }])),
})

const long =
  'Eleven weeks, three security reviews, two changes of who signs, and not one shortcut. What I want everybody to take from this one is how Priya wrote down after each call what she had promised, and then did it, line by line, until there was nothing left to ask for. Well done, Priya.'

export const views: readonly FromTheTopView[] = [
  board('from-the-top', [
    word('Dana Kowalczyk', 4, 'Eleven weeks, three security reviews, not one shortcut. Well done, Priya.'),
  ]),
  board('from-the-top-short', [word('Dana Whitfield', 4, 'Superb.', { jobTitle: null, helpers: [] })]),
  board('from-the-top-long', [word('Dana Whitfield', 4, long)]),
  board('from-the-top-team', [
    word('Kim Park', 5, 'The whole team over the line, four days early.', {
      jobTitle: 'CEO',
      people: [],
      names: ['Enterprise'],
      occasion: 'Team threshold',
      account: null,
      amount: null,
      helpers: [],
    }),
  ]),
  board('from-the-top-none', []),
  board('from-the-top-awkward', [
    word(
      awkwardNames[0] ?? '',
      0,
      '季度启动会将于星期一上午八点半在大会议室举行，请带上一个需要帮助的商机。',
      {
        jobTitle: 'Senior Executive Vice President of Sales and Customer Success, Europe and Africa',
        people: awkwardNames.map((name, hue) => face(name, hue)),
        account: 'The Worshipful Company of Makers of Playing Cards, Incorporated, of Delaware',
        amount: 1e9 * 100,
        helpers: awkwardNames,
      },
    ),
  ]),
]
