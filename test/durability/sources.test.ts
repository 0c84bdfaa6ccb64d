// Kills the feed at random moments while it reads the past of a source that changes meanwhile. After each kill its place is held
// against what stands: nothing that it passed is missing. FLOORBOARD_SOURCE_KILLS says how often (2; `npm run prove` says 30),
// FLOORBOARD_SEED repeats a run.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { expect, onTestFinished, test, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { SourcesAnswer } from '../../shared/wire/sources.ts'
import { startHubSpotStandIn, won } from '../connectors/hubspot-stand-in.ts'
import { goodKey, inStage } from '../connectors/hubspot-world.ts'
import { eventually } from '../eventually.ts'
import { sayFigures } from '../figures.ts'
import { smallFloorText } from '../floors/small-floor.ts'
import { createDice } from './dice.ts'
import { type FeedProcess, spawnFeed } from './feed-process.ts'

const kills = Number(process.env['FLOORBOARD_SOURCE_KILLS'] ?? 2)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

/** So many for each kill: about half of them are read before it. */
const dealsAKill = 320
/** Small pages: a place is kept after each. */
const rowsAPage = 60
const months = 2

const floorText = stringify({
  ...parse(smallFloorText),
  sources: [{ id: 'crm', name: 'CRM', vendor: 'hubspot', reads: ['deals'], months }],
})

/** What the runner keeps, as far as this test reads it. */
const Place = z.object({
  log: z.object({ seq: z.number() }).nullable(),
  past: z
    .object({
      windows: z.array(z.object({ from: z.number().nullable(), to: z.number().nullable() })),
      at: z.number(),
      cursor: z.object({ turn: z.number(), after: z.string() }).nullable(),
    })
    .nullable(),
})

interface Kept {
  readonly place: z.infer<typeof Place> | null
  readonly lastSeq: number
  /** By id: minor units, and how many entries of the log it has. */
  readonly facts: ReadonlyMap<string, { readonly minor: number; readonly entries: number }>
}

/** Read past the feed, from a copy of what it left behind: mending that is the next start's own work. */
const readKept = (folder: string): Kept => {
  const copy = mkdtempSync(join(tmpdir(), 'floorboard-copy-'))
  for (const name of readdirSync(folder).filter((each) => /^(floor|connectors)\.db/.test(each)))
    copyFileSync(join(folder, name), join(copy, name))
  const log = new Database(join(copy, 'floor.db'))
  // Facts are those whose key begins with a bracket. Entries have no index by their key: they are counted once.
  const counted = new Map(
    log.prepare("SELECT key, count(*) FROM entry WHERE key LIKE '[%' GROUP BY key").raw().all() as [
      string,
      number,
    ][],
  )
  const rows = log
    .prepare("SELECT head.key, body FROM head JOIN entry USING (seq) WHERE head.key LIKE '[%'")
    .raw()
    .all() as [string, string][]
  const [lastSeq] = log.prepare('SELECT max(seq) FROM entry').raw().get() as [number]
  log.close()
  const facts = new Map(
    rows.map(([key, body]) => {
      const { id, amount } = JSON.parse(body).fact
      return [id, { minor: amount.minor, entries: counted.get(key) ?? 0 }]
    }),
  )
  let place: Kept['place'] = null
  if (existsSync(join(copy, 'connectors.db'))) {
    const store = new Database(join(copy, 'connectors.db'))
    const found = store.prepare("SELECT body FROM source WHERE id = 'crm'").raw().get() as
      | [string]
      | undefined
    store.close()
    if (found !== undefined) place = Place.parse(JSON.parse(found[0]))
  }
  rmSync(copy, { recursive: true })
  return { place, lastSeq, facts }
}

test(
  `[N2] the past of a source has no gap and no double after ${kills} kills, and its place is never ahead of its facts (seed ${seed})`,
  async () => {
    const dice = createDice(seed)
    const standIn = await startHubSpotStandIn(Date.now)
    standIn.keys.add(goodKey)
    standIn.mostRows = rowsAPage
    const folder = mkdtempSync(join(tmpdir(), 'floorboard-source-kill-'))
    const below = (most: number): number => Math.floor(dice() * most)
    const dayMs = 86_400_000
    const fill = (): string =>
      standIn.put('deals', {
        dealname: 'Deal',
        amount: String(1 + below(90_000)),
        // All of it within what is read.
        closedate: new Date(Date.now() - below(25) * dayMs).toISOString(),
        hubspot_owner_id: '71',
        ...inStage(won),
      })
    for (let made = 0; made < (kills + 1) * dealsAKill; made += 1) fill()
    const all = () => [...standIn.rows.deals.values()]
    // Nothing of it changed lately: else it would come with what changes, and not with the past.
    for (const { properties } of all())
      properties['hs_lastmodifieddate'] = new Date(Date.now() - dayMs).toISOString()
    /** How often the stand-in changed each since it was first read: so many entries it may have more. */
    const changes = new Map<string, number>()
    const change = (): void => {
      const row = all()[below(standIn.rows.deals.size)]
      if (row === undefined) return
      standIn.put('deals', { amount: String(1 + below(90_000)) }, row.id)
      changes.set(row.id, (changes.get(row.id) ?? 0) + 1)
    }
    const start = async (): Promise<FeedProcess> => {
      vi.stubEnv('FLOORBOARD_HUBSPOT_API', standIn.url)
      return spawnFeed(folder, '--allow-local-webhooks')
    }
    const sourceOf = async (feed: FeedProcess) => {
      const answer = SourcesAnswer.parse(await (await fetch(`${feed.url}/api/v1/sources`)).json())
      return answer.sources[0]
    }
    const put = async (feed: FeedProcess, path: string, type: string, body: string): Promise<void> => {
      const answer = await fetch(`${feed.url}/api/v1/${path}`, {
        method: 'PUT',
        headers: { 'content-type': type },
        body,
      })
      expect([path, answer.status]).toEqual([path, 200])
    }

    let feed = await start()
    onTestFinished(() => feed.kill())
    await put(feed, 'floor', 'application/yaml', floorText)
    await put(feed, 'sources/crm/keys', 'application/json', JSON.stringify({ keys: { key: goodKey } }))
    let before = 0
    let passedInAll = 0
    let during = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const least = before + below(dealsAKill / 4)
      for (let tries = 0; tries < 2000; tries += 1) {
        const source = await sourceOf(feed)
        if ((source?.facts ?? 0) > least || (source !== undefined && kill > 0 && source.past === null)) break
        if (below(8) === 0) change()
        await sleep(15)
      }
      await sleep(dice() * 300)
      await feed.kill()

      const { place, lastSeq, facts } = readKept(folder)
      before = facts.size
      const truth = all()
      const deals = new Set(truth.map(({ id }) => `deal:${id}`))
      expect(
        [...facts.keys()].filter((id) => !deals.has(id)),
        'was never there',
      ).toEqual([])
      for (const [id, { entries }] of facts)
        if (entries > 1 + (changes.get(id.slice('deal:'.length)) ?? 0))
          expect.fail(`${id} has ${entries} entries after kill ${kill + 1}`)
      if (place !== null) {
        if (place.log !== null && place.log.seq > lastSeq)
          expect.fail(`its place is of entry ${place.log.seq}, and the log ends with ${lastSeq}`)
        const { past } = place
        if (past !== null) during += 1
        const passed = truth.filter(({ id, properties: { closedate } }) => {
          if (past === null) return true
          const at = Date.parse(closedate ?? '')
          const window = past.windows.findIndex(
            ({ from, to }) => (from === null || at >= from) && (to === null || at < to),
          )
          if (window !== past.at) return window < past.at
          return past.cursor !== null && (past.cursor.turn > 0 || Number(id) <= Number(past.cursor.after))
        })
        passedInAll += passed.length
        const missing = passed.filter(({ id }) => !facts.has(`deal:${id}`)).map(({ id }) => id)
        expect(missing, `passed and missing after kill ${kill + 1}`).toEqual([])
      }
      feed = await start()
    }
    standIn.mostRows = 200
    await eventually(async () => expect((await sourceOf(feed))?.past).toBeNull())
    // What was changed at last is read once the feed looks again.
    const read = await fetch(`${feed.url}/api/v1/sources/crm/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ do: 'read-now' }),
    })
    expect(read.status).toBe(200)
    const truth = new Map(
      all().map(({ id, properties }) => [`deal:${id}`, Math.round(Number(properties['amount']) * 100)]),
    )
    await eventually(() => {
      const standing = new Map([...readKept(folder).facts].map(([id, { minor }]) => [id, minor]))
      expect(standing).toEqual(truth)
    }, 250)
    const total = [...truth.values()].reduce((sum, minor) => sum + minor, 0)
    // A connection that lay idle may be closed when it is used.
    await eventually(async () => {
      const wall = await fetch(`${feed.url}/api/v1/metrics/revenue?window=all&by=org`)
      expect(await wall.json()).toMatchObject({ total })
    })
    expect(during, 'kills while the past was read').toBeGreaterThan(0)
    sayFigures(
      `${kills} kills, ${during} of them while the past was read; ${truth.size} deals, ${[...changes.values()].reduce((sum, each) => sum + each, 0)} changed meanwhile; ${passedInAll} places passed and held against the log`,
    )
    expect(await feed.stop()).toBe(0)
    await standIn.close()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  },
  60_000 + kills * 60_000,
)
