import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { eventuallyMs } from './test/eventually-ms.ts'
import { FileOrder } from './test/file-order.ts'
import { openScratchFolder } from './test/scratch-folder.ts'

/** Long runs of random cases. */
const isDeep = process.env['FLOORBOARD_DEPTH'] !== undefined

/** Tests wait a good deal, for disks, sockets and timers: two processors are not busy with two of their files. */
const moreThanProcessors = Math.ceil(availableParallelism() * 1.5)
/** Those of browsers and of processes wait more. */
const twiceTheProcessors = 2 * availableParallelism()

// Files run in processes, as Vitest has it by itself: in threads the zone of `env` is that of the machine still.

/** Of tests that wait for feeds. Browsers and what is measured have the machine's own. */
const inMemory = { TMPDIR: openScratchFolder() }

/** What is to be done within milliseconds, is heard, or is held by a page: measured with nothing beside it. */
const measured = [
  'test/pictures/instants.test.ts',
  'test/kiosk/celebration.test.ts',
  'test/kiosk/day/day.test.ts',
] as const
/** What is held in the memory of the test's own process, whatever goes on beside it. */
const held = ['test/feed/large-bodies.test.ts'] as const

// `scripts/test.mjs` provides the browser and the Electron that tests drive, and says which projects go on side by side. Those
// of one `groupOrder` follow one another without a wait for the last file of the one before.
export default defineConfig({
  test: {
    // Where a number would depend on the machine's zone, a test names its own.
    env: { TZ: 'UTC' },
    // A test is over when it hangs, not when the machine is slow. Random cases by the thousand take as long as they take.
    testTimeout: isDeep ? 0 : 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: eventuallyMs, interval: 50 } },
    maxWorkers: moreThanProcessors,
    sequence: { sequencer: FileOrder },
    // What is made of a module stays from run to run, for all projects: none has a plugin of its own.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/modules' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          env: inMemory,
          include: ['{main,shared,scripts}/**/*.test.ts'],
          exclude: ['**/*.feed.test.ts'],
          // Modules are loaded once for all files: no file mocks one or leaves a timer behind.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          // A file that renders names its environment itself: `@vitest-environment happy-dom`.
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/clean-up.ts'],
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // A whole feed, and what it answers at its sockets; and its sources, at a vendor's stand-in that misbehaves.
          name: 'feed',
          env: inMemory,
          include: ['main/**/*.feed.test.ts'],
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'memory',
          include: [...held],
          // Each in a process of its own: what another has given back of its memory would hide what is taken.
          isolate: true,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          env: inMemory,
          include: ['test/**/*.test.ts'],
          exclude: ['test/{pictures,kiosk,prove}/**', ...held],
          globalSetup: ['test/build.ts'],
          isolate: false,
          maxWorkers: twiceTheProcessors,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'pictures',
          include: ['test/pictures/**/*.test.ts'],
          exclude: [...measured],
          globalSetup: ['test/build.ts'],
          isolate: false,
          maxWorkers: twiceTheProcessors,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'kiosk',
          include: ['test/kiosk/**/*.test.ts'],
          exclude: [...measured],
          globalSetup: ['test/build.ts'],
          // Each file has a display of its own.
          setupFiles: ['test/kiosk/own-display.ts'],
          isolate: false,
          // Most of the time they wait, for watchdogs and for displays.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'measured',
          include: [...measured],
          globalSetup: ['test/build.ts'],
          setupFiles: ['test/kiosk/own-display.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'prove',
          include: ['test/prove/**/*.prove.ts'],
          globalSetup: ['test/build.ts'],
          // A proof is as long as it was asked to be.
          testTimeout: 0,
          fileParallelism: false,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
