// Takeovers that nobody sees, drawn and laid out while the wall is idle: the first real one then finds its code compiled and
// its letters in their sizes, and is ready within the moment that the feed tells of it ahead.
import type { CelebrationLook } from '../../../shared/wire/celebrations/rule.ts'
import type { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'

const face = { name: 'Nora Qvist', short: 'Nora Q.', initials: 'NQ', hue: 0, photo: null }
const standing = { value: 1, goal: 2, attainment: 0.5, pace: 1, state: null }
const metric = {
  id: 'a',
  name: 'A',
  noun: 'A',
  objective: 'A',
  unit: 'money',
  indicator: 'output',
  better: 'higher',
} as const
/** As many as stand side by side, so that none is the first of its kind. */
const people = Array.from({ length: 8 }, () => ({ face, standing, isNew: false }))
const ms = 14_000

/** One that takes up whatever a takeover may show. `startsAt` on the feed's clock, epoch ms. */
const celebrationOf = (look: CelebrationLook, startsAt: number): CelebrateMessage => ({
  id: `rehearsal ${look}`,
  startsAt,
  ms,
  view: {
    look,
    title: 'A',
    people: look === 'big-deal' ? people.slice(0, 1) : people,
    morePeople: 1,
    metric,
    figure: { value: 1, line: 1, unit: 'money' },
    window: 'A',
    deal: {
      amount: { value: 10_000_000, unit: 'money' },
      account: 'A',
      product: 'A',
      helpers: [{ face, role: 'assist' }],
    },
    team: { name: 'A', metric, before: { ...standing, value: 0 }, after: standing },
    ladder: [true, false].map((reached) => ({ line: 1, unit: 'money', reward: 'A', reached })),
    message: null,
    messageBy: null,
    word: { text: 'A', from: face, title: null, at: startsAt },
    media: null,
    merged: [],
  },
  sound: null,
  isTest: false,
  silent: true,
})

/** Each of them draws in another way. */
const looks = ['big-deal', 'goal-reached', 'team-threshold', 'big-deal'] as const

export const rehearsals = (startsAt: number): readonly CelebrateMessage[] =>
  looks.map((look) => celebrationOf(look, startsAt))
