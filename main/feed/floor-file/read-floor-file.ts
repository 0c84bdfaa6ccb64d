// The floor file's one way in: its text either becomes a floor that holds together, or nothing but errors with lines.
import { floorReferenceFaults } from '../../../shared/domain/boards/floor-references.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { type LineError, readYaml, refused } from './located-yaml.ts'
import { faultsOfValidEntries } from './valid-entries.ts'

export type FloorReading =
  | { readonly ok: true; readonly file: FloorFile }
  | { readonly ok: false; readonly errors: LineError[] }

export const readFloorFile = (text: string): FloorReading => {
  const reading = readYaml(text, FloorFile, faultsOfValidEntries)
  if (!reading.ok) return reading
  const faults = floorReferenceFaults(reading.value)
  if (faults.length === 0) return { ok: true, file: reading.value }
  return refused(faults.map(reading.locate))
}
