import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// `scripts/test.mjs` provides the browser and the Electron that the last two projects drive.
export default defineConfig({
  test: {
    // Where a number would depend on the machine's zone, a test names its own.
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{main,shared,scripts}/**/*.test.ts'],
          testTimeout: 20_000,
          // A year of the demo's history is told in one.
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'end to end',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/kiosk/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'kiosk',
          include: ['test/kiosk/**/*.test.ts'],
          globalSetup: ['test/kiosk/display.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One wall at a time: they share a display, and two would slow each other past the watchdogs.
          fileParallelism: false,
        },
      },
    ],
  },
})
