// Kills the feed at random moments while facts come in and go out, and asks afterwards for every word it gave.
// FLOORBOARD_KILLS says how often (4; `npm run prove` says 200), FLOORBOARD_SEED repeats a run.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { sayFigures } from '../figures.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { createDice } from './dice.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const kills = Number(process.env['FLOORBOARD_KILLS'] ?? 4)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

const reps = ['priya', 'marcus', 'elena']

interface Known {
  /** Minor units; null: withdrawn. */
  readonly minor: number | null
  readonly rep: string
}

/** Between two kills, on average; no kill comes before so many are acknowledged as its dice say. */
const factsAKill = 600
/** Of a post: one fact, some, or as many as are written on a thread of their own. */
const postSizes = [1, 1, 200, 1500] as const

/** Per key, what may stand: what was acknowledged last, and what was sent after that without an answer. */
type Possible = Map<string, Known[]>

const writeUntilDead = async (
  feed: FeedProcess,
  lane: number,
  possible: Possible,
  dice: () => number,
  note: (acknowledged: number) => void,
): Promise<void> => {
  for (;;) {
    const batch = new Map<string, Known>()
    const size = Math.ceil(dice() * (postSizes[Math.floor(dice() * postSizes.length)] ?? 1))
    for (let count = 0; count < size; count += 1)
      batch.set(`${lane}-${Math.floor(dice() * 3000)}`, {
        minor: Math.floor(dice() * 100_000),
        rep: reps[Math.floor(dice() * reps.length)] ?? 'priya',
      })
    const [oneId = ''] = batch.keys()
    const withdrawing = size === 1 && dice() < 0.5 && possible.has(oneId)
    if (withdrawing) batch.set(oneId, { minor: null, rep: '' })
    for (const [id, known] of batch)
      possible.set(id, [...(possible.get(id) ?? [{ minor: null, rep: '' }]), known])
    try {
      const answer = withdrawing
        ? await fetch(`${feed.url}/api/v1/facts/crm/${oneId}`, { method: 'DELETE' })
        : await fetch(`${feed.url}/api/v1/facts`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              facts: [...batch].map(([id, { minor, rep }]) => ({
                source: 'crm',
                id,
                type: 'deal',
                status: 'won',
                amount: { minor, currency: 'USD' },
                closedAt: '2026-11-20T19:00:00Z',
                credits: [{ rep }],
              })),
            }),
          })
      if (answer.status !== 200) throw new Error(`the feed answered ${answer.status}`)
      await answer.text()
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
    for (const [id, known] of batch) possible.set(id, [known])
    note(batch.size)
  }
}

const revenueByRep = async (feed: FeedProcess): Promise<Record<string, number>> => {
  const answer = await fetch(`${feed.url}/api/v1/metrics/revenue?window=all`)
  const { rows } = (await answer.json()) as { rows: { subject: string; value: number }[] }
  return Object.fromEntries(rows.map(({ subject, value }) => [subject, value]))
}

/** What stands, read past the feed, from a copy of what it left behind: mending that is the next start's own work. */
const readLog = (folder: string): Map<string, Known> => {
  const copy = mkdtempSync(join(tmpdir(), 'floorboard-copy-'))
  for (const name of readdirSync(folder).filter((name) => name.startsWith('floor.db')))
    copyFileSync(join(folder, name), join(copy, name))
  const database = new Database(join(copy, 'floor.db'))
  const [check] = database.prepare('PRAGMA integrity_check').raw().all()
  expect(check).toEqual(['ok'])
  const rows = database
    // The floor stands there too; facts are those whose key begins with a bracket.
    .prepare("SELECT entry.body FROM head JOIN entry USING (seq) WHERE head.key LIKE '[%'")
    .raw()
    .all() as [string][]
  database.close()
  rmSync(copy, { recursive: true })
  return new Map(
    rows.map(([body]) => {
      const { id, amount, credits } = JSON.parse(body).fact
      return [id, { minor: amount.minor, rep: credits[0].rep }]
    }),
  )
}

test(
  `every acknowledged fact outlives ${kills} kills, and nothing withdrawn does (seed ${seed})`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorboard-kill-'))
    const dice = createDice(seed)
    const possible: Possible = new Map()
    let acknowledged = 0
    let feed = await spawnFeed(folder)
    const put = await fetch(`${feed.url}/api/v1/floor`, {
      method: 'PUT',
      headers: { 'content-type': 'application/yaml' },
      body: smallFloorText,
    })
    expect(put.status).toBe(200)

    for (let kill = 0; kill < kills; kill += 1) {
      const before = acknowledged
      const note = (count: number) => {
        acknowledged += count
      }
      const lanes = [0, 1, 2, 3].map((lane) =>
        writeUntilDead(feed, lane, possible, createDice(dice() * 2 ** 32), note),
      )
      const least = 2 * factsAKill * dice()
      const isUp = () => feed.child.exitCode === null && feed.child.signalCode === null
      while (acknowledged - before < least && isUp()) await sleep(5)
      await sleep(dice() * 50)
      await feed.kill()
      await Promise.all(lanes)

      const standing = readLog(folder)
      for (const [id, choices] of possible) {
        const found = standing.get(id) ?? { minor: null, rep: '' }
        // Not asked by `expect`, which takes longer than the feed for so many.
        const may = choices.some(({ minor, rep }) => minor === found.minor && rep === found.rep)
        if (!may)
          expect.fail(
            `fact ${id} after kill ${kill + 1} is ${JSON.stringify(found)}: ${JSON.stringify(choices)}`,
          )
        possible.set(id, [found])
      }
      expect(
        [...standing.keys()].filter((id) => !possible.has(id)),
        'was never sent',
      ).toEqual([])

      feed = await spawnFeed(folder)
      const expected: Record<string, number> = { priya: 0, marcus: 0, elena: 0 }
      for (const { minor, rep } of standing.values()) expected[rep] = (expected[rep] ?? 0) + (minor ?? 0)
      expect(await revenueByRep(feed)).toEqual(expected)
    }
    sayFigures(`${kills} kills, ${acknowledged} facts acknowledged, ${possible.size} keys`)
    expect(await feed.stop()).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  },
  30_000 + kills * 15_000,
)
