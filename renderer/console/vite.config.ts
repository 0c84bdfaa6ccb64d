import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { boardBuild } from '../board-build.ts'
import { onlyWoff2 } from '../only-woff2.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// A build of its own, beside the TV's. Its pages have addresses of any depth, so its parts are named from the root.
export default defineConfig({
  root: here('.'),
  base: '/console/',
  publicDir: false,
  plugins: [react(), onlyWoff2()],
  build: {
    ...boardBuild,
    // The faces of other scripts come after the page has opened, in a style sheet of their own.
    cssCodeSplit: true,
    // What a part needs is asked for with it, and not only once it has come.
    modulePreload: { polyfill: false },
    // Schemas compile no code once they are told so, which has to be before the first of them is made, in whichever part.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'schemas', test: /node_modules\/zod\/|no-compiled-code/ }] },
      },
    },
    outDir: here('../../dist/renderer/console'),
    emptyOutDir: true,
  },
})
