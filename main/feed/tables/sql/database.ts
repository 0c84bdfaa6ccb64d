// What a database is asked: one query in a transaction that cannot write, its cells as text in which no digit is lost.
import { lookup as systemLookup } from 'node:dns'
import { isIP } from 'node:net'
import type { DatabaseFrom } from '../../../../shared/wire/table.ts'
import { SourceTrouble } from '../../connectors/source-trouble.ts'
import { AddressRefused, checkLiteral, guardedLookup } from '../../outbox/address-guard.ts'

export interface QueryRows {
  readonly header: readonly string[]
  /** Times as ISO: with an offset where the column has one, else without. Empty for nothing. */
  readonly cells: readonly (readonly string[])[]
}

export interface Database {
  /** At most `most` rows. Rejects with `SourceTrouble`. */
  rows(query: string, most: number): Promise<QueryRows>
  /** Whether its user may write anything. */
  mayWrite(): Promise<boolean>
  close(): Promise<void>
}

/** Rejects with `SourceTrouble`. */
export type OpenDatabase = (from: DatabaseFrom, password: string) => Promise<Database>

export interface DatabaseParts {
  /** Whether it may speak to local networks. */
  readonly allowLocal: boolean
  /** A query that takes longer is stopped. */
  readonly queryMs?: number
}

export const connectMs = 10_000
export const usualQueryMs = 10_000

/** Lines of its own, so that a comment at its end hides nothing of what follows. */
export const bounded = (query: string, most: number): string =>
  `SELECT * FROM (\n${query.replace(/[;\s]+$/, '')}\n) AS floorboard_rows LIMIT ${most}`

/** The address that is connected to, checked like that of a webhook. Rejects with `SourceTrouble`. */
export const addressOf = (host: string, allowLocal: boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    const refuse = (error: unknown): void =>
      reject(
        error instanceof AddressRefused
          ? new SourceTrouble('rights', `Its address is not used: ${error.message}.`, { cause: error })
          : new SourceTrouble('away', `The name ${host} is not known.`, { cause: error }),
      )
    if (isIP(host) !== 0) {
      try {
        if (!allowLocal) checkLiteral(host)
        resolve(host)
      } catch (error) {
        refuse(error)
      }
      return
    }
    const lookup = allowLocal ? systemLookup : guardedLookup()
    lookup(host, { all: false }, (error, address) => {
      if (error !== null || typeof address !== 'string') refuse(error)
      else resolve(address)
    })
  })

/** Of the connection itself, whichever database it is; null for what the database said. */
export const connectionTrouble = (error: unknown): SourceTrouble | null => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  const away = (what: string): SourceTrouble => new SourceTrouble('away', what, { cause: error })
  if (code === 'ECONNREFUSED') return away('Nothing answers at its address.')
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return away('Its name is not known.')
  if (/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code) || /timeout|timed out/i.test(message))
    return away('It did not answer in time.')
  if (/^(ECONNRESET|EPIPE|PROTOCOL_CONNECTION_LOST)$/.test(code) || /terminated/.test(message))
    return away('The connection broke off.')
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/.test(code) || code === 'HANDSHAKE_SSL_ERROR')
    return new SourceTrouble('rights', `Its certificate is not proved (${code}).`, {
      click:
        'Give the certificate of the authority that signed it (ca), or choose a connection that is encrypted but not proved.',
      cause: error,
    })
  if (/not support SSL|not support secure connection/i.test(message))
    return new SourceTrouble('rights', 'It takes no encrypted connections.', {
      click: 'Have TLS switched on there, or choose a connection without it.',
      cause: error,
    })
  return null
}

export const refusedUser = (cause: unknown): SourceTrouble =>
  new SourceTrouble('sign-in', 'It does not take this user and password.', {
    click: 'Type the password anew, or have the user let in from the address of the feed.',
    cause,
  })

export const missingRight = (said: string, cause: unknown): SourceTrouble =>
  new SourceTrouble('rights', `The user may not read this. It says: “${said}”`, {
    click: 'Grant SELECT on what the query reads.',
    cause,
  })

export const refusedQuery = (said: string, cause: unknown): SourceTrouble =>
  new SourceTrouble('rights', `The query cannot be run. It says: “${said}”`, {
    click: 'It is one SELECT, whose columns have a name of their own each.',
    cause,
  })

export const writingQuery = (cause: unknown): SourceTrouble =>
  new SourceTrouble('rights', 'The query would write, and nothing is ever written.', { cause })

export const slowQuery = (queryMs: number, cause: unknown): SourceTrouble =>
  new SourceTrouble('busy', `The query took longer than ${queryMs / 1000} s, and was stopped.`, {
    click: 'Have an index made on the column that says when a row was changed, or read fewer rows.',
    cause,
  })

export const fullDatabase = (cause: unknown): SourceTrouble =>
  new SourceTrouble('busy', 'It has no connection left for the feed.', { cause })

/** Words of a server, of which some quote a whole row. */
export const shortWords = (text: string): string =>
  text.length > 240 ? `${text.slice(0, 240).toWellFormed()}…` : text
