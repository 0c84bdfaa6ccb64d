// Starts the real kiosk in a real Electron, and ends it.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
const standIn = join(root, '.cache/electron/25.1.1/electron')

export const electron = process.env['FLOORBOARD_ELECTRON'] ?? standIn
if (!existsSync(electron)) throw new Error('There is no Electron here yet: npm test provides one.')

export interface KioskApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** Playwright forgets it when it ends. */
  readonly process: ChildProcess
  readonly userData: string
  /** The shell's journal so far. */
  journal(): string
}

export interface KioskOptions {
  /** A folder to show instead of the renderer's build. */
  readonly page?: string
  readonly args?: readonly string[]
  /** One that another kiosk has used, or uses. */
  readonly userData?: string
  /** An X display, such as `:7`; the one of all tests when left out. */
  readonly display?: string
}

const running = new Set<KioskApp>()
const folders: string[] = []

export const stillPage = fileURLToPath(new URL('still-page', import.meta.url))

/** In the repository's own cache, so that the programs find their packages. */
export async function makeFolder(): Promise<string> {
  await mkdir(join(root, '.cache'), { recursive: true })
  const folder = await mkdtemp(join(root, '.cache/kiosk-test-'))
  folders.push(folder)
  return folder
}

/** A kiosk's folder with another page in it; the build's own when there is none. */
export async function makeDist(page: string | undefined): Promise<string> {
  const built = join(root, 'dist')
  if (page === undefined) return built
  const folder = await makeFolder()
  await cp(join(built, 'kiosk'), join(folder, 'kiosk'), { recursive: true })
  await cp(page, join(folder, 'renderer'), { recursive: true })
  return folder
}

/** Electron refuses to run as root with its sandbox on; only tests ever do. */
export const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>

/**
 * Playwright 1.65 waits for ever now and then, though it is connected and the walls of the kiosk are open (seen with two displays,
 * where the GPU's process ended while pages were opened): what it waits for is its own. Such a kiosk is started once more.
 */
async function launch(options: LaunchOptions): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options)
  } catch (error) {
    const isOpen = error instanceof Error && error.message.includes('"the wall opens"')
    if (!isOpen) throw error
    console.warn('Playwright did not come to the windows of a kiosk that is open; it is started once more.')
    return await _electron.launch(options)
  }
}

export async function startKiosk(options: KioskOptions = {}): Promise<KioskApp> {
  const dist = await makeDist(options.page)
  const userData = options.userData ?? (await makeFolder())
  const args = [
    ...asRoot,
    join(dist, 'kiosk/main.cjs'),
    `--user-data-dir=${userData}`,
    ...(options.args ?? []),
  ]
  // The tests themselves start it again where they want to.
  const env = {
    ...process.env,
    FLOORBOARD_SUPERVISED: '1',
    ...(options.display !== undefined && { DISPLAY: options.display }),
  }
  const app = await launch({ executablePath: electron, args, env, timeout: 60_000 })
  const child = app.process()
  let journal = ''
  child.stderr?.on('data', (chunk) => {
    journal += String(chunk)
  })
  const page = await app.firstWindow()
  const kiosk = { app, page, process: child, userData, journal: () => journal }
  running.add(kiosk)
  return kiosk
}

/** For `afterEach`. */
export async function stopKiosks(): Promise<void> {
  for (const { process: child } of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  running.clear()
  // Its helpers may still be writing as they go.
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
