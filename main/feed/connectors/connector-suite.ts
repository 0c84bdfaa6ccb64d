// What every connector must do, on a vendor's stand-in that misbehaves: whatever happened there, and however the feed was cut off
// meanwhile, the floor ends with exactly the vendor's truth, and nothing of its history was celebrated.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { SourceObject, SourceVendor } from '../../../shared/wire/source.ts'
import type { Keys } from '../../../shared/wire/sources.ts'
import { secretWords } from '../../../test/connectors/secret-words.ts'
import { createDice } from '../../../test/durability/dice.ts'
import { type CelebratingFloor, openCelebratingFloor } from '../../../test/floors/open-celebrating-floor.ts'
import { type TestClock, testClock } from '../../../test/floors/open-test-floor.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { SecretStore } from '../store/secrets.ts'
import { openSqliteConnectorStore } from '../store/sqlite/sqlite-connector-store.ts'
import { createTurns } from '../turns.ts'
import { createSendRequest } from './send-request.ts'
import { openSourceDesk, type SourceDesk } from './source-desk.ts'
import { keysText } from './source-keys.ts'

export interface Dice {
  /** A whole number from 0, below this. */
  below(end: number): number
  one<T>(of: readonly T[]): T
}

export const diceOf = (seed: number): Dice => {
  const roll = createDice(seed)
  const below = (end: number): number => Math.floor(roll() * end)
  return {
    below,
    one: (of) => {
      const found = of[below(of.length)]
      if (found === undefined) throw new Error('none to choose from')
      return found
    },
  }
}

/** A vendor that tests can edit, and what a floor should know of it. */
export interface VendorWorld {
  readonly vendor: SourceVendor
  readonly url: string
  readonly keys: Keys
  /** In the floor file; left out where the vendor has one for all. */
  readonly address?: string
  /** Left out: what is read unless the floor file says otherwise. */
  readonly reads?: readonly SourceObject[]
  /** One random edit of the vendor's own. */
  edit(dice: Dice): void
  /** Something goes wrong with one of the next requests. */
  misbehave(dice: Dice): void
  /** Nothing goes wrong from now on. */
  behave(): void
  /** Whether the key is taken. */
  signIn(isTaken: boolean): void
  /** Somebody sends an e-mail; left out where none is read. */
  sendEmail?(dice: Dice): void
  /** Its past, before the source starts. */
  fill(dice: Dice): void
  /** By fact id, what of it must be right. */
  truth(): ReadonlyMap<string, unknown>
  /** The same of a fact. */
  seen(fact: Fact): unknown
  /** Ids of facts that were touched since the past was filled. */
  readonly touched: ReadonlySet<string>
  close(): Promise<void>
}

export interface SourceRig {
  readonly clock: TestClock
  readonly floor: CelebratingFloor
  readonly desk: SourceDesk
  readonly errors: string[]
  /** What nights found: the day, and the deals that are missing. */
  readonly differences: readonly string[]
  /** By fact id. */
  facts(): ReadonlyMap<string, Fact>
  /** Does all that is due within that time, second by second at most so often. */
  runFor(ms: number, steps?: number): Promise<void>
  /** The runner alone, with its feed as one that is killed, or beside a log that knows nothing. */
  restart(what: 'sources' | 'feed' | 'another log'): Promise<void>
  edit(text: string): Promise<void>
  close(): Promise<void>
}

const memorySecrets = (entries: Readonly<Record<string, string>>): SecretStore => {
  const kept = new Map(Object.entries(entries))
  return {
    get: (name) => kept.get(name) ?? null,
    names: () => [...kept.keys()].sort(),
    set: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
  }
}

export const floorWithSource = (vendor: SourceVendor, more = ''): string => `
floor: { name: Small floor, timeZone: America/New_York, currency: USD, rates: [{ currency: EUR, from: 2020-01-01, rate: 1.1 }, { currency: JPY, from: 2020-01-01, rate: 0.007 }] }
people:
  - { id: priya, name: Priya Raman, aliases: [priya@northwind.test] }
  - { id: marcus, name: Marcus Oyelaran, aliases: [marcus@northwind.test] }
metrics:
  - { id: revenue, name: Revenue, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
boards: [{ id: wins, title: Wins, kind: leaderboard, metric: revenue, window: month }]
playlists: [{ id: all, name: All, items: [{ board: wins }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
celebrations: [{ id: big, name: Big deal, on: { over: 0.01 }, seconds: 6 }]
sources: [{ id: crm, name: CRM, vendor: ${vendor}, months: 6${more} }]
`

export const openSourceRig = async (
  { vendor, url, keys, address, reads }: Pick<VendorWorld, 'vendor' | 'url' | 'keys' | 'address' | 'reads'>,
  clock: TestClock = testClock('2026-11-20T15:00:00Z'),
  text = floorWithSource(
    vendor,
    `${address === undefined ? '' : `, address: "${address}"`}${reads === undefined ? '' : `, reads: [${reads.join(', ')}]`}`,
  ),
): Promise<SourceRig> => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-source-'))
  const errors: string[] = []
  const differences: string[] = []
  let floor = await openCelebratingFloor(clock, text)
  const standing = new Map<string, Fact>()
  const follow = (): void =>
    floor.log.onCommit((entries) => {
      for (const entry of entries) {
        if (entry.kind !== 'fact' || (entry.after ?? entry.before)?.fact.source !== 'crm') continue
        if (entry.after !== null) standing.set(entry.after.fact.id, entry.after.fact)
        else standing.delete(entry.before?.fact.id ?? '')
      }
    })
  follow()
  const secrets = memorySecrets({ 'source:crm': keysText(keys) })
  const openDesk = (): SourceDesk =>
    openSourceDesk({
      floor: floor.floor,
      log: floor.log,
      store: openSqliteConnectorStore({
        file: join(folder, 'connectors.db'),
        onDamage: (aside) => errors.push(aside),
      }),
      secrets,
      // A slow machine is no vendor that does not answer.
      send: createSendRequest({ allowLocal: true, patienceMs: 60_000 }),
      apis: { [vendor]: url },
      clock,
      turns: createTurns(),
      random: () => 0.5,
      sleep: async (ms) => clock.forward(ms),
      refused: { note: () => undefined },
      onDifference: async (_source, on, { missing }) => {
        differences.push(`${on}: ${missing.join(', ')}`)
      },
      notePast: () => undefined,
      onError: (what, error) => errors.push(`${what}: ${error}`),
    })
  let desk = openDesk()
  return {
    clock,
    get floor() {
      return floor
    },
    get desk() {
      return desk
    },
    errors,
    differences,
    facts: () => new Map([...standing].sort(([one], [other]) => (one < other ? -1 : 1))),
    runFor: async (ms, steps = 1) => {
      for (let step = 0; step < steps; step++) {
        clock.forward(ms / steps)
        await desk.run()
      }
    },
    restart: async (what) => {
      await desk.close()
      if (what === 'feed') {
        await floor.restart(true)
        follow()
      }
      if (what === 'another log') {
        await floor.close()
        floor = await openCelebratingFloor(clock, text)
        standing.clear()
        follow()
      }
      desk = openDesk()
    },
    edit: (edited) => floor.edit(edited),
    close: async () => {
      await desk.close()
      await floor.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const operations = Number(process.env['FLOORBOARD_SOURCE_OPERATIONS'] ?? propertyRuns(700))
/** With which the kept seeds failed. */
const keptOperations = 2000
const given = process.env['FLOORBOARD_SOURCE_SEED']
const seedOf = (): number => (given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given))
/** 0 is no limit: the long proof does many more. */
const patienceMs = process.env['FLOORBOARD_DEPTH'] === undefined ? 120_000 : 0
const minute = 60_000
const dayMs = 86_400_000

/** `failed`: seeds with which it once ended with something else. */
export const describeConnector = (
  name: string,
  openWorld: (clock: TestClock) => Promise<VendorWorld>,
  failed: readonly number[] = [],
) =>
  describe(`the connector of ${name}`, () => {
    test.each([seedOf(), ...failed])(
      '[N1] [N2] [N3] [N6] [N97] [N98] ends with exactly the vendor’s truth, whatever happened, and celebrates nothing of its history (seed %i)',
      async (seed) => {
        const dice = diceOf(seed)
        const clock = testClock('2026-11-20T15:00:00Z')
        const world = await openWorld(clock)
        world.fill(dice)
        clock.forward(20 * minute)
        const rig = await openSourceRig(world, clock)
        const answerQuestions = async (): Promise<void> => {
          const [source] = rig.desk.answer().sources
          if (source?.question) await rig.desk.act('crm', { do: 'allow' })
        }
        try {
          await rig.runFor(minute, 2)
          const count = failed.includes(seed) ? keptOperations : operations
          for (let done = 0; done < count; done++) {
            const roll = dice.below(100)
            if (roll < 74) world.edit(dice)
            else if (roll < 84) world.misbehave(dice)
            else if (roll < 90) {
              await rig.runFor(dice.below(2 * minute), 1)
              await answerQuestions()
            } else if (roll < 97) clock.forward(dice.below(8 * minute))
            else if (roll < 98) {
              world.signIn(false)
              // It may have been left alone for five minutes.
              await rig.runFor(6 * minute)
              expect(rig.desk.answer().sources[0]?.state).toBe('needs sign-in')
              world.signIn(true)
              await rig.desk.act('crm', { do: 'read-now' })
            } else await rig.restart(roll === 99 && dice.below(3) === 0 ? 'feed' : 'sources')
          }
          world.behave()
          world.sendEmail?.(dice)
          // A key that was refused twice in a row is asked with by nobody until somebody says so.
          await rig.desk.act('crm', { do: 'read-now' })
          // To the next night, when what no list told of is found by its ids.
          for (let step = 0; step < 8; step++) {
            await rig.runFor(6 * minute)
            await answerQuestions()
          }
          clock.set(new Date(Math.ceil((clock.now() + 1) / dayMs) * dayMs + 10 * 3_600_000).toISOString())
          for (let step = 0; step < 3; step++) {
            await rig.runFor(minute)
            await answerQuestions()
          }
          expect(rig.desk.answer().sources[0]).toMatchObject({ question: null, past: null, trouble: null })
          const seen = new Map([...rig.facts()].map(([id, fact]) => [id, world.seen(fact)]))
          const truth = world.truth()
          expect(truth.size).toBeGreaterThan(100)
          const wrong = [...new Set([...truth.keys(), ...seen.keys()])].flatMap((id) => {
            const [is, should] = [seen.get(id) ?? null, truth.get(id) ?? null]
            return isDeepStrictEqual(is, should) ? [] : [{ id, is, should }]
          })
          expect(wrong).toEqual([])
          if (world.sendEmail !== undefined) {
            const sent = [...rig.facts().values()].filter((fact) => 'kind' in fact && fact.kind === 'email')
            expect(sent.length).toBeGreaterThan(0)
            // What they say, which the vendor has, nobody has here.
            expect(JSON.stringify([...rig.facts()])).not.toContain(secretWords)
          }
          const celebrated = rig.floor.told.flatMap((each) =>
            'celebrate' in each ? [each.celebrate.id] : [],
          )
          const strange = celebrated.filter(
            (id) => ![...world.touched].some((fact) => id.endsWith(fact)) && id.includes('deal:'),
          )
          expect(strange).toEqual([])
          expect(rig.errors).toEqual([])
        } catch (error) {
          throw new Error(`with FLOORBOARD_SOURCE_SEED=${seed}: ${error}`, { cause: error })
        } finally {
          await rig.close()
          await world.close()
        }
      },
      patienceMs,
    )
  })
