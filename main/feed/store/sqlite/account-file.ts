// Accounts in the file `accounts.db` of a data folder. Commands change it while a feed uses it.
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { BadSetUp } from '../../bad-set-up.ts'
import type { AccountStore, StoredAccount } from '../accounts.ts'
import { type KeptFolder, ownFolder } from '../kept-folder.ts'
import { LogUnavailable } from '../log.ts'
import { AccountRow, LinkRow, openAccountTables, SessionRow } from './account-tables.ts'
import { watchedFile } from './row-watch.ts'
import { isOutage, rollBack } from './sqlite-database.ts'

const fileName = 'accounts.db'
const present = 'email IS NOT NULL'

/** The journals that SQLite puts beside a file have the rights of that file. */
const makeFile = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  else if (process.platform !== 'win32') chmodSync(file, 0o600)
}

/** False where the disk takes nothing at the moment. */
const isWritable = (file: string): boolean => {
  try {
    makeFile(file)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EROFS' || code === 'ENOSPC' || code === 'EPERM') return false
    throw error
  }
}

/** One in which accounts may be has never had this size. */
const isEmpty = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0

/**
 * In an existing folder. Where the disk takes nothing and there is no file yet, there are no accounts, and none can be kept
 * beyond this process. Throws `BadSetUp`.
 */
const openDatabase = (folder: string) => {
  const file = join(folder, fileName)
  try {
    return openAccountTables(isWritable(file) || existsSync(file) ? file : ':memory:')
  } catch (error) {
    if (isOutage(error) && isEmpty(file)) return openAccountTables(':memory:')
    const why = error instanceof Error ? error.message : String(error)
    throw new BadSetUp(`The file of the accounts, ${file}, cannot be used: ${why}.`, { cause: error })
  }
}

/** `kept`: what keeps the folder, where something else does. */
export const openAccountFile = (folder: string, kept: KeptFolder = ownFolder(folder)): AccountStore => {
  const database = openDatabase(folder)
  // One in memory is kept nowhere.
  const isKept = kept.isCopy && !database.memory
  const written = isKept ? kept.watch(join(folder, fileName), watchedFile(database)) : () => undefined

  const one = <T>(sql: string, row: z.ZodType<T>, ...values: readonly unknown[]): T | null => {
    const found = database.prepare(sql).get(...values)
    return found === undefined ? null : row.parse(found)
  }
  const all = <T>(sql: string, row: z.ZodType<T>, ...values: readonly unknown[]): readonly T[] =>
    database
      .prepare(sql)
      .all(...values)
      .map((each) => row.parse(each))
  const isThere = (sql: string, ...values: readonly unknown[]): boolean =>
    database.prepare(sql).get(...values) !== undefined

  /** Everything that it does, or nothing. */
  const write = <T>(work: () => T): T => {
    // A floor that is lost closes while requests are in hand.
    if (!database.open) throw new LogUnavailable('the accounts are closed')
    try {
      database.exec('BEGIN IMMEDIATE')
      const result = work()
      database.exec('COMMIT')
      written()
      return result
    } catch (error) {
      rollBack(database)
      if (isOutage(error)) throw new LogUnavailable('the accounts cannot be written', { cause: error })
      throw error
    }
  }
  /** How many rows it changed. */
  const run = (sql: string, ...values: readonly unknown[]): number =>
    database.prepare(sql).run(...values).changes

  // Asked for each TV that comes, of which there may be thousands at once.
  const findAdmin = database.prepare(`SELECT 1 FROM account WHERE role = 'admin' AND ${present} LIMIT 1`)
  const hasAdmin = (): boolean => findAdmin.get() !== undefined
  const account = (id: string): StoredAccount | null =>
    one(`SELECT * FROM account WHERE id = ? AND ${present}`, AccountRow, id)
  const isOtherAdmin = (id: string): boolean =>
    isThere(`SELECT 1 FROM account WHERE role = 'admin' AND ${present} AND id <> ? LIMIT 1`, id)
  const insert = (added: StoredAccount): void => {
    const { id, email, name, role, teams, person, password, subject, createdAt, lastSeen } = added
    run(
      'INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, email, name, role, JSON.stringify(teams), person, password, subject, createdAt, lastSeen],
    )
  }
  const put = ({ id, name, role, teams, person, password, subject, lastSeen }: StoredAccount): void => {
    run(
      'UPDATE account SET name = ?, role = ?, teams = ?, person = ?, password = ?, subject = ?, last_seen = ? WHERE id = ?',
      ...[name, role, JSON.stringify(teams), person, password, subject, lastSeen, id],
    )
  }
  const forget = (id: string): void => {
    run('DELETE FROM session WHERE account = ?', id)
    run('DELETE FROM link WHERE account = ?', id)
  }

  return {
    hasAdmin: async () => hasAdmin(),
    accounts: async () => all(`SELECT * FROM account WHERE ${present} ORDER BY name, id`, AccountRow),
    account: async (id) => account(id),
    accountWithEmail: async (email) => one('SELECT * FROM account WHERE email = ?', AccountRow, email),
    accountWithSubject: async (subject) =>
      one(`SELECT * FROM account WHERE subject = ? AND ${present}`, AccountRow, subject),
    nameOf: async (id) => {
      const row: unknown = database.prepare('SELECT name FROM account WHERE id = ?').raw().get(id)
      return Array.isArray(row) ? String(row[0]) : null
    },
    addAccount: async (added) =>
      write(() => {
        if (isThere('SELECT 1 FROM account WHERE email = ?', added.email)) return false
        insert(added)
        return true
      }),
    addFirstAdmin: async (added) =>
      write(() => {
        if (hasAdmin() || isThere('SELECT 1 FROM account WHERE email = ?', added.email)) return false
        insert(added)
        return true
      }),
    editAccount: async (id, edit) =>
      write(() => {
        const before = account(id)
        if (before === null) return 'unknown'
        const after = { ...before, ...edit }
        if (before.role === 'admin' && after.role !== 'admin' && !isOtherAdmin(id)) return 'last-admin'
        put(after)
        return 'done'
      }),
    removeAccount: async (id) =>
      write(() => {
        const before = account(id)
        if (before === null) return 'unknown'
        if (before.role === 'admin' && !isOtherAdmin(id)) return 'last-admin'
        run('UPDATE account SET email = NULL, password = NULL, subject = NULL WHERE id = ?', id)
        forget(id)
        return 'done'
      }),

    openSession: async ({ hash, id, account: owner, device, address, startedAt, lastSeen }) =>
      write(() => {
        run(
          'INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...[hash, id, owner, device, address, startedAt, lastSeen],
        )
        run('UPDATE account SET last_seen = ? WHERE id = ?', lastSeen, owner)
      }),
    session: async (hash) => one('SELECT * FROM session WHERE hash = ?', SessionRow, hash),
    sessionsOf: async (owner) =>
      all('SELECT * FROM session WHERE account = ? ORDER BY last_seen DESC', SessionRow, owner),
    touchSession: async (hash, at) =>
      write(() => {
        run('UPDATE session SET last_seen = ? WHERE hash = ?', at, hash)
        run(
          'UPDATE account SET last_seen = ? WHERE id = (SELECT account FROM session WHERE hash = ?)',
          at,
          hash,
        )
      }),
    endSession: async (owner, id) =>
      write(() => run('DELETE FROM session WHERE account = ? AND id = ?', owner, id) > 0),
    endSessions: async (owner, but) => {
      write(() => run('DELETE FROM session WHERE account = ? AND id IS NOT ?', owner, but))
    },
    forgetSessions: async ({ startedAt, lastSeen }) => {
      write(() => run('DELETE FROM session WHERE started_at < ? OR last_seen < ?', startedAt, lastSeen))
    },

    addLink: async (link) => {
      const owner = link.kind === 'reset' ? link.account : null
      const invited = link.kind === 'invitation' ? JSON.stringify(link.invited) : null
      write(() =>
        run(
          'INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ...[link.hash, link.id, link.by, link.kind, owner, invited, link.createdAt, link.expiresAt],
        ),
      )
    },
    link: async (hash) => one('SELECT * FROM link WHERE hash = ?', LinkRow, hash),
    links: async () => all('SELECT * FROM link ORDER BY created_at', LinkRow),
    takeLink: async (hash) =>
      write(() => {
        const found = one('SELECT * FROM link WHERE hash = ?', LinkRow, hash)
        run('DELETE FROM link WHERE hash = ?', hash)
        return found
      }),
    removeLink: async (id) => write(() => run('DELETE FROM link WHERE id = ?', id) > 0),

    tokenUses: async () =>
      new Map(
        database
          .prepare('SELECT id, last_used FROM token_use')
          .raw()
          .all()
          .map((row) => (Array.isArray(row) ? [String(row[0]), Number(row[1])] : ['', 0])),
      ),
    noteTokenUse: async (id, at) => {
      write(() => run('INSERT OR REPLACE INTO token_use VALUES (?, ?)', id, at))
    },
    close: async () => void database.close(),
  }
}
