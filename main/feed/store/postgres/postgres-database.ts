// Connections to PostgreSQL: a small pool for what is asked and written of all floors, and sessions of their own for what has to
// live as long as the process does.
import pg from 'pg'
import { type DatabaseAddress, readDatabaseUrl } from './database-url.ts'
import { schemaName } from './schema.ts'

/** Columns in their order, as the server writes them: numerics and bigints keep their digits. */
export type Row = readonly (string | null)[]

export const numberAt = (rows: readonly Row[], column = 0): number => Number(rows[0]?.[column])

/** A statement that is planned once a connection, under its name. */
export interface Statement {
  readonly name: string
  readonly text: string
}

export interface Asks {
  ask(statement: Statement, values: readonly (string | number | null)[]): Promise<readonly Row[]>
}

export interface Session extends Asks {
  /** Several statements in one text. */
  run(text: string): Promise<void>
  /** Of every notification that it listens to. */
  onNotice(listener: (payload: string) => void): void
  /** Resolves once the connection is gone, however that came about. */
  readonly gone: Promise<void>
  close(): Promise<void>
}

export interface PostgresDatabase extends Asks {
  readonly address: DatabaseAddress
  /** `patient`: nothing that it does is cut off. */
  session(patient?: boolean): Promise<Session>
  close(): Promise<void>
}

const connectMs = 5000
/** The longest of what is asked in passing, a page of a thousand entries, takes some tens of milliseconds. */
const statementMs = 20_000
/** With the session of the node five, however many floors it has. Groups of many floors are written side by side. */
const mostConnections = 4

const types = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig

/** Acknowledged is what outlives a power cut, whatever the server's own setting; and plans do not change with statistics. */
const settings = [
  `search_path=${schemaName}`,
  'synchronous_commit=on',
  'plan_cache_mode=force_generic_plan',
  'TimeZone=UTC',
  'bytea_output=hex',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

const configOf = ({ url }: DatabaseAddress, patient: boolean): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'floorboard',
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  types,
  options: patient ? settings : `${settings} -c statement_timeout=${statementMs}`,
  // A server that is gone without a word says nothing of its timeout either.
  ...(!patient && { query_timeout: statementMs + connectMs }),
})

const queryOf = ({ name, text }: Statement, values: readonly (string | number | null)[]) => ({
  name,
  text,
  values: [...values],
  rowMode: 'array' as const,
})

/** A server that is gone without a word says no goodbye. */
const goodbyeMs = 1000
const wait = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms).unref()
  })

/** What breaks between two questions is met by the next one. */
const ignore = (): void => undefined

/** Connects with the first question. Throws `BadSetUp` for what is no address. */
export const createPostgresDatabase = (text: string): PostgresDatabase => {
  const address = readDatabaseUrl(text)
  const pool = new pg.Pool({ ...configOf(address, false), max: mostConnections })
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return {
    address,
    ask: async (statement, values) => {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        return (await client.query(queryOf(statement, values))).rows
      } catch (error) {
        // After an error that the server did not send, nobody knows what still comes on this connection.
        if (!(error instanceof Error && 'severity' in error && error.severity === 'ERROR'))
          broken = error instanceof Error ? error : new Error(String(error))
        throw error
      } finally {
        client.release(broken)
      }
    },
    session: async (patient = false) => {
      const client = new pg.Client(configOf(address, patient))
      client.on('error', ignore)
      const gone = new Promise<void>((resolve) => client.once('end', resolve))
      try {
        await client.connect()
      } catch (error) {
        await client.end().catch(ignore)
        throw error
      }
      return {
        ask: async (statement, values) => (await client.query(queryOf(statement, values))).rows,
        run: async (statements) => void (await client.query(statements)),
        onNotice: (listener) => void client.on('notification', ({ payload }) => listener(payload ?? '')),
        gone,
        close: () => Promise.race([client.end().catch(ignore), wait(goodbyeMs)]),
      }
    },
    close: () => pool.end(),
  }
}
