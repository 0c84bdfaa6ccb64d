// Celebrations that somebody has looked at, made by hand as the feed would send them.
import { CelebrationView } from '../../../shared/wire/celebrations/view.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { bigDeal, nothingYet, revenue, wordOf } from '../../boards/samples/celebration.ts'
import { awkwardNames, face, standing } from '../../boards/samples/people.ts'

export interface CelebrationState {
  readonly id: string
  readonly view: CelebrationView
  readonly ms: number
}

const dials: ViewMetric = {
  ...revenue,
  id: 'dials',
  name: 'Dials',
  noun: 'dials',
  unit: 'count',
  indicator: 'input',
}
const meetings: ViewMetric = { ...dials, id: 'meetings', name: 'Meetings held', noun: 'meetings' }
const accepted: ViewMetric = {
  ...dials,
  id: 'accepted',
  name: 'Accepted opportunities',
  noun: 'opportunities',
  indicator: 'output',
}

type Person = CelebrationView['people'][number]
const person = (
  name: string,
  hue: number,
  value: number | null = null,
  goal: number | null = null,
  isNew = false,
): Person => ({
  face: face(name, hue),
  standing: value === null ? null : standing(value, goal),
  isNew,
})
const helper = (name: string, hue: number, role: 'owner' | 'assist' = 'assist') => ({
  face: face(name, hue),
  role,
})

const withPhoto = (view: CelebrationView, photo: string): CelebrationView => ({
  ...view,
  people: view.people.map((each) => ({ ...each, face: { ...each.face, photo } })),
})

const longest =
  'Zusammenführung der europäischen Niederlassungen der Brightwater Foods International Holding, Phase 2'

const state = (id: string, view: CelebrationView, ms = 14_000): CelebrationState => ({
  id,
  view: CelebrationView.parse(view),
  ms,
})

export const celebrationStates: readonly CelebrationState[] = [
  state('big-deal', bigDeal),
  state('big-deal-no-word', {
    ...bigDeal,
    word: null,
    team: null,
    deal: {
      ...bigDeal.deal,
      account: 'Northwind Traders',
      amount: { value: 18_200_000, unit: 'money' },
      product: null,
      helpers: [],
    },
  }),
  state('big-deal-awkward', {
    ...bigDeal,
    title: 'Größter Abschluss des Quartals',
    people: [person(awkwardNames[0] ?? '', 3)],
    deal: {
      amount: { value: 123_456_789_000, unit: 'money' },
      account: longest,
      product: longest,
      helpers: awkwardNames.map((name, at) => helper(name, at)),
    },
    team: {
      name: longest,
      metric: revenue,
      before: standing(210_000_000_000, 275_000_000_000),
      after: standing(333_456_789_000, 275_000_000_000),
    },
    word: wordOf(
      'Eleven weeks, three security reviews and not one shortcut: the whole floor could learn from how you kept everybody at the table, answered what nobody had asked yet, and never once promised what we could not keep. Well done, Priya, and thank you to all who made it possible.',
    ),
  }),
  state('big-deal-photo', withPhoto(bigDeal, '/media/tall.jpg')),
  state('big-deal-picture', { ...bigDeal, media: { kind: 'picture', address: '/media/hills.jpg' } }),
  state('big-deal-film', { ...bigDeal, media: { kind: 'video', address: '/media/ball.webm' } }),
  state('big-deal-broken-film', { ...bigDeal, media: { kind: 'video', address: '/media/broken.webm' } }),
  state('record', {
    ...nothingYet,
    look: 'record',
    title: 'Personal best',
    people: [person('Tomás Herrera', 3, 9400, 8000)],
    metric: dials,
    figure: { value: 94, line: 81, unit: 'count' },
    window: 'Today',
  }),
  state('goal-reached', {
    ...nothingYet,
    look: 'goal-reached',
    title: 'Goal reached',
    metric: meetings,
    window: 'Today',
    people: [
      person('Hana Sato', 6, 62, 60),
      person('Tomás Herrera', 3, 31, 30),
      person('陈美玲', 5, 9, 8),
      person('Elena Voss', 2, 12, 12),
    ],
  }),
  state('goal-reached-one', {
    ...nothingYet,
    look: 'goal-reached',
    title: 'Goal reached',
    metric: revenue,
    window: 'November',
    people: [person('Hana Sato', 6, 30_400_000, 30_000_000)],
  }),
  state('goal-reached-awkward', {
    ...nothingYet,
    look: 'goal-reached',
    title: 'Goal reached',
    metric: revenue,
    window: 'November',
    people: [...awkwardNames, 'Hana Sato', 'Elena Voss'].map((name, at) =>
      person(name, at, 123_456_789_000 + at, 100_000_000_000),
    ),
    morePeople: 3,
  }),
  state('team-threshold', {
    ...nothingYet,
    look: 'team-threshold',
    title: 'Team threshold',
    metric: accepted,
    window: 'November',
    people: [
      'Ruben Castellanos',
      'Arjun Gill',
      'Hana Sato',
      'Nora Lindgren',
      'Devon Achebe',
      'João Duarte',
      '陈美玲',
      'Amira Haddad',
      'Grace Lindqvist',
    ].map((name, at) => person(name, at)),
    figure: { value: 121, line: 120, unit: 'count' },
    team: {
      name: 'Sales development',
      metric: accepted,
      before: standing(119, 140),
      after: standing(121, 140),
    },
    ladder: [
      { line: 80, unit: 'count', reward: 'Team lunch', reached: true },
      { line: 100, unit: 'count', reward: 'Home at 3 PM', reached: true },
      { line: 120, unit: 'count', reward: 'Friday off', reached: true },
      { line: 140, unit: 'count', reward: 'Lake day', reached: false },
    ],
  }),
  state('team-threshold-everybody', {
    ...nothingYet,
    look: 'team-threshold',
    title: 'Everybody over their goal',
    metric: meetings,
    window: 'November',
    people: awkwardNames.map((name, at) => person(name, at)),
    morePeople: 4,
  }),
  state('streak', {
    ...nothingYet,
    look: 'streak',
    title: 'Streak',
    metric: dials,
    window: 'Today',
    people: [person('Grace Lindqvist', 4, 62, 60)],
    figure: { value: 62, line: 60, unit: 'count' },
    streak: 10,
  }),
  state('recognition', {
    ...nothingYet,
    look: 'recognition',
    title: 'Team player of the month',
    people: [person('Devon Achebe', 5)],
    message: 'Stayed until nine to get a colleague’s demo running. Twice.',
    messageBy: 'Siobhán Ní Bhraonáin',
  }),
  state('recognition-many', {
    ...nothingYet,
    look: 'recognition',
    title: 'Welcome',
    people: awkwardNames.map((name, at) => person(name, at)),
    message: 'Their first day.',
  }),
  state('quiet', { ...bigDeal, look: 'quiet' }),
  state('quiet-away', {
    ...nothingYet,
    look: 'quiet',
    title: 'While we were away',
    merged: [
      { title: 'Big deal', name: 'Priya Raman, $182,000' },
      { title: 'Big deal', name: 'Marcus Oyelaran, $96,000' },
      { title: 'Goal reached', name: 'Hana Sato' },
      { title: 'Goal reached', name: awkwardNames[0] ?? '' },
      { title: 'Streak', name: 'Grace Lindqvist' },
      { title: 'Record', name: '陈美玲' },
      { title: 'Record', name: 'Elena Voss' },
    ],
  }),
]

export const celebrationStateNamed = (id: string): CelebrationState | undefined =>
  celebrationStates.find((each) => each.id === id)
