// Boards for accountability: are reps doing the work? This week, last week, mid-week; inputs only, everybody by name.
import { type Group, groupsOf, teamsSideBySide } from '../groups.ts'
import type { PlaybookRole, Shape } from '../shape.ts'
import { type PlaybookBoard, turn } from './playbook-board.ts'

/** The same metrics for the mid-week check-in, and for the Monday after. */
const checks = ({ slug, role }: Group, metrics: string[]): PlaybookBoard[] => [
  {
    place: 'mid-week',
    seconds: 40,
    board: {
      id: `accountability-${slug}-check-in`,
      kind: 'accountability',
      title: 'Mid-week check-in',
      metrics,
      period: 'mid-week',
      scope: { role: role.id },
    },
  },
  {
    place: 'monday',
    seconds: 30,
    board: {
      id: `accountability-${slug}-last-week`,
      kind: 'accountability',
      title: 'Did we do the work?',
      metrics,
      period: 'last-week',
      scope: { role: role.id },
    },
  },
]

const executiveBoards = (group: Group): PlaybookBoard[] => {
  const { slug, role } = group
  const scope = { role: role.id }
  const work = ['meetings-held', 'account-touches', 'deals-advanced']
  return [
    turn(25, {
      id: `accountability-${slug}-work`,
      kind: 'accountability',
      title: 'Are we doing the work?',
      metrics: ['meetings-held', 'account-touches', 'deals-touched', 'deals-advanced', 'untouched-deals'],
      scope,
    }),
    turn(15, {
      id: `accountability-${slug}-improved`,
      kind: 'improved',
      title: 'Most improved',
      metric: 'meetings-held',
      streak: 'account-touches',
      scope,
    }),
    turn(15, {
      id: `accountability-${slug}-spotlight`,
      kind: 'spotlight',
      title: 'In the spotlight',
      metrics: [
        { metric: 'meetings-held', window: 'week' },
        { metric: 'account-touches', window: 'week' },
        { metric: 'deals-advanced', window: 'week' },
      ],
      scope,
    }),
    ...checks(group, work),
  ]
}

const executivesTogether = (shape: Shape): PlaybookBoard[] => [
  turn(20, {
    id: 'accountability-ae-hygiene',
    kind: 'hygiene',
    title: 'Is the pipeline being worked?',
    metrics: ['untouched-deals', 'no-next-step', 'past-close-date', 'slipped-deals'],
    teams: [...teamsSideBySide(shape, 'ae')],
  }),
  turn(15, {
    id: 'accountability-ae-over-the-line',
    kind: 'over-the-line',
    title: 'Met their customers this week',
    metric: 'meetings-held',
    window: 'week',
  }),
]

const developerBoards = (group: Group): PlaybookBoard[] => {
  const { role } = group
  const scope = { role: role.id }
  const work = ['dials', 'conversations', 'emails', 'account-touches']
  return [
    turn(25, {
      id: 'accountability-sdr-work',
      kind: 'accountability',
      title: 'Are we doing the work?',
      metrics: [...work, 'assigned-untouched'],
      scope,
    }),
    turn(15, {
      id: 'accountability-sdr-improved',
      kind: 'improved',
      title: 'Most improved',
      metric: 'conversations',
      streak: 'dials',
      scope,
    }),
    turn(15, {
      id: 'accountability-sdr-spotlight',
      kind: 'spotlight',
      title: 'In the spotlight',
      metrics: [
        { metric: 'dials', window: 'day' },
        { metric: 'conversations', window: 'week' },
        { metric: 'meetings-booked', window: 'week' },
      ],
      scope,
    }),
    ...checks(group, work),
  ]
}

const developersTogether = (shape: Shape): PlaybookBoard[] => [
  turn(15, {
    id: 'accountability-sdr-hygiene',
    kind: 'hygiene',
    title: 'Has everybody heard from us?',
    metrics: ['assigned-untouched'],
    teams: [...teamsSideBySide(shape, 'sdr')],
  }),
  turn(15, {
    id: 'accountability-sdr-over-the-line',
    kind: 'over-the-line',
    title: 'Dials done',
    metric: 'dials',
    window: 'week',
  }),
]

export const accountabilityBoards = (shape: Shape, role: PlaybookRole): readonly PlaybookBoard[] => {
  const { ae, sdr } = groupsOf(shape)
  return role === 'ae'
    ? [...ae.flatMap(executiveBoards), ...executivesTogether(shape)]
    : [...sdr.flatMap(developerBoards), ...developersTogether(shape)]
}
