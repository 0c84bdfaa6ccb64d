// Nominations and votes of rounds that are not decided yet, in the file `votes.db` beside the log.
import { z } from 'zod'
import { countVotes } from '../../../../shared/domain/facts/votes.ts'
import { type RoundKey, type StoredNomination, type VoteStore, VotesUnavailable } from '../vote-store.ts'
import { makePrivate } from './private-file.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'
import { pragma } from './sqlite-database.ts'

const format = 1

// A vote has no time of its own in its row: with it, whoever has the file could tell who voted when others looked on.
const tables = `
  CREATE TABLE IF NOT EXISTS nomination (
    id TEXT PRIMARY KEY, award TEXT NOT NULL, round TEXT NOT NULL, author TEXT NOT NULL, person TEXT NOT NULL,
    words TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS nomination_round ON nomination (award, round, at, id);
  CREATE TABLE IF NOT EXISTS vote (
    award TEXT NOT NULL, round TEXT NOT NULL, voter TEXT NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (award, round, voter)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS round (
    award TEXT NOT NULL, round TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (award, round)
  ) WITHOUT ROWID;
`

const Nominations = z.array(
  z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.string(), z.number()]).transform(
    ([id, award, on, author, person, words, at]): StoredNomination => ({
      ...{ id, award, on, author, person, words, at },
    }),
  ),
)
const Ballots = z.array(z.tuple([z.string(), z.string()]).transform(([voter, person]) => ({ voter, person })))
const Names = z.array(z.tuple([z.string()]).transform(([voter]) => voter))
const Rounds = z.array(
  z.tuple([z.string(), z.string(), z.number()]).transform(([award, on, at]) => ({ award, on, at })),
)

const columns = 'id, award, round, author, person, words, at'

/** Throws what the disk or SQLite throws where the file can be neither read nor made. */
export const openSqliteVoteStore = ({ file, onDamage, kept }: SidePlace): VoteStore => {
  makePrivate(file)
  const database = openSideFile({ file, format, tables, synchronous: 'FULL', onDamage, kept })
  // What is forgotten is overwritten, and not left in a free page.
  pragma(database, 'secure_delete = ON')
  const ofRound = database
    .prepare(`SELECT ${columns} FROM nomination WHERE award = ? AND round = ? ORDER BY at, id`)
    .raw()
  const one = database.prepare(`SELECT ${columns} FROM nomination WHERE id = ?`).raw()
  const ballots = database.prepare('SELECT voter, person FROM vote WHERE award = ? AND round = ?').raw()
  const voters = database.prepare('SELECT voter FROM vote WHERE award = ? AND round = ?').raw()
  const rounds = database.prepare('SELECT award, round, at FROM round').raw()

  /** How many rows the statements changed, all together. */
  const write = (...statements: readonly (readonly [string, ...unknown[]])[]): number => {
    let changes = 0
    writeSideFile(
      database,
      () => {
        for (const [sql, ...values] of statements) changes += database.prepare(sql).run(...values).changes
      },
      (message, options) => new VotesUnavailable(message, options),
    )
    return changes
  }
  /** The journal holds what stood before: it is emptied with what was forgotten. */
  const emptyJournal = (): void => void pragma(database, 'wal_checkpoint(TRUNCATE)')
  const noteRound = ({ award, on }: RoundKey, at: number) =>
    [
      'INSERT INTO round VALUES (?, ?, ?) ON CONFLICT (award, round) DO UPDATE SET at = excluded.at',
      ...[award, on, Math.round(at)],
    ] as const
  const votersOf = ({ award, on }: RoundKey): readonly string[] => Names.parse(voters.all(award, on))

  return {
    nominations: ({ award, on }) => Nominations.parse(ofRound.all(award, on)),
    nomination: (id) => Nominations.parse(one.all(id))[0] ?? null,
    nominate: ({ id, award, on, author, person, words, at }) => {
      const known = Nominations.parse(one.all(id)).length > 0
      if (known) return false
      write(
        [
          'INSERT INTO nomination VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...[id, award, on, author, person, words, Math.round(at)],
        ],
        noteRound({ award, on }, at),
      )
      return true
    },
    takeBack: (id) => {
      const removed = write(['DELETE FROM nomination WHERE id = ?', id]) > 0
      if (removed) emptyJournal()
      return removed
    },
    vote: ({ award, on, voter, person, at }) => {
      write(
        [
          'INSERT INTO vote VALUES (?, ?, ?, ?) ON CONFLICT (award, round, voter) DO UPDATE SET person = excluded.person',
          ...[award, on, voter, person],
        ],
        noteRound({ award, on }, at),
      )
      emptyJournal()
    },
    hasVoted: (round, voter) => votersOf(round).includes(voter),
    turnout: (round, of) => votersOf(round).filter((voter) => of.has(voter)).length,
    totals: ({ award, on }, rules) => countVotes(Ballots.parse(ballots.all(award, on)), rules),
    rounds: () => Rounds.parse(rounds.all()),
    forget: ({ award, on }) => {
      const removed = write(
        ['DELETE FROM vote WHERE award = ? AND round = ?', award, on],
        ['DELETE FROM nomination WHERE award = ? AND round = ?', award, on],
        ['DELETE FROM round WHERE award = ? AND round = ?', award, on],
      )
      if (removed > 0) emptyJournal()
    },
    close: () => database.close(),
  }
}
