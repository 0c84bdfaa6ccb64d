// Whether a floor is somebody's own yet, or still the demo or an empty one.
import type { FloorFile } from '../../wire/floor.ts'

/** Of all facts that the demo invents. */
export const demoSource = 'demo'

type Floor = Pick<FloorFile, 'metrics' | 'people'>

/** By the metric in which the demo keeps when it began. */
export const isDemoFloor = ({ metrics }: Pick<Floor, 'metrics'>): boolean =>
  metrics.some(({ id }) => /^demo-\d+-opened-at$/.test(id))

/** [H40] */
export const isOwnFloor = (file: Floor): boolean => file.people.length > 0 && !isDemoFloor(file)
