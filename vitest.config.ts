import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Random cases by the thousand take as long as they take; 0 is no limit. */
const within = (ms: number): number => (process.env['FLOORBOARD_DEPTH'] === undefined ? ms : 0)

// `scripts/test.mjs` provides the browser and the Electron that `pictures`, `wall` and `kiosk` drive. The projects run one
// after another, so that each one's length can be told and what measures time has the machine to itself.
export default defineConfig({
  test: {
    // Where a number would depend on the machine's zone, a test names its own.
    env: { TZ: 'UTC' },
    // Browsers and databases wait a good deal: a machine of two cores is not busy with one file.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{main,shared,scripts}/**/*.test.ts'],
          exclude: ['**/*.feed.test.ts'],
          testTimeout: within(20_000),
          // Modules are loaded once for all files: no file mocks one or leaves a timer behind.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          // A file that renders names its environment itself: `@vitest-environment happy-dom`.
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/clean-up.ts'],
          testTimeout: 20_000,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // A whole feed, and what it answers at its sockets.
          name: 'feed',
          include: ['main/**/*.feed.test.ts'],
          testTimeout: within(20_000),
          isolate: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{pictures,kiosk,prove}/**'],
          globalSetup: ['test/build.ts'],
          testTimeout: within(120_000),
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'pictures',
          include: ['test/pictures/**/*.test.ts'],
          exclude: ['test/pictures/{wall,celebration-wall,other-version}.test.ts'],
          globalSetup: ['test/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 5 },
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'wall',
          include: ['test/pictures/{wall,celebration-wall,other-version}.test.ts'],
          globalSetup: ['test/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What walls do at an instant is watched with nothing beside them.
          fileParallelism: false,
          sequence: { groupOrder: 6 },
        },
      },
      {
        extends: true,
        test: {
          name: 'kiosk',
          include: ['test/kiosk/**/*.test.ts'],
          globalSetup: ['test/build.ts', 'test/kiosk/display.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One wall at a time: they share a display, and two would slow each other past the watchdogs.
          fileParallelism: false,
          sequence: { groupOrder: 7 },
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
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 8 },
        },
      },
    ],
  },
})
