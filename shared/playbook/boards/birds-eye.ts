// Boards for the bird's-eye view: is the org seeing results? Team beside team, with the inputs below.
import { teamIdOf, teamsSideBySide } from '../groups.ts'
import type { PlaybookRole, Shape } from '../shape.ts'
import { type PlaybookBoard, turn } from './playbook-board.ts'

/** A single team needs no card: the view has its numbers above the cards. */
const cardsOf = (teams: readonly string[]) => (teams.length > 1 ? teams.map((team) => ({ team })) : [])

const executiveBoards = (shape: Shape): PlaybookBoard[] => {
  const scope = { team: teamIdOf('ae') }
  const teams = teamsSideBySide(shape, 'ae')
  return [
    turn(30, {
      id: 'birds-eye-ae-bookings',
      kind: 'birds-eye',
      title: 'Is the org seeing results?',
      metric: 'bookings',
      window: 'quarter',
      cards: [
        ...cardsOf(teams),
        { team: scope.team, title: 'New pipeline', metric: 'new-pipeline', inputs: [] },
        {
          team: scope.team,
          title: 'Meetings this week',
          metric: 'meetings-held',
          window: 'week',
          inputs: [],
        },
      ],
      inputs: [
        { metric: 'meetings-held', window: 'week' },
        { metric: 'deals-advanced', window: 'week' },
      ],
      scope,
    }),
    turn(25, {
      id: 'birds-eye-ae-pipeline',
      kind: 'team-progress',
      title: 'New pipeline, team by team',
      metric: 'new-pipeline',
      window: 'quarter',
      teams: [...teams],
      inputs: [
        { metric: 'account-touches', window: 'week' },
        { metric: 'new-opportunities', window: 'month' },
        { metric: 'win-rate', window: 'quarter' },
      ],
    }),
    turn(25, {
      id: 'birds-eye-ae-quarters',
      kind: 'results',
      title: 'Last quarter, this one, next',
      metric: 'bookings',
      pipeline: 'closing-this-quarter',
      of: 'teams',
      scope,
    }),
    turn(25, {
      id: 'birds-eye-ae-race',
      kind: 'trend-race',
      title: 'Which team gets there first?',
      metric: 'bookings',
      window: 'quarter',
      of: 'teams',
      show: 'attainment',
      scope,
    }),
  ]
}

const developerBoards = (shape: Shape): PlaybookBoard[] => {
  const team = teamIdOf('sdr')
  const teams = teamsSideBySide(shape, 'sdr')
  return [
    turn(30, {
      id: 'birds-eye-sdr-pipeline',
      kind: 'birds-eye',
      title: 'Does sales development pay off?',
      metric: 'sourced-pipeline',
      window: 'quarter',
      cards: [
        ...cardsOf(teams),
        {
          team,
          title: 'Opportunities accepted',
          metric: 'opportunities-accepted',
          window: 'month',
          inputs: [],
        },
        { team, title: 'Sourced bookings', metric: 'sourced-bookings', inputs: [] },
        { team, title: 'Dials this week', metric: 'dials', window: 'week', inputs: [] },
        { team, title: 'Booked this week', metric: 'meetings-booked', window: 'week', inputs: [] },
      ],
      inputs: [
        { metric: 'dials', window: 'week' },
        { metric: 'meetings-booked', window: 'week' },
      ],
      scope: { team },
    }),
    turn(25, {
      id: 'birds-eye-sdr-bookings',
      kind: 'team-progress',
      title: 'What came of what SDRs began',
      metric: 'sourced-bookings',
      window: 'quarter',
      teams: [...teams],
      inputs: [
        { metric: 'dials', window: 'week' },
        { metric: 'activities-per-opportunity', window: 'quarter' },
        { metric: 'accepted-to-advanced', window: 'quarter' },
      ],
    }),
  ]
}

export const birdsEyeBoards = (shape: Shape, role: PlaybookRole): readonly PlaybookBoard[] =>
  role === 'ae' ? executiveBoards(shape) : developerBoards(shape)
