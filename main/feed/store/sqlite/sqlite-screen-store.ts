// What is kept of screens, in the file `screens.db` beside the log.
import { z } from 'zod'
import {
  type CelebrationReport,
  mostRevocations,
  type ScreenStore,
  ScreenStoreUnavailable,
  type ShownDay,
} from '../screen-store.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'

const format = 1

const tables = `
  CREATE TABLE IF NOT EXISTS seen (screen TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pairing (screen TEXT PRIMARY KEY, by TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS revocation (
    hash TEXT PRIMARY KEY, screen TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS mark (tv TEXT PRIMARY KEY, nth INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS shown (
    day TEXT NOT NULL, screen TEXT NOT NULL, board TEXT NOT NULL, times INTEGER NOT NULL, ms INTEGER NOT NULL,
    PRIMARY KEY (day, screen, board)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS celebrated (
    celebration TEXT NOT NULL, screen TEXT NOT NULL, at INTEGER NOT NULL, shown_ms INTEGER NOT NULL,
    late_ms INTEGER NOT NULL, sound TEXT NOT NULL, PRIMARY KEY (celebration, screen)
  ) WITHOUT ROWID;
`

const Celebrated = z.array(
  z.tuple([
    z.string(),
    z.string(),
    z.number(),
    z.number(),
    z.number(),
    z.enum(['played', 'blocked', 'muted', 'none', 'broken']),
  ]),
)
const Seen = z.array(z.tuple([z.string(), z.number()]))
const Pairings = z.array(z.tuple([z.string(), z.string(), z.number()]))
const Mark = z.tuple([z.number()])
const Shown = z.array(z.tuple([z.string(), z.string(), z.string(), z.number(), z.number()]))
const Revoked = z.tuple([z.string(), z.string(), z.number()])

/** Nothing that a wall needs is in it: a damaged file is put aside. */
type SqliteScreenStoreParts = SidePlace

/** Throws what SQLite throws where the file can be neither read nor made. */
export const openSqliteScreenStore = ({ file, onDamage, kept }: SqliteScreenStoreParts): ScreenStore => {
  // What a power cut takes are the last seconds of what screens have shown. Facts are in the log.
  const database = openSideFile({ file, format, tables, synchronous: 'NORMAL', onDamage, kept })
  const all = (sql: string, ...values: unknown[]) => database.prepare(sql).raw().all(values)
  const one = (sql: string, ...values: unknown[]) => all(sql, ...values)[0] ?? null

  const seen = new Map(Seen.parse(all('SELECT screen, at FROM seen')))
  const pairings = new Map(
    Pairings.parse(all('SELECT screen, by, at FROM pairing')).map(([screen, by, at]) => [screen, { by, at }]),
  )
  const putSeen = database.prepare('INSERT OR REPLACE INTO seen VALUES (?, ?)')
  const putPairing = database.prepare('INSERT OR REPLACE INTO pairing VALUES (?, ?, ?)')
  const putRevocation = database.prepare('INSERT OR REPLACE INTO revocation VALUES (?, ?, ?, ?)')
  const dropRevocations = database.prepare(
    `DELETE FROM revocation WHERE hash NOT IN (SELECT hash FROM revocation ORDER BY at DESC LIMIT ${mostRevocations})`,
  )
  const putMark = database.prepare('INSERT OR REPLACE INTO mark VALUES (?, ?, ?)')
  const addShown = database.prepare(
    `INSERT INTO shown VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (day, screen, board) DO UPDATE SET times = times + excluded.times, ms = ms + excluded.ms`,
  )
  const putCelebrated = database.prepare(
    `INSERT INTO celebrated VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (celebration, screen) DO UPDATE SET
       at = excluded.at, shown_ms = excluded.shown_ms, late_ms = excluded.late_ms, sound = excluded.sound
     WHERE excluded.shown_ms >= celebrated.shown_ms`,
  )
  const dropCelebrated = database.prepare('DELETE FROM celebrated WHERE at < ?')
  const dropShown = database.prepare('DELETE FROM shown WHERE day < ?')
  const dropMarks = database.prepare('DELETE FROM mark WHERE at < ?')

  const markOf = (tv: string): number => {
    const found = one('SELECT nth FROM mark WHERE tv = ?', tv)
    return found === null ? 0 : Mark.parse(found)[0]
  }

  const write = (work: () => void): void =>
    writeSideFile(database, work, (message, options) => new ScreenStoreUnavailable(message, options))

  return {
    seen: () => seen,
    noteSeen: (noted) => {
      for (const [screen, at] of noted) seen.set(screen, at)
      write(() => {
        for (const [screen, at] of noted) putSeen.run(screen, at)
      })
    },
    pairings: () => pairings,
    notePairing: (screen, pairing) => {
      pairings.set(screen, pairing)
      write(() => putPairing.run(screen, pairing.by, pairing.at))
    },
    revocation: (hash) => {
      const found = one('SELECT screen, by, at FROM revocation WHERE hash = ?', hash)
      if (found === null) return null
      const [screen, by, at] = Revoked.parse(found)
      return { screen, by, at }
    },
    noteRevocation: (hash, { screen, by, at }) =>
      write(() => {
        putRevocation.run(hash, screen, by, at)
        dropRevocations.run()
      }),
    addShown: (pieces, at) =>
      write(() => {
        const marks = new Map<string, { readonly before: number; highest: number }>()
        for (const { tv, nth, screen, board, day, times, ms } of pieces) {
          const known = marks.get(tv)
          const before = known?.before ?? markOf(tv)
          const mark = known ?? { before, highest: before }
          marks.set(tv, mark)
          if (nth <= before) continue
          mark.highest = Math.max(mark.highest, nth)
          addShown.run(day, screen, board, times, ms)
        }
        for (const [tv, { highest }] of marks) putMark.run(tv, highest, at)
      }),
    shown: ({ screen, from, to }) =>
      Shown.parse(
        all(
          `SELECT day, screen, board, times, ms FROM shown
           WHERE day >= ? AND day <= ? AND (? IS NULL OR screen = ?) ORDER BY day, screen, board`,
          from,
          to,
          screen,
          screen,
        ),
      ).map(([day, name, board, times, ms]): ShownDay => ({ day, screen: name, board, times, ms })),
    addCelebrated: ({ celebration, screen, at, shownMs, lateMs, sound }) =>
      write(
        () =>
          void putCelebrated.run(
            celebration,
            screen,
            Math.round(at),
            Math.round(shownMs),
            Math.round(lateMs),
            sound,
          ),
      ),
    celebrated: (ids) =>
      Celebrated.parse(
        all(
          `SELECT celebration, screen, at, shown_ms, late_ms, sound FROM celebrated
           WHERE celebration IN (SELECT value FROM json_each(?)) ORDER BY celebration, at, screen`,
          JSON.stringify(ids),
        ),
      ).map(
        ([celebration, screen, at, shownMs, lateMs, sound]): CelebrationReport => ({
          celebration,
          screen,
          at,
          shownMs,
          lateMs,
          sound,
        }),
      ),
    forgetBefore: (day, at) =>
      write(() => {
        dropCelebrated.run(at)
        dropShown.run(day)
        dropMarks.run(at)
      }),
    close: () => database.close(),
  }
}
