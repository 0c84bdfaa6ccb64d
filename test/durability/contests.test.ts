// Kills the feed around the end of contests and asks afterwards for what it said of them: each ended once, with what it had when
// it ended. FLOORBOARD_CONTEST_KILLS says how often (2; `npm run prove` says 50), FLOORBOARD_SEED repeats a run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { ContestsAnswer } from '../../shared/wire/contests/api.ts'
import { sayFigures } from '../figures.ts'
import { createDice } from './dice.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const kills = Number(process.env['FLOORBOARD_CONTEST_KILLS'] ?? 2)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

const floorText = `
floor: { name: Small floor, timeZone: UTC, currency: USD }
people: [{ id: ana, name: Ana }, { id: bo, name: Bo }]
metrics:
  - { id: calls, name: Calls, objective: How many?, indicator: input, question: activity, unit: count,
      of: { from: activity, where: [{ field: kind, is: call }], date: at } }
`
const json = { 'content-type': 'application/json' }

const ask = async (feed: FeedProcess, path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(
    `${feed.url}${path}`,
    body === undefined ? {} : { method: 'POST', headers: json, body: JSON.stringify(body) },
  )
  expect(answer.status).toBe(200)
  return await answer.json()
}
/** Also after an answer that never came: the same again. */
const tell = async (feed: FeedProcess, path: string, body: object): Promise<void> => {
  const answer = await fetch(`${feed.url}${path}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}

test(
  `[K23] a contest ends once through ${kills} kills around its end (seed ${seed})`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorboard-contests-'))
    const dice = createDice(seed)
    let feed = await spawnFeed(folder)
    const put = await fetch(`${feed.url}/api/v1/floor`, {
      method: 'PUT',
      headers: { 'content-type': 'application/yaml' },
      body: floorText,
    })
    expect(put.status).toBe(200)
    const seen = new Map<string, string>()
    const note = async (): Promise<number> => {
      const { ended } = ContestsAnswer.parse(await ask(feed, '/api/v1/contests'))
      for (const { changedSince: _, ...standings } of ended) {
        const said = JSON.stringify(standings)
        expect(seen.get(standings.contest) ?? said).toBe(said)
        seen.set(standings.contest, said)
      }
      return seen.size
    }
    for (let nth = 0; nth < kills; nth += 1) {
      const rep = dice() < 0.5 ? 'ana' : 'bo'
      const fact = { source: 'dialer', id: `${nth}`, type: 'activity', kind: 'call', credits: [{ rep }] }
      // Each fact is late for all contests before it.
      await tell(feed, '/api/v1/facts', { facts: [{ ...fact, at: '2026-03-02T12:00:00Z' }] })
      const { version } = (await ask(feed, '/api/v1/floor')) as { version: number }
      const contest = {
        ...{
          id: `game-${nth}`,
          name: `Game ${nth}`,
          counts: 'calls',
          from: '2026-03-02',
          until: '2026-03-02',
        },
        ...{ win: { by: nth % 2 === 0 ? 'most' : 'raffle' }, settleHours: 0, state: 'announced' },
      }
      await tell(feed, '/api/v1/floor/edits', {
        version,
        edits: [{ do: 'add', list: 'contests', entry: contest }],
      })
      // It ends within the next second or two.
      await sleep(dice() * 2500)
      await feed.kill()
      feed = await spawnFeed(folder)
      await note()
    }
    for (let tries = 0; tries < 300 && (await note()) < Math.min(kills, 50); tries += 1) await sleep(100)
    expect(seen.size).toBe(kills)
    await feed.kill()
    const database = new Database(join(folder, 'floor.db'))
    const rows = database.prepare("SELECT key FROM entry WHERE key LIKE '%contest-end%'").raw().all()
    database.close()
    expect(rows).toHaveLength(kills)
    sayFigures(`${kills} kills, ${seen.size} contests that ended once each`)
    rmSync(folder, { recursive: true, force: true })
  },
  60_000 + kills * 20_000,
)
