// Time zones, each made once: making one costs more than all that a page asks of it.
import { createZone, type Zone } from '../../../shared/domain/time/zone.ts'

const made = new Map<string, Zone>()

/** By its IANA name. */
export const zoneOf = (id: string): Zone => {
  const known = made.get(id) ?? createZone(id)
  made.set(id, known)
  return known
}
