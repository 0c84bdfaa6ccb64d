// Faults of a bird's-eye view.
import type { BirdsEyeBoard, BirdsEyeCard } from '../../../wire/boards/birds-eye-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'
import { officesOf, teamsAway } from '../../people/offices.ts'

type Path = FloorFault['path']

const inputFaults = (inputs: BirdsEyeBoard['inputs'], file: FloorFile, path: Path): FloorFault[] =>
  inputs.flatMap(({ metric }, at) =>
    danglingFaults(metric, knownIds(file.metrics), 'metric', [...path, 'inputs', at, 'metric']),
  )

/** Offices can be set side by side as long as nobody's numbers are in two of them. */
const overlapFaults = ({ teams }: FloorFile, path: Path): FloorFault[] =>
  teamsAway(teams)
    .slice(0, 1)
    .map(({ id, parent }) => ({
      path,
      message: `cannot be by office: team "${id}" sits in another one than "${parent}", the team above it, and would count in both`,
    }))

const cardFaults = (card: BirdsEyeCard, file: FloorFile, path: Path): FloorFault[] => {
  const office = [...path, 'office']
  const isKnown = card.office === undefined || officesOf(file.teams).has(card.office)
  return [
    ...danglingFaults(card.metric, knownIds(file.metrics), 'metric', [...path, 'metric']),
    ...danglingFaults(card.team, knownIds(file.teams), 'team', [...path, 'team']),
    ...(isKnown
      ? []
      : [{ path: office, message: `"${card.office}" is the office of no team of this floor` }]),
    ...(card.office !== undefined && isKnown ? overlapFaults(file, office) : []),
    ...(card.team !== undefined && card.office !== undefined
      ? [{ path: office, message: 'stands beside a team; a card is of a team or of an office' }]
      : []),
    ...inputFaults(card.inputs ?? [], file, path),
  ]
}

const byFaults = (board: BirdsEyeBoard, file: FloorFile, path: Path): FloorFault[] => {
  if (board.cards || board.by === 'team') return []
  if (officesOf(file.teams).size > 0) return overlapFaults(file, [...path, 'by'])
  return [{ path: [...path, 'by'], message: 'needs offices, and no team of this floor names its office' }]
}

export const birdsEyeFaults = (board: BirdsEyeBoard, file: FloorFile, path: Path): FloorFault[] => [
  ...danglingFaults(board.metric, knownIds(file.metrics), 'metric', [...path, 'metric']),
  ...(board.scope.role === undefined
    ? []
    : [{ path: [...path, 'scope', 'role'], message: 'is no part of a bird’s-eye view; it is of teams' }]),
  ...byFaults(board, file, path),
  ...(board.cards ?? []).flatMap((card, at) => cardFaults(card, file, [...path, 'cards', at])),
  ...inputFaults(board.inputs, file, path),
]
