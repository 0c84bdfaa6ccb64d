// Whose nodes may use a database. All of a deployment share the key that its secrets are kept with and by which they know one
// another: what one node has sealed with another key, the next could not read.
import { BadSetUp } from '../../bad-set-up.ts'
import type { Asks, Statement } from './postgres-database.ts'

/** The first node leaves its fingerprint. $1 fingerprint. */
const found: Statement = {
  name: 'deployment-found',
  text: 'UPDATE format SET deployment = coalesce(deployment, $1::text) RETURNING deployment',
}

/** Throws `BadSetUp` where the database belongs to nodes with another key. */
export const joinDeployment = async (database: Asks, shown: string, fingerprint: string): Promise<void> => {
  const [row] = await database.ask(found, [fingerprint])
  if (row?.[0] !== fingerprint)
    throw new BadSetUp(
      `The database ${shown} belongs to nodes with another FLOORBOARD_SECRET_KEY: give this one the same, or a database of its own.`,
    )
}
