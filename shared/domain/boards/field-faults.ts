// Faults of a board whose rows are the values of a field.
import type { FloorFile } from '../../wire/floor.ts'
import { createLookAlikes } from '../words/look-alike.ts'
import { canBreakDown } from '../floor-file/breakdown-fields.ts'
import type { FloorFault } from '../floor-file/floor-fault.ts'
import { knownInWords } from '../words/known-in-words.ts'
import { fieldWord } from './values-by-field.ts'

/** The field that was most likely meant, by its whole name or without `fields.`. */
const meantField = (by: string, known: readonly string[]): string | null => {
  const ofWord = new Map(
    known.flatMap((field) => [[fieldWord(field), field] as const, [field, field] as const]),
  )
  const alike = createLookAlikes([...ofWord.keys()]).meant(by)
  return ofWord.get(by) ?? (alike === null ? null : (ofWord.get(alike) ?? null))
}

const unknownField = (by: string, { breakdowns }: FloorFile['floor']): string => {
  const known = `is none of the floor's breakdowns; ${knownInWords(breakdowns)}`
  const meant = meantField(by, breakdowns)
  if (meant !== null) return `"${by}" ${known}; did you mean "${meant}"?`
  return canBreakDown(by) ? `"${by}" ${known}; list it under floor.breakdowns` : `"${by}" ${known}`
}

/** `path` leads to the board. */
export const fieldFaults = (
  board: { readonly by?: string | undefined; readonly scope: { readonly role?: string | undefined } },
  floor: FloorFile['floor'],
  path: FloorFault['path'],
): FloorFault[] => {
  const { by, scope } = board
  if (by === undefined) return []
  const unknown = floor.breakdowns.includes(by)
    ? []
    : [{ path: [...path, 'by'], message: unknownField(by, floor) }]
  const role =
    scope.role === undefined
      ? []
      : [
          {
            path: [...path, 'scope', 'role'],
            message: `cannot be kept to with by: ${by}: the values of a field are counted for teams and the whole; leave the role out`,
          },
        ]
  return [...unknown, ...role]
}
