// The renderer as it ships, built once for all tests of a run that look at it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export interface BuiltRenderer {
  readonly folder: string
  close(): Promise<void>
}

export const buildRenderer = async (): Promise<BuiltRenderer> => {
  const folder = await mkdtemp(join(tmpdir(), 'floorboard-renderer-'))
  await build({
    configFile: fileURLToPath(new URL('../../renderer/vite.config.ts', import.meta.url)),
    build: { outDir: folder },
    // Tests run with another mode, in which React would carry its development checks.
    mode: 'production',
    logLevel: 'error',
  })
  return { folder, close: () => rm(folder, { recursive: true, force: true }) }
}
