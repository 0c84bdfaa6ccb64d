// The celebration of the pictures.
import type { CelebrationView } from '../../../shared/wire/celebrations/view.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { pictureTime } from './floor.ts'
import { face, standing } from './people.ts'

export const revenue: ViewMetric = {
  id: 'revenue',
  name: 'Closed-won revenue',
  noun: 'revenue',
  objective: 'revenue',
  unit: 'money',
  indicator: 'output',
  better: 'higher',
}

/** Before anything is said of it. */
export const nothingYet: CelebrationView = {
  look: 'big-deal',
  title: 'Big deal',
  people: [],
  morePeople: 0,
  metric: null,
  figure: null,
  window: null,
  deal: null,
  team: null,
  ladder: [],
  message: null,
  messageBy: null,
  word: null,
  media: null,
  merged: [],
}

export const wordOf = (text: string): NonNullable<CelebrationView['word']> => ({
  text,
  from: face('Dana Whitfield', 7),
  title: 'VP Sales',
  at: pictureTime - 60_000,
})

export const bigDeal: CelebrationView = {
  ...nothingYet,
  people: [{ face: face('Priya Raman', 0), standing: null, isNew: false }],
  deal: {
    amount: { value: 18_200_000, unit: 'money' },
    account: 'Northwind Traders',
    product: 'Platform, 3-year',
    helpers: [
      { face: face('Hana Sato', 6), role: 'assist' },
      { face: face('Grace Lindqvist', 4), role: 'owner' },
    ],
  },
  team: {
    name: 'Enterprise team',
    metric: revenue,
    before: standing(210_000_000, 275_000_000),
    after: standing(228_200_000, 275_000_000),
  },
  word: wordOf('Eleven weeks of patient work. Well done, Priya.'),
}
