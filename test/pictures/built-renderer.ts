// The renderer as it ships, built once for all tests of a run that look at it: the TV's page, and the gallery's in
// a folder beside it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export interface BuiltRenderer {
  readonly folder: string
  close(): Promise<void>
}

const buildPage = async (config: string, outDir: string): Promise<void> => {
  await build({
    configFile: fileURLToPath(new URL(`../../renderer/${config}`, import.meta.url)),
    build: { outDir },
    // Tests run with another mode, in which React would carry its development checks.
    mode: 'production',
    logLevel: 'error',
  })
}

export const buildRenderer = async (pages: 'tv' | 'gallery too' = 'tv'): Promise<BuiltRenderer> => {
  const folder = await mkdtemp(join(tmpdir(), 'floorboard-renderer-'))
  await buildPage('vite.config.ts', folder)
  if (pages === 'gallery too') await buildPage('gallery/vite.config.ts', join(folder, 'gallery'))
  return { folder, close: () => rm(folder, { recursive: true, force: true }) }
}
