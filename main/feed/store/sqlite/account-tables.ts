// The tables of `accounts.db`, and what a row of each is.
import Database from 'libsql'
import { z } from 'zod'
import { AccountRole } from '../../../../shared/wire/accounts.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import type { StoredAccount, StoredLink, StoredSession } from '../accounts.ts'
import { pragma, rollBack } from './sqlite-database.ts'

/** Each step makes of a file of the format before it one of its own. */
const steps: readonly string[] = [
  `CREATE TABLE account (
     id TEXT PRIMARY KEY,
     email TEXT UNIQUE,   -- in lower case; null: removed
     name TEXT NOT NULL,
     role TEXT NOT NULL,
     teams TEXT NOT NULL, -- JSON
     person TEXT,
     password TEXT,
     subject TEXT UNIQUE,
     created_at INTEGER NOT NULL,
     last_seen INTEGER
   ) WITHOUT ROWID;
   CREATE TABLE session (
     hash TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     account TEXT NOT NULL,
     device TEXT NOT NULL,
     address TEXT NOT NULL,
     started_at INTEGER NOT NULL,
     last_seen INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX session_of ON session (account);
   CREATE TABLE link (
     hash TEXT PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     by TEXT NOT NULL,
     kind TEXT NOT NULL,
     account TEXT,
     invited TEXT, -- JSON
     created_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE token_use (id TEXT PRIMARY KEY, last_used INTEGER NOT NULL) WITHOUT ROWID;`,
]

/** Another process writes for a few milliseconds at most. */
const busyMs = 2000

const fromJson = (text: string): unknown => JSON.parse(text)

export const AccountRow = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: AccountRole,
    teams: z.string().transform(fromJson).pipe(z.array(z.string())),
    person: z.string().nullable(),
    password: z.string().nullable(),
    subject: z.string().nullable(),
    created_at: z.number(),
    last_seen: z.number().nullable(),
  })
  .transform(
    ({ created_at: createdAt, last_seen: lastSeen, ...rest }): StoredAccount => ({
      ...rest,
      createdAt,
      lastSeen,
    }),
  )

export const SessionRow = z
  .object({
    hash: z.string(),
    id: z.string(),
    account: z.string(),
    device: z.string(),
    address: z.string(),
    started_at: z.number(),
    last_seen: z.number(),
  })
  .transform(
    ({ started_at: startedAt, last_seen: lastSeen, ...rest }): StoredSession => ({
      ...rest,
      startedAt,
      lastSeen,
    }),
  )

const Invited = z.object({
  name: z.string(),
  email: z.string(),
  role: AccountRole,
  teams: z.array(z.string()),
  person: z.string().nullable(),
})
const linkColumns = {
  hash: z.string(),
  id: z.string(),
  by: z.string(),
  created_at: z.number(),
  expires_at: z.number(),
}
export const LinkRow = z
  .discriminatedUnion('kind', [
    z.object({
      ...linkColumns,
      kind: z.literal('invitation'),
      invited: z.string().transform(fromJson).pipe(Invited),
    }),
    z.object({ ...linkColumns, kind: z.literal('reset'), account: z.string() }),
  ])
  .transform(
    ({ created_at: createdAt, expires_at: expiresAt, ...rest }): StoredLink => ({
      ...rest,
      createdAt,
      expiresAt,
    }),
  )

const climb = (database: Database.Database): void => {
  const found = Number(pragma(database, 'user_version'))
  if (found > steps.length)
    throw new BadSetUp(`it has format ${found}, this version reads up to ${steps.length}`)
  if (found === steps.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have climbed while this one waited for the lock.
    for (const step of steps.slice(Number(pragma(database, 'user_version')))) database.exec(step)
    database.exec(`PRAGMA user_version = ${steps.length}`)
    database.exec('COMMIT')
  } catch (error) {
    // A disk that is full may have ended it already.
    rollBack(database)
    throw error
  }
}

/**
 * With a rollback journal and not a WAL: it is written rarely, read by several processes, and must be readable on a disk
 * that takes nothing.
 */
export const openAccountTables = (file: string): Database.Database => {
  const database = new Database(file)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyMs}`)
    database.exec('PRAGMA trusted_schema = OFF')
    database.exec('PRAGMA synchronous = FULL')
    // What is removed is overwritten.
    database.exec('PRAGMA secure_delete = ON')
    climb(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
