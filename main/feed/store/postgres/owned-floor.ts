// A floor of a database that this process owns until it lets it go, or until another takes it over because this one was gone.
import { hostname } from 'node:os'
import { type Lease, openLease } from './lease.ts'
import { createPostgresDatabase, type PostgresDatabase, type Statement } from './postgres-database.ts'
import { cannotUse, openPrepared } from './prepare-database.ts'
import { troubleWords } from './trouble.ts'

/** The floor of a database that holds one. */
const onlyFloor = 'floor'

export interface OwnedFloor {
  readonly database: PostgresDatabase
  readonly floor: number
  readonly lease: Lease
  close(): Promise<void>
}

export interface OwnedFloorParts {
  /** Such as `postgres://floorboard:SECRET@127.0.0.1/floorboard`. */
  readonly url: string
  /** Several may lie in one database. */
  readonly name?: string | undefined
  /** What owns it, such as "a move". */
  readonly who: string
  /** How long it waits for an owner that may be gone. */
  readonly patienceMs?: number | undefined
}

const makeFloor: Statement = {
  name: 'floor-make',
  text: 'INSERT INTO floor (name) VALUES ($1::text) ON CONFLICT (name) DO NOTHING',
}
const findFloor: Statement = { name: 'floor-find', text: 'SELECT floor FROM floor WHERE name = $1::text' }

/** Made when it is missing. */
const floorNamed = async (database: PostgresDatabase, name: string): Promise<number> => {
  await database.ask(makeFloor, [name])
  return Number((await database.ask(findFloor, [name]))[0]?.[0])
}

/** Throws `BadSetUp` where the database cannot be used, is not prepared, or another process owns the floor and lives. */
export const ownFloor = async ({
  url,
  name = onlyFloor,
  who,
  patienceMs,
}: OwnedFloorParts): Promise<OwnedFloor> => {
  const database = createPostgresDatabase(url)
  try {
    const session = await openPrepared(database)
    let floor: number
    try {
      floor = await floorNamed(database, name)
    } catch (error) {
      await session.close()
      throw error
    }
    const lease = await openLease({
      ...{ database, session, floor, patienceMs },
      name: `${who}, process ${process.pid} on ${hostname()}`,
      words: troubleWords,
    })
    return {
      database,
      floor,
      lease,
      close: async () => {
        await lease.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw cannotUse(database, error)
  }
}
