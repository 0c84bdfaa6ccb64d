// The program as it is built, which tests run in processes of its own.
import { fileURLToPath } from 'node:url'

export const program = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url))
