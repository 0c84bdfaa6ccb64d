// MySQL and MariaDB. Every value comes as text: decimals and bigints keep their digits, a date is no instant.
import { connect, isIP } from 'node:net'
import mysql from 'mysql2/promise'
import { SourceTrouble } from '../../connectors/source-trouble.ts'
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

/** What is no date counts for none: `0000-00-00`. A TIMESTAMP is in the session's zone, which is UTC. */
const cellOf = (value: string | null, type: string): string => {
  if (value === null || value.startsWith('0000-00-00')) return ''
  if (type === 'TIMESTAMP') return `${value.replace(' ', 'T')}Z`
  if (type === 'DATETIME') return value.replace(' ', 'T')
  return value
}

const isOneOf = (codes: string, code: string): boolean => codes.split(' ').includes(code)

const troubleOf = (error: unknown, queryMs: number): SourceTrouble => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const number = error instanceof Error && 'errno' in error ? Number(error.errno) : 0
  const said = shortWords(error instanceof Error ? error.message : String(error))
  if (isOneOf('ER_ACCESS_DENIED_ERROR ER_HOST_NOT_PRIVILEGED', code)) return refusedUser(error)
  if (isOneOf('ER_DBACCESS_DENIED_ERROR ER_TABLEACCESS_DENIED_ERROR ER_COLUMNACCESS_DENIED_ERROR', code))
    return missingRight(said, error)
  if (code === 'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION') return writingQuery(error)
  // Of MariaDB and of MySQL.
  if (number === 1969 || number === 3024) return slowQuery(queryMs, error)
  if (isOneOf('ER_CON_COUNT_ERROR ER_TOO_MANY_USER_CONNECTIONS', code)) return fullDatabase(error)
  return connectionTrouble(error) ?? refusedQuery(said, error)
}

const writes = /\b(?:ALL PRIVILEGES|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|SUPER|GRANT OPTION|FILE)\b/

export const createOpenMysql =
  ({ allowLocal, queryMs = usualQueryMs }: DatabaseParts): OpenDatabase =>
  async (from, password): Promise<Database> => {
    const address = await addressOf(from.host, allowLocal)
    // Of an address the client would take a certificate for `localhost`.
    if (from.tls === 'verify' && isIP(from.host) !== 0)
      throw new SourceTrouble('rights', 'Its certificate is not proved: its host is given as a number.', {
        click:
          'Give the name that is in the certificate, or choose a connection that is encrypted but not proved.',
      })
    const port = from.port ?? 3306
    const opening = mysql.createConnection({
      host: from.host,
      port,
      stream: () => connect(port, address),
      database: from.database,
      user: from.user,
      password,
      connectTimeout: connectMs,
      multipleStatements: false,
      // Files of the feed's computer are none of the server's business.
      flags: ['-LOCAL_FILES'],
      ...(from.tls !== 'off' && {
        ssl: {
          rejectUnauthorized: from.tls === 'verify',
          verifyIdentity: from.tls === 'verify',
          ...(from.ca !== undefined && { ca: from.ca }),
        },
      }),
    })
    const connection = await opening.catch((error: unknown) => {
      throw troubleOf(error, queryMs)
    })
    connection.on('error', () => undefined)
    const ask = async (sql: string) => {
      try {
        return await connection.query<mysql.RowDataPacket[][]>({
          sql,
          rowsAsArray: true,
          timeout: queryMs + 5000,
          typeCast: (field) => cellOf(field.string(), field.type),
        })
      } catch (error) {
        throw troubleOf(error, queryMs)
      }
    }
    const close = async (): Promise<void> => {
      await connection.end().catch(() => connection.destroy())
    }
    try {
      await ask("SET SESSION time_zone = '+00:00'")
      await ask('SET SESSION TRANSACTION READ ONLY')
      const [[version]] = await ask('SELECT VERSION()')
      const isMaria = String(version?.[0] ?? '').includes('MariaDB')
      await ask(
        isMaria
          ? `SET SESSION max_statement_time = ${queryMs / 1000}`
          : `SET SESSION max_execution_time = ${queryMs}`,
      )
    } catch (error) {
      await close()
      throw error
    }
    return {
      rows: async (query, most) => {
        await ask('START TRANSACTION READ ONLY')
        const [rows, fields] = await ask(bounded(query, most))
        await connection.rollback()
        return {
          header: fields.map(({ name }) => name),
          cells: rows.map((row) => row.map(String)),
        }
      },
      mayWrite: async () => {
        const [rows] = await ask('SHOW GRANTS')
        return rows.some((row) => writes.test(String(row[0]).replace(/ ON .*$/s, '')))
      },
      close,
    }
  }
