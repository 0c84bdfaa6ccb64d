// Hurts data folders at random and opens them: nothing wrong may be said without a word. FLOORBOARD_DAMAGES says how
// often (60; `npm run prove` says two thousand), FLOORBOARD_SEED repeats a run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadSetUp } from '../../main/feed/bad-set-up.ts'
import type { Store } from '../../main/feed/store/store.ts'
import { sayFigures } from '../figures.ts'
import { createDice } from './dice.ts'
import { copyOf, type History, hurts, openHurt, readHurt, sale, writeHistory } from './hurt-folder.ts'

const damages = Number(process.env['FLOORBOARD_DAMAGES'] ?? 60)
const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)

let root: string
let history: History
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'floorboard-damage-'))
  history = await writeHistory(join(root, 'clean'), join(root, 'crashed'), createDice(seed))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Null where it is refused, in a sentence that says what to do. */
const opened = async (folder: string): Promise<Store | null> => {
  try {
    return await openHurt(folder)
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    expect(error.message).toMatch(/backup|begin a new floor/)
    return null
  }
}

test.each(['clean', 'crashed'])(
  'a folder that nobody hurt (%s) is whole, and says nothing',
  async (state) => {
    const folder = join(root, 'whole')
    copyOf(join(root, state), folder)
    const store = await openHurt(folder)
    expect(await readHurt(store)).toEqual({ standing: history.standing, told: false })
    expect(store.log.factCount).toBe(history.standing.size)
    await store.log.close()
  },
)

test(
  `of ${damages} hurt folders none shows something wrong without a word (seed ${seed})`,
  async () => {
    const dice = createDice(seed + 1)
    // The most common by far are a log whose end was under way and a snapshot: a quarter each, by turns.
    const named = (words: string) => [...hurts].filter(([kind]) => kind.includes(words))
    const tails = [...named('torn tail'), ...named('log cut short')]
    const snapshots = named('snapshot')
    const others = [...hurts].filter((hurt) => !tails.includes(hurt) && !snapshots.includes(hurt))
    const turnsOf = [tails, others, snapshots, others]
    const count = { tails: 0, snapshots: 0 }
    const figures = { whole: 0, told: 0, refused: 0, lost: 0 }
    for (let damage = 0; damage < damages; damage += 1) {
      const among = turnsOf[damage % turnsOf.length] ?? others
      const [kind, hurt] = among[Math.floor(dice() * among.length)] ?? []
      if (among === tails) count.tails += 1
      if (among === snapshots) count.snapshots += 1
      // A log that was closed has no end under way.
      const state = among !== tails && dice() < 0.5 ? 'clean' : 'crashed'
      const folder = join(root, 'hurt')
      copyOf(join(root, state), folder)
      hurt?.(folder, dice)
      const store = await opened(folder)
      if (store === null) {
        figures.refused += 1
        continue
      }
      const { standing, told } = await readHurt(store)
      const what = `${damage}: ${kind}, ${state}`
      for (const [id, minor] of standing)
        expect(history.ever.get(id)?.has(minor), `${what}: ${id} was never said to be ${minor}`).toBe(true)
      const wrong = [...history.standing].filter(([id, minor]) => standing.get(id) !== minor)
      const more = [...standing.keys()].filter((id) => !history.standing.has(id))
      if (!told) expect([wrong, more], `${what}: nothing is said`).toEqual([[], []])
      figures[told ? 'told' : 'whole'] += 1
      figures.lost += wrong.length

      // Whatever happened to it, it goes on: sources send again, and all is as it was.
      await store.log.append([...history.standing].map(([id, minor]) => sale(id, minor)))
      const again = (await readHurt(store)).standing
      for (const [id, minor] of history.standing)
        expect(again.get(id), `${what}: ${id} sent again`).toBe(minor)
      // Of a damaged withdrawal nothing stands that could be sent again.
      const stands = (key: string | null) =>
        key?.startsWith('[') === true && history.standing.has(JSON.parse(key)[1])
      expect(
        store.health.damaged().filter(({ key, sentAgain }) => stands(key) && !sentAgain),
        what,
      ).toEqual([])
      await store.log.close()
    }
    sayFigures(
      `${damages} hurt folders, ${count.tails} of them with a torn tail of the log and ${count.snapshots} with a hurt snapshot: ${figures.whole} lost nothing, ${figures.told} said what is wrong, ${figures.refused} were refused in a sentence; ${figures.lost} of ${damages * history.standing.size} facts were missing until sent again`,
    )
  },
  60_000 + damages * 1000,
)
