import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { boardBuild } from '../board-build.ts'
import { onlyWoff2 } from '../only-woff2.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// A build of its own, beside the console's: whoever runs a deployment is nobody on its floors.
export default defineConfig({
  root: here('.'),
  base: '/operator/',
  publicDir: false,
  plugins: [react(), onlyWoff2()],
  build: { ...boardBuild, outDir: here('../../dist/renderer/operator'), emptyOutDir: true },
})
