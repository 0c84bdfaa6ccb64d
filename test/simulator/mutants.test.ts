// A simulator that finds nothing proves nothing: each of these puts one bug into the product, and is found.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as deskViews from '../../main/feed/celebrations/desk-views.ts'
import type * as boardDesk from '../../main/feed/fold/board-desk.ts'
import type * as countEntry from '../../main/feed/fold/count-entry.ts'
import type * as engineFromLog from '../../main/feed/fold/engine-from-log.ts'
import type * as recount from '../../main/feed/fold/recount.ts'
import type * as groupCommit from '../../main/feed/store/group-commit.ts'
import type * as wall from '../../renderer/live/wall.ts'
import type * as pairingDoor from '../../renderer/tv/pairing/pairing-door.ts'
import type * as present from '../../shared/domain/celebrations/present.ts'
import type * as simulatedDisk from './simulated-disk.ts'

/** Within so many it is found, whatever the first seed; the seeds below find it soon. */
const steps = 100_000

const mutated: string[] = []
beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  for (const path of mutated.splice(0)) vi.doUnmock(path)
  // Nobody else is to get a module that was loaded with a bug in it.
  vi.resetModules()
})

/** Every module that is loaded from now on gets the changed exports of that one. */
const mutate = <Module extends object>(path: string, change: (real: Module) => Partial<Module>): void => {
  mutated.push(path)
  vi.doMock(path, async (original) => {
    const real = await original<Module>()
    return { ...real, ...change(real) }
  })
}

/** What the simulator says first. */
const firstFault = async (seed: number): Promise<string> => {
  const { simulate } = await import('./simulate.ts')
  const { failure, steps: taken } = await simulate({ seed, steps })
  return failure ? failure.message : `nothing in ${taken} steps`
}

test('a store that acknowledges before it has synced', async () => {
  mutate<typeof simulatedDisk>('./simulated-disk.ts', ({ createSimulatedDisk }) => ({
    createSimulatedDisk: (random) => Object.assign(createSimulatedDisk(random), { sync: () => undefined }),
  }))
  expect(await firstFault(2)).toMatch(/the log is damaged/)
})

test('a fold that passes over withdrawals', async () => {
  mutate<typeof countEntry>('../../main/feed/fold/count-entry.ts', ({ countEntry }) => ({
    countEntry: (engine, entry) =>
      entry.kind === 'fact' && entry.after === null ? [] : countEntry(engine, entry),
  }))
  expect(await firstFault(2)).toMatch(/is not what|are not those of the standing facts/)
})

test('a snapshot that says it ends an entry too early', async () => {
  mutate<typeof engineFromLog>('../../main/feed/fold/engine-from-log.ts', ({ snapshotOf }) => ({
    snapshotOf: (engine, { seq, last }, without) =>
      snapshotOf(engine, { seq: Math.max(0, seq - 1), last }, without),
  }))
  expect(await firstFault(3024)).toMatch(/is not what/)
})

test('boards that are not worked out anew when facts come', async () => {
  mutate<typeof boardDesk>('../../main/feed/fold/board-desk.ts', ({ createBoardDesk }) => ({
    createBoardDesk: (...given) => ({ ...createBoardDesk(...given), touch: () => undefined }),
  }))
  expect(await firstFault(4)).toMatch(/is not what the log says/)
})

test('a TV that puts a patch on whatever version it has', async () => {
  mutate<typeof wall>('../../renderer/live/wall.ts', ({ withPatch }) => ({
    withPatch: (before, patch) => {
      const version = before.boards.get(patch.board)?.version ?? patch.from
      return withPatch(before, { ...patch, from: version })
    },
  }))
  expect(await firstFault(3)).toMatch(/that no feed ever had/)
})

test('a TV that passes over a gap and does not ask', async () => {
  mutate<typeof wall>('../../renderer/live/wall.ts', ({ withPatch }) => ({
    withPatch: (before, patch) => withPatch(before, patch) ?? before,
  }))
  expect(await firstFault(62)).toMatch(/the TV ".*": /)
})

test('a TV that takes no board older than its own, though a feed’s clock may be set back', async () => {
  mutate<typeof wall>('../../renderer/live/wall.ts', ({ withBoard }) => ({
    withBoard: (before, board) =>
      (before.boards.get(board.view.id)?.version ?? 0) > board.version ? before : withBoard(before, board),
  }))
  expect(await firstFault(6)).toMatch(/the TV ".*": /)
})

test('a group commit that forgets to go on after a group of several', async () => {
  mutate<typeof groupCommit>('../../main/feed/store/group-commit.ts', ({ createGroupCommit }) => ({
    createGroupCommit: (parts) =>
      createGroupCommit({
        ...parts,
        commit: (jobs, done, now) => parts.commit(jobs, jobs.length > 1 ? () => undefined : done, now),
      }),
  }))
  expect(await firstFault(4)).toMatch(/takes no facts|never answered/)
})

test('a recount that forgets what comes while it runs', async () => {
  mutate<typeof recount>('../../main/feed/fold/recount.ts', ({ startRecount }) => ({
    startRecount: (...given) => ({ ...startRecount(...given), note: () => undefined }),
  }))
  expect(await firstFault(36)).toMatch(/is not what/)
})

test('a desk that celebrates what is no longer so', async () => {
  mutate<typeof deskViews>('../../main/feed/celebrations/desk-views.ts', ({ createDeskViews }) => ({
    createDeskViews: (parts) => ({ ...createDeskViews(parts), whyUntrue: () => null }),
  }))
  expect(await firstFault(4)).toMatch(/takes over|who closed it/)
})

test('a judge to which everything is of the present', async () => {
  mutate<typeof present>('../../shared/domain/celebrations/present.ts', () => ({
    isPresent: () => true,
    createPresentFilter: () => () => true,
  }))
  expect(await firstFault(11)).toMatch(/celebrates what no fact of its moment brought about/)
})

test('a TV that asks for codes in one run only, whatever becomes of what it was paired for', async () => {
  mutate<typeof pairingDoor>('../../renderer/tv/pairing/pairing-door.ts', ({ createPairingDoor }) => ({
    createPairingDoor: (options) => {
      let run: ReturnType<typeof options.startRun> | null = null
      const startRun = () => {
        run ??= options.startRun()
        return run
      }
      return createPairingDoor({ ...options, startRun })
    },
  }))
  expect(await firstFault(6202)).toMatch(/waits to be paired/)
})
