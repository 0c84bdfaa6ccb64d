// Faults of a board of exceptions: rules that are not there, or the same one twice.
import type { ExceptionsBoard } from '../../../wire/boards/exceptions-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

export const exceptionsBoardFaults = (
  { rules = [] }: ExceptionsBoard,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const known = knownIds(file.exceptions)
  return rules.flatMap((rule, index) => [
    ...danglingFaults(rule, known, 'exception rule', [...path, 'rules', index]),
    ...(rules.indexOf(rule) === index
      ? []
      : [{ path: [...path, 'rules', index], message: 'is named twice' }]),
  ])
}
