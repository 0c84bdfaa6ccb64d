import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { boardBuild } from '../board-build.ts'
import { onlyWoff2 } from '../only-woff2.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// A build of its own, beside the TV's: it is opened by a link on a phone, and loads nothing of the walls.
export default defineConfig({
  root: here('.'),
  base: '/congratulate/',
  publicDir: false,
  plugins: [react(), onlyWoff2()],
  build: { ...boardBuild, outDir: here('../../dist/renderer/congratulate'), emptyOutDir: true },
})
