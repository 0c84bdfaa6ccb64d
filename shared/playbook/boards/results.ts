// Boards for results: is the team seeing results? Last, this and next period; each output beside the input behind it.
import { type Group, groupsOf, teamIdOf, teamsSideBySide } from '../groups.ts'
import type { PlaybookRole, Shape } from '../shape.ts'
import { type BoardEntry, type PlaybookBoard, turn } from './playbook-board.ts'

const executiveBoards = ({ slug, name, role, team }: Group): PlaybookBoard[] => {
  const scope = { role: role.id }
  return [
    turn(20, {
      id: `results-${slug}-bookings`,
      kind: 'leaderboard',
      title: `${name} bookings`,
      metric: 'bookings',
      window: 'quarter',
      rankBy: 'attainment',
      pair: { metric: 'meetings-held', window: 'week' },
      goalOf: team,
      scope,
    }),
    turn(20, {
      id: `results-${slug}-pipeline`,
      kind: 'leaderboard',
      title: 'New pipeline',
      metric: 'new-pipeline',
      window: 'quarter',
      rankBy: 'attainment',
      pair: { metric: 'deals-advanced', window: 'week' },
      goalOf: team,
      scope,
    }),
    turn(25, {
      id: `results-${slug}-quarters`,
      kind: 'results',
      title: `Is ${name} seeing results?`,
      metric: 'bookings',
      pipeline: 'closing-this-quarter',
      scope,
    }),
    turn(20, {
      id: `results-${slug}-together`,
      kind: 'team-goal',
      title: 'The quarter, together',
      metric: 'bookings',
      window: 'quarter',
      pair: { metric: 'meetings-held', window: 'week' },
      scope: { team },
    }),
    turn(20, {
      id: `results-${slug}-funnel`,
      kind: 'funnel',
      title: 'Where do we lose them?',
      window: 'quarter',
      scope,
    }),
    turn(20, {
      id: `results-${slug}-race`,
      kind: 'trend-race',
      title: 'The race to the quarter',
      metric: 'bookings',
      window: 'quarter',
      show: 'attainment',
      scope,
    }),
  ]
}

const developerBoards = ({ role, team }: Group): PlaybookBoard[] => {
  const scope = { role: role.id }
  return [
    turn(20, {
      id: 'results-sdr-pipeline',
      kind: 'leaderboard',
      title: 'Sourced pipeline',
      metric: 'sourced-pipeline',
      window: 'quarter',
      rankBy: 'attainment',
      pair: { metric: 'conversations', window: 'week' },
      goalOf: team,
      scope,
    }),
    turn(20, {
      id: 'results-sdr-opportunities',
      kind: 'leaderboard',
      title: 'Opportunities accepted',
      metric: 'opportunities-accepted',
      window: 'month',
      rankBy: 'attainment',
      pair: { metric: 'meetings-booked', window: 'week' },
      goalOf: team,
      scope,
    }),
    turn(25, {
      id: 'results-sdr-quarters',
      kind: 'results',
      title: 'What comes of our work?',
      metric: 'sourced-bookings',
      pipeline: 'closing-this-quarter',
      scope,
    }),
    turn(20, {
      id: 'results-sdr-together',
      kind: 'team-goal',
      title: "This week's meetings, together",
      metric: 'meetings-booked',
      window: 'week',
      thresholds: [
        { at: 15, unlocks: 'Coffee for everybody' },
        { at: 25, unlocks: 'Home at three on Friday' },
      ],
      pair: { metric: 'sourced-pipeline', window: 'quarter' },
      scope: { team },
    }),
    turn(20, {
      id: 'results-sdr-race',
      kind: 'trend-race',
      title: 'The race of the month',
      metric: 'opportunities-accepted',
      window: 'month',
      show: 'attainment',
      scope,
    }),
  ]
}

const ropes = {
  ae: {
    metrics: [
      { metric: 'meetings-held', window: 'week' },
      { metric: 'new-pipeline' },
      { metric: 'bookings' },
    ],
    window: 'quarter',
  },
  sdr: {
    metrics: [
      { metric: 'dials' },
      { metric: 'meetings-booked' },
      { metric: 'sourced-pipeline', window: 'quarter' },
    ],
    window: 'week',
  },
} as const

/** Only for exactly two teams: of three, one would be left out. */
const headToHead = (shape: Shape, role: PlaybookRole): PlaybookBoard[] => {
  const [left, right, ...more] = teamsSideBySide(shape, role)
  if (left === undefined || right === undefined || more.length > 0) return []
  const { metrics, window } = ropes[role]
  const board: BoardEntry = {
    id: `results-${role}-head-to-head`,
    kind: 'head-to-head',
    title: 'Who pulls harder?',
    sides: [left, right],
    metrics: [...metrics],
    window,
    per: 'person',
  }
  return [turn(20, board)]
}

/** Only with account executives, since a win is shown by its owner. */
const winsBoards = ({ roles }: Shape, role: PlaybookRole): PlaybookBoard[] => {
  if (!roles.includes('ae')) return []
  const scope = role === 'ae' ? { scope: { team: teamIdOf(role) } } : {}
  return [turn(20, { id: `results-${role}-wins`, kind: 'wins', title: 'Latest wins', ...scope })]
}

export const resultBoards = (shape: Shape, role: PlaybookRole): readonly PlaybookBoard[] => {
  const groups = groupsOf(shape)
  const own = role === 'ae' ? groups.ae.flatMap(executiveBoards) : groups.sdr.flatMap(developerBoards)
  return [
    ...own,
    ...headToHead(shape, role),
    turn(15, {
      id: `results-${role}-over-the-line`,
      kind: 'over-the-line',
      title: 'Over the line this quarter',
      metric: role === 'ae' ? 'bookings' : 'sourced-pipeline',
      window: 'quarter',
    }),
    ...winsBoards(shape, role),
  ]
}
