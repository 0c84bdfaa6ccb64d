import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { openSqliteVoteStore } from './sqlite/sqlite-vote-store.ts'
import { noVotes, type StoredNomination, VotesUnavailable } from './vote-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-votes-'))
  folders.push(folder)
  return join(folder, 'votes.db')
}
const fail = (aside: string): never => {
  throw new Error(`damaged: ${aside}`)
}
const open = (file: string) => openSqliteVoteStore({ file, onDamage: fail })

const november = { award: 'player', on: '2026-11-01' }
const december = { award: 'player', on: '2026-12-01' }
const nomination = (id: string, at: number, more: Partial<StoredNomination> = {}): StoredNomination => ({
  ...november,
  ...{ id, author: 'ana', person: 'bo', words: `words of ${id}`, at },
  ...more,
})
const everybody = new Set(['ana', 'bo', 'cy', 'dee'])
const rules = { mayVote: everybody, canWin: everybody }

test('[K76] nominations come back after a restart, the first one first, each once', () => {
  const file = newFile()
  const first = open(file)
  expect(first.nominate(nomination('n2', 2))).toBe(true)
  expect(first.nominate(nomination('n1', 1, { author: 'cy' }))).toBe(true)
  expect(first.nominate(nomination('n1', 9, { words: 'again' }))).toBe(false)
  first.nominate(nomination('n3', 3, december))
  first.close()
  const store = open(file)
  expect(store.nominations(november).map(({ id }) => id)).toEqual(['n1', 'n2'])
  expect(store.nomination('n1')).toEqual(nomination('n1', 1, { author: 'cy' }))
  expect(store.takeBack('n1')).toBe(true)
  expect(store.takeBack('n1')).toBe(false)
  expect(store.nominations(november).map(({ id }) => id)).toEqual(['n2'])
  store.close()
})

test('[K77] a voter has one vote in a round, the last one', () => {
  const store = open(newFile())
  const vote = (voter: string, person: string, round = november) =>
    store.vote({ ...round, voter, person, at: 5 })
  vote('ana', 'bo')
  vote('ana', 'cy')
  vote('dee', 'cy')
  vote('ana', 'bo', december)
  expect(store.totals(november, rules)).toEqual({ votes: new Map([['cy', 2]]), voted: 2 })
  expect(store.totals(december, rules)).toEqual({ votes: new Map([['bo', 1]]), voted: 1 })
  expect([store.hasVoted(november, 'ana'), store.hasVoted(november, 'cy')]).toEqual([true, false])
  expect(store.turnout(november, new Set(['ana', 'cy']))).toBe(1)
  expect(store.rounds()).toEqual([
    { ...november, at: 5 },
    { ...december, at: 5 },
  ])
  store.close()
})

test('[K80] what is forgotten is gone from the disk, and the file is for whoever runs the feed alone', () => {
  const file = newFile()
  const store = open(file)
  store.nominate(nomination('n1', 1, { words: 'a sentence about somebody '.repeat(5) }))
  store.vote({ ...november, voter: 'a-voter-of-november', person: 'bo', at: 1 })
  store.vote({ ...december, voter: 'a-voter-of-december', person: 'bo', at: 1 })
  store.forget(november)
  const onDisk = ['', '-wal'].map((end) => readFileSync(`${file}${end}`).toString('latin1')).join()
  expect(onDisk).not.toContain('a sentence about somebody')
  expect(onDisk).not.toContain('a-voter-of-november')
  expect(onDisk).toContain('a-voter-of-december')
  expect(store.rounds()).toEqual([{ ...december, at: 1 }])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  store.close()
})

test('a damaged file is put aside, and where none can be used nothing is taken', () => {
  const file = newFile()
  writeFileSync(file, 'no database at all, and long enough to be looked at as one'.repeat(20))
  const damaged: string[] = []
  const store = openSqliteVoteStore({ file, onDamage: (aside) => damaged.push(aside) })
  expect(damaged).toEqual([`${file}.damaged`])
  store.close()
  const none = noVotes('the disk is away')
  expect(() => none.vote({ ...november, voter: 'ana', person: 'bo', at: 1 })).toThrow(VotesUnavailable)
  expect(() => none.totals(november, rules)).toThrow(VotesUnavailable)
})

test('[K77] whatever is voted, changed and chosen, by whomever, sums are those of a slow recount', () => {
  const people = ['ana', 'bo', 'cy', 'dee', 'eve', 'fay', 'gus']
  const anybody = fc.constantFrom(...people)
  const casts = fc.array(fc.record({ voter: anybody, person: anybody, isOther: fc.boolean() }), {
    maxLength: 40,
  })
  const some = fc.subarray(people)
  fc.assert(
    fc.property(casts, some, some, (all, mayVote, canWin) => {
      const store = openSqliteVoteStore({ file: ':memory:', onDamage: fail })
      for (const { voter, person, isOther } of all)
        store.vote({ ...(isOther ? december : november), voter, person, at: 1 })
      const found = store.totals(november, { mayVote: new Set(mayVote), canWin: new Set(canWin) })
      store.close()
      // For each person, each voter's last cast is looked for from the end.
      let sum = 0
      for (const person of people) {
        let own = 0
        for (const voter of people) {
          const last = all.filter((each) => !each.isOther && each.voter === voter).at(-1)
          const counts = mayVote.includes(voter) && canWin.includes(person) && voter !== person
          if (counts && last?.person === person) own += 1
        }
        sum += own
        expect([person, found.votes.get(person) ?? 0]).toEqual([person, own])
      }
      expect(found.voted).toBe(sum)
    }),
    { numRuns: propertyRuns(60) },
  )
})
