import { BadSetUp } from '../../bad-set-up.ts'
import { createDamageRegister } from '../damage.ts'
import { findFloor } from './floors.ts'
import type { Asks } from './postgres-database.ts'
import { floorsBefore } from './statements.ts'
import { readStoredEntries } from './stored-entries.ts'

/** The floor file as it stands, comments and all. Throws `BadSetUp` where there is none. */
export const floorText = async (asks: Asks, name: string): Promise<string> => {
  const { floor, entries, name: hostName } = await findFloor(asks, name)
  const rows = await asks.ask(floorsBefore, [floor, entries + 1, 1])
  const [last] = rows.flatMap(readStoredEntries(createDamageRegister()).floor)
  if (last === undefined)
    throw new BadSetUp(`${hostName} has no floor file yet: no node has opened it since it was made.`)
  return last.text
}
