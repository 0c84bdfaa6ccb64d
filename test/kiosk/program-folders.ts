// The program as it is installed and as it is released, put together from this build and the tests' Electron: without fuses and
// installers, and otherwise what the package holds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asar from '@electron/asar'
import { stringify } from 'yaml'
import { electron } from './kiosk-app.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const run = (command: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}

export interface Program {
  readonly folder: string
  readonly version: string
}

/** `page`: what is drawn, instead of the renderer's build. */
export async function makeProgram(
  folder: string,
  version: string,
  page = join(root, 'dist/renderer'),
): Promise<Program> {
  // Links, since Electron has two hundred megabytes; another disk takes no links to this one.
  if (spawnSync('cp', ['-al', dirname(electron), folder]).status !== 0)
    cpSync(dirname(electron), folder, { recursive: true })
  renameSync(join(folder, 'electron'), join(folder, 'floorboard-tv-wall'))
  // A file of its own: its rights are changed.
  rmSync(join(folder, 'chrome-sandbox'))
  cpSync(join(dirname(electron), 'chrome-sandbox'), join(folder, 'chrome-sandbox'))
  rmSync(join(folder, 'resources/default_app.asar'), { force: true })
  const parts = join(folder, 'parts')
  mkdirSync(parts)
  cpSync(join(root, 'dist/kiosk'), join(parts, 'dist/kiosk'), { recursive: true })
  cpSync(page, join(parts, 'dist/renderer'), { recursive: true })
  writeFileSync(
    join(parts, 'package.json'),
    JSON.stringify({ name: 'floorboard', version, main: 'dist/kiosk/main.cjs' }),
  )
  await asar.createPackage(parts, join(folder, 'resources/app.asar'))
  rmSync(parts, { recursive: true })
  writeFileSync(join(folder, 'version'), `${version}\n`)
  cpSync(join(root, 'main/kiosk/watchdog/start-wall.sh'), join(folder, 'floorboard-tv'))
  chmodSync(join(folder, 'floorboard-tv'), 0o755)
  return { folder, version }
}

export interface Release {
  readonly archive: { readonly name: string; readonly content: Buffer<ArrayBuffer> }
  readonly channel: { readonly name: string; readonly content: string }
}

export function packRelease({ folder, version }: Program): Release {
  const name = `floorboard-tv-${version}-${process.platform}-${process.arch}.tar.gz`
  const path = `${folder}.tar.gz`
  run('tar', ['-I', 'gzip -1', '-cf', path, '-C', folder, '.'])
  const content = readFileSync(path)
  const sha512 = createHash('sha512').update(content).digest('base64')
  const { size } = statSync(path)
  rmSync(path)
  return {
    archive: { name, content },
    channel: {
      name: process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`,
      content: stringify({ version, files: [{ url: name, sha512, size }], path: name, sha512 }),
    },
  }
}
