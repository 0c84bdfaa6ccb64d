// A takeover that nobody sees, drawn once while the wall is idle: the first real one then finds its code compiled, and is
// ready within the moment that the feed tells of it ahead.
import type { ReactNode } from 'react'
import type { CelebrationView } from '../../../shared/wire/celebrations/view.ts'
import { Takeover } from './takeover/takeover.tsx'

const face = { name: 'A', short: 'A', initials: 'A', hue: 0, photo: null }
const standing = { value: 1, goal: 2, attainment: 0.5, pace: 1, state: null }
const view: CelebrationView = {
  look: 'big-deal',
  title: 'A',
  people: [{ face, standing, isNew: false }],
  morePeople: 0,
  metric: null,
  figure: null,
  window: null,
  deal: {
    amount: { value: 10_000_000, unit: 'money' },
    account: 'A',
    product: 'A',
    helpers: [{ face, role: 'assist' }],
  },
  team: null,
  ladder: [],
  message: null,
  messageBy: null,
  word: { text: 'A', from: face, title: null, at: 0 },
  media: null,
  merged: [],
}
const ms = 14_000
/** It never begins. */
const aheadMs = 3_600_000

export const rehearsal = (running: number): ReactNode => (
  <div hidden>
    <Takeover
      message={{ startsAt: aheadMs, ms, view, isTest: false }}
      clock={{ startedAt: running + aheadMs }}
    />
  </div>
)
