// A floor that is lost closes its stores while requests are in hand. The binding ends the whole process, with all floors of its node,
// where a closed database is asked the wrong thing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LogUnavailable } from '../log.ts'
import { MendingUnavailable } from '../mending-store.ts'
import { ScreenStoreUnavailable } from '../screen-store.ts'
import { TalksUnavailable } from '../talk-store.ts'
import { VotesUnavailable } from '../vote-store.ts'
import { openAccountFile } from './account-file.ts'
import { openSqliteMendingStore } from './sqlite-mending-store.ts'
import { openSqliteScreenStore } from './sqlite-screen-store.ts'
import { openSqliteTalkStore } from './sqlite-talk-store.ts'
import { openSqliteVoteStore } from './sqlite-vote-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-closed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const place = (name: string) => ({
  file: join(folder, name),
  onDamage: (aside: string): never => {
    throw new Error(`damaged: ${aside}`)
  },
})

test('[Q30] a store that is closed refuses what is written, and its process lives', async () => {
  const screens = openSqliteScreenStore(place('screens.db'))
  const votes = openSqliteVoteStore(place('votes.db'))
  const talks = openSqliteTalkStore(place('talks.db'))
  const mending = openSqliteMendingStore(place('mending.db'))
  const accounts = openAccountFile(folder)
  for (const store of [screens, votes, talks, mending]) store.close()
  await accounts.close()
  expect(() => screens.noteSeen(new Map([['wall', 1]]))).toThrow(ScreenStoreUnavailable)
  expect(() => votes.vote({ award: 'p', on: '2026-11-01', voter: 'ana', person: 'bo', at: 1 })).toThrow(
    VotesUnavailable,
  )
  expect(() => talks.erase('ana')).toThrow(TalksUnavailable)
  expect(() => mending.removeDoubt('x')).toThrow(MendingUnavailable)
  await expect(accounts.noteTokenUse('t', 1)).rejects.toThrow(LogUnavailable)
})
