// `floorboard database prepare`, and what a feed finds out of a database before it uses it.
import { BadSetUp } from '../../bad-set-up.ts'
import {
  type Asks,
  createPostgresDatabase,
  type PostgresDatabase,
  type Row,
  type Session,
} from './postgres-database.ts'
import { format, schemaName, steps } from './schema.ts'
import { hasCode, isPoolerRefusal, remedyOf, troubleWords } from './trouble.ts'

/** PostgreSQL 14, which takes texts apart into rows by itself. */
const oldestVersion = 140_000
/** Two who prepare one database at once take turns. */
const prepareLock = '77, 0'

const pooled = (shown: string): BadSetUp =>
  new BadSetUp(
    `${shown} is a pooler that hands out connections by the transaction: locks and settings of a session are lost there. Give the address of PostgreSQL itself; a feed takes five connections.`,
  )

/** What keeps a database from being used, in one sentence. */
export const cannotUse = ({ address }: Pick<PostgresDatabase, 'address'>, error: unknown): BadSetUp => {
  if (error instanceof BadSetUp) return error
  const { shown, database } = address
  const sentence = (words: string): BadSetUp => new BadSetUp(words, { cause: error })
  if (isPoolerRefusal(error)) return pooled(shown)
  if (hasCode(error, '3D000'))
    return sentence(
      `There is no database "${database}" at ${shown}: make it (createdb -O floorboard ${database}), or correct the address.`,
    )
  if (hasCode(error, '42501'))
    return sentence(
      `The user of ${shown} lacks a right: ${troubleWords(error)}. Let the user own the database.`,
    )
  return sentence(`The database ${shown} cannot be used: ${troubleWords(error)}.${remedyOf(error)}`)
}

const single = (rows: readonly Row[]): string | null => rows[0]?.[0] ?? null

/** Null: nothing was prepared. */
const foundFormat = async (asks: Asks): Promise<number | null> => {
  const table = await asks.ask(
    { name: 'format-table', text: `SELECT to_regclass('${schemaName}.format') IS NOT NULL` },
    [],
  )
  if (single(table) !== 't') return null
  return Number(single(await asks.ask({ name: 'format', text: 'SELECT number FROM format' }, [])))
}

const refuseNewer = (shown: string, found: number): void => {
  if (found > format)
    throw new BadSetUp(
      `The database ${shown} has format ${found}, this version reads up to ${format}: it was prepared by a later version of Floorboard. Start that one; nothing was changed.`,
    )
}

/** Throws `BadSetUp`. Two sessions of PostgreSQL are never one process of it. */
const checkServer = async (database: PostgresDatabase, session: Asks): Promise<void> => {
  const text = `SELECT pg_backend_pid(), current_setting('server_version_num'), current_setting('server_encoding'),
    current_setting('search_path') = '${schemaName}'`
  // One after the other: a pooler then gives both the same process, or has lost what they asked for at their start.
  const [one] = await session.ask({ name: 'server', text }, [])
  const [other] = await database.ask({ name: 'server', text }, [])
  if (one?.[0] === other?.[0] || one?.[3] !== 't') throw pooled(database.address.shown)
  if (Number(one[1]) < oldestVersion)
    throw new BadSetUp(
      `The database ${database.address.shown} is PostgreSQL ${Math.floor(Number(one[1]) / 10_000)}; 14 or later is needed.`,
    )
  if (one[2] !== 'UTF8')
    throw new BadSetUp(
      `The database ${database.address.shown} is encoded as ${one[2]} and cannot hold every name: make it anew with "createdb -E UTF8 -T template0".`,
    )
}

/** Its first session. Throws `BadSetUp` where the database is missing, of another format, or behind a pooler. */
export const openPrepared = async (database: PostgresDatabase): Promise<Session> => {
  const { shown } = database.address
  let session: Session | null = null
  try {
    session = await database.session()
    await checkServer(database, session)
    const found = await foundFormat(database)
    if (found === null)
      throw new BadSetUp(
        `The database ${shown} is not prepared: run "floorboard database prepare" with the same address.`,
      )
    refuseNewer(shown, found)
    if (found < format)
      throw new BadSetUp(
        `The database ${shown} has format ${found}, this version needs ${format}: run "floorboard database prepare" with the same address.`,
      )
    return session
  } catch (error) {
    await session?.close()
    throw cannotUse(database, error)
  }
}

interface Prepared {
  /** The format that was found; 0 where there was nothing. */
  readonly from: number
  readonly to: number
  /** Without its password. */
  readonly shown: string
}

/** Makes the tables, or brings those of an earlier version to today's format, all or nothing. Throws `BadSetUp`. */
export const prepareDatabase = async (url: string): Promise<Prepared> => {
  const database = createPostgresDatabase(url)
  const { shown } = database.address
  try {
    const session = await database.session(true)
    try {
      await checkServer(database, session)
      await session.run(`BEGIN; SELECT pg_advisory_xact_lock(${prepareLock})`)
      const found = await foundFormat(session)
      const from = found ?? 0
      refuseNewer(shown, from)
      if (found === null) {
        const taken = await session.ask(
          { name: 'schema', text: `SELECT to_regnamespace('${schemaName}') IS NOT NULL` },
          [],
        )
        if (single(taken) === 't')
          throw new BadSetUp(
            `The database ${shown} holds a schema "${schemaName}" that Floorboard did not make: give Floorboard a database of its own.`,
          )
        await session.run(
          `CREATE SCHEMA ${schemaName}; CREATE TABLE format (number int NOT NULL); INSERT INTO format VALUES (0)`,
        )
      }
      for (const step of steps.slice(from)) await session.run(step)
      await session.run(`UPDATE format SET number = ${format}; COMMIT`)
      return { from, to: format, shown }
    } finally {
      await session.close()
    }
  } catch (error) {
    throw cannotUse(database, error)
  } finally {
    await database.close()
  }
}
