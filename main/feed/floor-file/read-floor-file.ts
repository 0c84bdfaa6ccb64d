// The floor file's one way in: its text either becomes a floor that holds together, or nothing but errors with lines.
import { floorReferenceFaults } from '../../../shared/domain/boards/floor-references.ts'
import { editFaults } from '../../../shared/domain/floor-file/edit-faults.ts'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { atOnce } from '../turns.ts'
import type { Fault } from './issue-sentences.ts'
import { type LineError, maxLocated, readYamlInSteps, refused } from './located-yaml.ts'
import type { YamlSource } from './rewrite/yaml-source.ts'
import { faultsOfValidEntries } from './valid-entries.ts'

export type FloorReading =
  | {
      readonly ok: true
      readonly file: FloorFile
      readonly source: YamlSource
      /** Gives something that is to be said of a place its line. */
      readonly locate: (fault: Fault) => LineError
    }
  | { readonly ok: false; readonly errors: LineError[] }

/** Whether the text comes from somebody, or stands in the log already, where rules that are younger do not refuse it. */
export type FloorOrigin = 'edit' | 'log'

/** It yields where it may be interrupted. */
export const readFloorFileInSteps = function* (
  text: string,
  origin: FloorOrigin = 'edit',
): Generator<void, FloorReading> {
  const reading = yield* readYamlInSteps(text, FloorFile, faultsOfValidEntries)
  if (!reading.ok) return reading
  yield
  const { value } = reading
  const faults = [...floorReferenceFaults(value), ...(origin === 'edit' ? editFaults(value) : [])]
  const { source, locate } = reading
  if (faults.length === 0) return { ok: true, file: value, source, locate }
  return refused(faults.slice(0, maxLocated).map(locate))
}

export const readFloorFile = (text: string, origin: FloorOrigin = 'edit'): FloorReading =>
  atOnce(readFloorFileInSteps(text, origin))
