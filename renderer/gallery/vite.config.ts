import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { boardBuild } from '../board-build.ts'
import { onlyWoff2 } from '../only-woff2.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// A build of its own, beside the TV's: what a TV loads does not grow by it.
export default defineConfig({
  root: here('.'),
  publicDir: here('../../assets/gallery'),
  base: './',
  plugins: [react(), onlyWoff2()],
  build: { ...boardBuild, outDir: here('../../dist/renderer/gallery'), emptyOutDir: true },
})
