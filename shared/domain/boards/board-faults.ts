// Faults of boards, playlists and screens.
import type { Board, FloorFile } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../floor-file/floor-fault.ts'
import { accountabilityFaults } from './accountability/accountability-faults.ts'
import { announcementFaults } from './announcement/announcement-faults.ts'
import { birdsEyeFaults } from './birds-eye/birds-eye-faults.ts'
import { calmFaults } from './calm/calm-faults.ts'
import { funnelFaults } from './funnel/funnel-faults.ts'
import { headToHeadFaults } from './head-to-head/head-to-head-faults.ts'
import { hygieneFaults } from './hygiene/hygiene-faults.ts'
import { improvedFaults } from './improved/improved-faults.ts'
import { pairFaults } from './pair-faults.ts'
import { resultsFaults } from './results/results-faults.ts'
import { spotlightFaults } from './spotlight/spotlight-faults.ts'
import { teamGoalFaults } from './team-goal/team-goal-faults.ts'
import { trendRaceFaults } from './trend-race/trend-race-faults.ts'

type Path = FloorFault['path']

/** What a kind of board names beside its scope. */
const ownFaults = (board: Board, file: FloorFile, path: Path): FloorFault[] => {
  const metrics = knownIds(file.metrics)
  const teams = knownIds(file.teams)
  const metricFaults = (id: string) => danglingFaults(id, metrics, 'metric', [...path, 'metric'])
  if (board.kind === 'leaderboard') {
    return [
      ...metricFaults(board.metric),
      ...pairFaults(board, file.metrics, path),
      ...danglingFaults(board.goalOf === 'org' ? undefined : board.goalOf, teams, 'team', [
        ...path,
        'goalOf',
      ]),
    ]
  }
  if (board.kind === 'team-progress') {
    return [
      ...metricFaults(board.metric),
      ...(board.teams ?? []).flatMap((id, at) => danglingFaults(id, teams, 'team', [...path, 'teams', at])),
      ...board.inputs.flatMap(({ metric }, at) =>
        danglingFaults(metric, metrics, 'metric', [...path, 'inputs', at, 'metric']),
      ),
    ]
  }
  if (board.kind === 'accountability') return accountabilityFaults(board, file, path)
  if (board.kind === 'announcement') return announcementFaults(board, file, path)
  if (board.kind === 'calm') return calmFaults(board, file, path)
  if (board.kind === 'head-to-head') return headToHeadFaults(board, file, path)
  if (board.kind === 'improved') return improvedFaults(board, file, path)
  if (board.kind === 'spotlight') return spotlightFaults(board, file, path)
  if (board.kind === 'hygiene') return hygieneFaults(board, file, path)
  if (board.kind === 'funnel') return funnelFaults(board, file, path)
  if (board.kind === 'trend-race') return trendRaceFaults(board, file, path)
  if (board.kind === 'results') return resultsFaults(board, file, path)
  if (board.kind === 'team-goal') return teamGoalFaults(board, file, path)
  if (board.kind === 'birds-eye') return birdsEyeFaults(board, file, path)
  if (board.kind === 'wins') return []
  return metricFaults(board.metric)
}

export const boardFaults = (file: FloorFile): FloorFault[] => {
  const teams = knownIds(file.teams)
  const roles = knownIds(file.roles)
  const boards = knownIds(file.boards)
  const playlists = knownIds(file.playlists)
  return [
    ...file.boards.flatMap((board, index) => {
      const path = ['boards', index]
      return [
        ...ownFaults(board, file, path),
        ...danglingFaults(board.scope.team, teams, 'team', [...path, 'scope', 'team']),
        ...danglingFaults(board.scope.role, roles, 'role', [...path, 'scope', 'role']),
      ]
    }),
    ...file.playlists.flatMap(({ items }, index) =>
      items.flatMap(({ board }, at) =>
        danglingFaults(board, boards, 'board', ['playlists', index, 'items', at, 'board']),
      ),
    ),
    ...file.screens.flatMap(({ playlist, schedule }, index) => [
      ...danglingFaults(playlist, playlists, 'playlist', ['screens', index, 'playlist']),
      ...schedule.flatMap((slot, at) =>
        danglingFaults(slot.playlist, playlists, 'playlist', ['screens', index, 'schedule', at, 'playlist']),
      ),
    ]),
  ]
}
