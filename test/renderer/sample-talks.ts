// What a rep and their manager wrote down, as the tests of the console's pages begin with it.
import type { AgreedAction, Note, StepSince, TalksAnswer } from '../../shared/wire/coaching-talks.ts'
import { chainMetrics } from './sample-coaching.ts'

const [, conversations, meetings] = chainMetrics
if (!conversations || !meetings) throw new Error('no metrics')

/** Friday, 20 November, ten in the morning in UTC. */
export const talkedAt = Date.UTC(2026, 10, 20, 10)

export const became: StepSince = {
  metric: meetings,
  from: conversations,
  counted: { made: meetings, from: conversations },
  isShare: true,
  before: { made: 22, from: 98, attempts: 98, value: 22 / 98 },
  since: { made: 40, from: 60, attempts: 60, value: 40 / 60 },
  interval: { low: 0.541, high: 0.773 },
  verdict: 'better',
}

export const action = (more: Partial<AgreedAction> = {}): AgreedAction => ({
  id: 'ask-earlier',
  at: talkedAt,
  by: 'Dana Whitfield',
  isOwn: true,
  version: 1,
  what: 'Ask for the meeting earlier',
  dueOn: '2026-12-04',
  isOverdue: false,
  done: null,
  step: { metric: meetings, from: conversations },
  became,
  ...more,
})

export const note = (more: Partial<Note> = {}): Note => ({
  id: 'two-ended',
  at: talkedAt,
  by: 'Dana Whitfield',
  isOwn: true,
  version: 1,
  text: 'Two ended with “send me something”.',
  changedAt: null,
  ...more,
})

export const sampleTalks = (more: Partial<TalksAnswer> = {}): TalksAnswer => ({
  notes: [note()],
  actions: [action()],
  oneToOnes: [],
  mayCoach: true,
  mayErase: false,
  ...more,
})
