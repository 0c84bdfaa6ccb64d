import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { boardBuild } from './board-build.ts'
import { buildId } from './build-id.ts'
import { oldBrowsers } from './old-browsers/old-browsers.ts'
import { oldestChromium } from './old-browsers/oldest.ts'
import { onlyWoff2 } from './only-woff2.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Relative addresses: the feed serves the bundle under /tv/, the kiosk from its own protocol.
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), onlyWoff2(), oldBrowsers(), buildId()],
  build: {
    ...boardBuild,
    target: `chrome${oldestChromium}`,
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
  },
})
