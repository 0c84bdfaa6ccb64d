// Notes, agreed actions and one-to-ones, in the file `talks.db` beside the log.
import { z } from 'zod'
import { briefOf, StoredTalk, type TalkBrief, type TalkStore, TalksUnavailable } from '../talk-store.ts'
import { makePrivate } from './private-file.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'
import { pragma } from './sqlite-database.ts'

const format = 1

const tables = `
  CREATE TABLE IF NOT EXISTS talk (
    id TEXT PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS talk_person ON talk (person, at);
`

const Bodies = z.array(z.tuple([z.string()]))

/** One of a later version of this program is passed over. */
const parsed = (body: string): StoredTalk[] => {
  const { data } = StoredTalk.safeParse(JSON.parse(body))
  return data ? [data] : []
}

/** Throws what the disk or SQLite throws where the file can be neither read nor made. */
export const openSqliteTalkStore = ({ file, onDamage, kept }: SidePlace): TalkStore => {
  makePrivate(file)
  const database = openSideFile({ file, format, tables, synchronous: 'FULL', onDamage, kept })
  // What is erased is overwritten, and not left in a free page.
  pragma(database, 'secure_delete = ON')
  const ofPerson = database.prepare('SELECT body FROM talk WHERE person = ? ORDER BY at DESC, id').raw()
  const one = database.prepare('SELECT body FROM talk WHERE id = ? AND person = ?').raw()
  const talksOf = (rows: unknown): readonly StoredTalk[] =>
    Bodies.parse(rows).flatMap(([body]) => parsed(body))
  const of = (person: string): readonly StoredTalk[] => talksOf(ofPerson.all(person))
  const briefs = new Map<string, TalkBrief>()
  /** How many rows it changed, all of this person. */
  const write = (person: string, sql: string, ...values: unknown[]): number => {
    briefs.delete(person)
    let changes = 0
    writeSideFile(
      database,
      () => {
        changes = database.prepare(sql).run(...values).changes
      },
      (message, options) => new TalksUnavailable(message, options),
    )
    return changes
  }
  /** The journal holds what stood before: it is emptied with what was erased. */
  const forget = (): void => void pragma(database, 'wal_checkpoint(TRUNCATE)')
  return {
    of,
    brief: (person) => {
      const brief = briefs.get(person) ?? briefOf(of(person))
      briefs.set(person, brief)
      return brief
    },
    find: (person, id) => talksOf(one.all(id, person))[0] ?? null,
    add: (talk) =>
      write(
        talk.person,
        'INSERT INTO talk VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
        ...[talk.id, talk.person, Math.round(talk.at), talk.version, JSON.stringify(talk)],
      ) > 0,
    put: (talk, over) => {
      const changed = write(
        talk.person,
        'UPDATE talk SET version = ?, body = ? WHERE id = ? AND person = ? AND version = ?',
        ...[talk.version, JSON.stringify(talk), talk.id, talk.person, over],
      )
      if (changed > 0) forget()
      return changed > 0
    },
    remove: (person, id) => {
      const removed = write(person, 'DELETE FROM talk WHERE id = ? AND person = ?', id, person)
      if (removed > 0) forget()
      return removed > 0
    },
    erase: (person) => {
      const erased = write(person, 'DELETE FROM talk WHERE person = ?', person)
      if (erased > 0) forget()
      return erased
    },
    close: () => database.close(),
  }
}
