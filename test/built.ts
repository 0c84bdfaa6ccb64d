// What `npm run build` has made of this: the program, which tests run in processes of its own, and what TVs draw.
import { fileURLToPath } from 'node:url'

export const program = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))
export const rendererFolder = fileURLToPath(new URL('../dist/renderer', import.meta.url))
