// Faults of a head to head: two sides that can be set against each other, and a rope for each metric.
import type { HeadToHeadBoard } from '../../../wire/boards/head-to-head-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'
import { teamChain } from '../../people/team-chain.ts'

type Path = FloorFault['path']

const isBelow = (id: string, above: string, { teams }: FloorFile): boolean =>
  teamChain(id, teams).some((team) => team.id !== id && team.id === above)

const sideFaults = (
  { sides: [left, right], per, audience }: HeadToHeadBoard,
  file: FloorFile,
  path: Path,
): FloorFault[] => {
  const teams = knownIds(file.teams)
  const known = new Set([...teams, ...knownIds(file.people)])
  const second = [...path, 'sides', 1]
  const unknown = [
    ...danglingFaults(left, known, 'team and no person', [...path, 'sides', 0]),
    ...danglingFaults(right, known, 'team and no person', second),
  ]
  if (unknown.length > 0) return unknown
  if (left === right) return [{ path: second, message: 'is on both sides; a head to head needs two' }]
  const kind = (id: string) => (teams.has(id) ? 'team' : 'person')
  if (kind(left) !== kind(right))
    return [
      {
        path: second,
        message: `is a ${kind(right)} and "${left}" a ${kind(left)}; set two teams or two people against each other`,
      },
    ]
  if (isBelow(left, right, file) || isBelow(right, left, file))
    return [
      { path: second, message: `and "${left}" are above and below each other, so their numbers overlap` },
    ]
  const off = file.people.filter(({ id, offWall }) => offWall && (id === left || id === right))
  const [first] = off
  if (first !== undefined && audience === 'floor')
    return [
      {
        path: [...path, 'sides', first.id === left ? 0 : 1],
        message: 'wants to be kept off the wall; set somebody else on this side',
      },
    ]
  return per !== undefined && kind(left) === 'person'
    ? [{ path: [...path, 'per'], message: 'is for teams; people have nobody to be divided by' }]
    : []
}

const metricFaults = ({ metrics, window }: HeadToHeadBoard, file: FloorFile, path: Path): FloorFault[] => {
  const known = knownIds(file.metrics)
  const ropes = metrics.map((each) => `${each.metric} ${each.window ?? window}`)
  return metrics.flatMap(({ metric }, at) => {
    const here = [...path, 'metrics', at, 'metric']
    const first = ropes.indexOf(ropes[at] ?? '')
    return [
      ...danglingFaults(metric, known, 'metric', here),
      ...(first < at
        ? [{ path: here, message: `has its rope already, as metrics[${first}] in the same window` }]
        : []),
    ]
  })
}

export const headToHeadFaults = (board: HeadToHeadBoard, file: FloorFile, path: Path): FloorFault[] => [
  ...sideFaults(board, file, path),
  ...metricFaults(board, file, path),
  ...(board.scope.team === undefined && board.scope.role === undefined
    ? []
    : [{ path: [...path, 'scope'], message: 'is what the two sides say already; leave it out' }]),
]
