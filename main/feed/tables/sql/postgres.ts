// PostgreSQL. Every value comes as the server writes it: numerics and bigints keep their digits, a date is no instant.
import pg from 'pg'
import type { SourceTrouble } from '../../connectors/source-trouble.ts'
import {
  addressOf,
  bounded,
  connectionTrouble,
  connectMs,
  type Database,
  type DatabaseParts,
  fullDatabase,
  missingRight,
  type OpenDatabase,
  refusedQuery,
  refusedUser,
  shortWords,
  slowQuery,
  usualQueryMs,
  writingQuery,
} from './database.ts'

/** Types of the catalogue, by their numbers. */
const boolType = 16
const timestampType = 1114
const instantType = 1184

/** `t`, `2026-11-20 15:02:10.5+00`. */
const cellOf = (value: unknown, type: number): string => {
  if (typeof value !== 'string') return ''
  if (type === boolType) return value === 't' ? 'true' : 'false'
  if (type === timestampType) return value.replace(' ', 'T')
  if (type === instantType) return value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
  return value
}

const troubleOf = (error: unknown, queryMs: number): SourceTrouble => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = shortWords(error instanceof Error ? error.message : String(error))
  if (/^28/.test(code)) return refusedUser(error)
  if (code === '42501') return missingRight(said, error)
  if (code === '25006') return writingQuery(error)
  if (code === '57014') return slowQuery(queryMs, error)
  if (code === '53300') return fullDatabase(error)
  return connectionTrouble(error) ?? refusedQuery(said, error)
}

const mayWriteQuery = `
SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR EXISTS (
  SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
) AS may_write`

/** What a server says beyond the answers, and a connection that breaks between two questions, is told by the next one. */
const ignore = (): void => undefined

export const createOpenPostgres =
  ({ allowLocal, queryMs = usualQueryMs }: DatabaseParts): OpenDatabase =>
  async (from, password): Promise<Database> => {
    const address = await addressOf(from.host, allowLocal)
    const isName = address !== from.host
    const client = new pg.Client({
      host: address,
      port: from.port ?? 5432,
      database: from.database,
      user: from.user,
      password,
      application_name: 'floorboard',
      connectionTimeoutMillis: connectMs,
      query_timeout: queryMs + 5000,
      statement_timeout: queryMs,
      options: '-c TimeZone=UTC -c DateStyle=ISO -c default_transaction_read_only=on',
      types: { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig,
      ssl:
        from.tls === 'off'
          ? false
          : {
              rejectUnauthorized: from.tls === 'verify',
              ...(isName && { servername: from.host }),
              ...(from.ca !== undefined && { ca: from.ca }),
            },
    })
    client.on('error', ignore)
    const ask = async (text: string) => {
      try {
        // As a statement of its own: several in one text are refused by the server.
        const asked = { text, queryMode: 'extended', rowMode: 'array' }
        return await client.query<unknown[]>(asked as unknown as pg.QueryArrayConfig)
      } catch (error) {
        throw troubleOf(error, queryMs)
      }
    }
    try {
      await client.connect()
    } catch (error) {
      await client.end().catch(ignore)
      throw troubleOf(error, queryMs)
    }
    return {
      rows: async (query, most) => {
        await ask('BEGIN TRANSACTION READ ONLY')
        try {
          const { fields, rows } = await ask(bounded(query, most))
          return {
            header: fields.map(({ name }) => name),
            cells: rows.map((row) => fields.map(({ dataTypeID }, index) => cellOf(row[index], dataTypeID))),
          }
        } finally {
          await client.query('ROLLBACK').catch(ignore)
        }
      },
      mayWrite: async () => (await ask(mayWriteQuery)).rows[0]?.[0] === 't',
      close: async () => {
        await client.end().catch(ignore)
      },
    }
  }
