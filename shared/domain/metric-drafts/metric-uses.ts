// Where the floor uses each of its metrics: found at once for all of them, as `mentionsOf` finds it for one.
import type { FloorFile } from '../../wire/floor.ts'
import { floorReferenceFaults } from '../boards/floor-references.ts'
import { type Use, usesAt } from '../edits/mentions.ts'
import type { FloorFault } from '../floor-file/floor-fault.ts'

type Path = FloorFault['path']

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  )

const keyOf = ({ path, message }: FloorFault): string => JSON.stringify([path, message])

/** A step of a formula names several metrics at one place; which of them is meant, the fault says. */
const namedIn = (place: unknown, message: string): readonly string[] => {
  if (typeof place === 'string') return [place]
  if (typeof place !== 'object' || place === null) return []
  return Object.values(place).flatMap((value: unknown) =>
    typeof value === 'string' && message.includes(`"${value}"`) ? [value] : [],
  )
}

/** By a metric's id: what names it, each once, in the order of the file. A metric that nothing names is not in it. */
export const usesOfMetrics = (file: FloorFile): ReadonlyMap<string, readonly Use[]> => {
  const ids = new Set(file.metrics.map(({ id }) => id))
  // Ids are slugs: whatever names a metric names none of these.
  const renamed = { ...file, metrics: file.metrics.map((metric) => ({ ...metric, id: `?${metric.id}` })) }
  const before = new Set(floorReferenceFaults(file).map(keyOf))
  const paths = new Map<string, Path[]>()
  for (const fault of floorReferenceFaults(renamed)) {
    if (before.has(keyOf(fault))) continue
    for (const id of namedIn(at(file, fault.path), fault.message))
      if (ids.has(id)) paths.set(id, [...(paths.get(id) ?? []), fault.path])
  }
  return new Map([...paths].map(([id, of]) => [id, usesAt(file, of)]))
}
