// The floor file's one way in: its text either becomes a floor that holds together, or nothing but errors with lines.
import { floorReferenceFaults } from '../../../shared/domain/boards/floor-references.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { atOnce } from '../turns.ts'
import { type LineError, maxLocated, readYamlInSteps, refused } from './located-yaml.ts'
import { faultsOfValidEntries } from './valid-entries.ts'

export type FloorReading =
  | { readonly ok: true; readonly file: FloorFile }
  | { readonly ok: false; readonly errors: LineError[] }

/** It yields where it may be interrupted. */
export const readFloorFileInSteps = function* (text: string): Generator<void, FloorReading> {
  const reading = yield* readYamlInSteps(text, FloorFile, faultsOfValidEntries)
  if (!reading.ok) return reading
  yield
  const faults = floorReferenceFaults(reading.value)
  if (faults.length === 0) return { ok: true, file: reading.value }
  return refused(faults.slice(0, maxLocated).map(reading.locate))
}

export const readFloorFile = (text: string): FloorReading => atOnce(readFloorFileInSteps(text))
