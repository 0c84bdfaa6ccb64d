// The kiosk: a wall on every display of this machine, which shows the floor's numbers and keeps showing them.
import { totalmem } from 'node:os'
import { join } from 'node:path'
import {
  app,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  session,
  type WebContents,
} from 'electron'
import packageJson from '../../package.json' with { type: 'json' }
import { registerAppScheme } from './app-scheme.ts'
import { setSwitches } from './chromium-switches.ts'
import { exitCleanly } from './clean-exit.ts'
import { findSwitch } from './display-power/find-switch.ts'
import { openDisplayPower } from './display-power/open-display-power.ts'
import { exitOnBugs } from './exit-on-bugs.ts'
import { openFeedSource } from './feed-source.ts'
import { openJournal } from './journal.ts'
import { keepAwake } from './keep-awake.ts'
import { closedToKeys } from './keys.ts'
import { lockDown } from './lockdown.ts'
import { createLogFile } from './log-file.ts'
import { type KioskOptions, readOptions } from './options.ts'
import { pageMemoryBytes } from './page-memory.ts'
import { findRefusedSwitch } from './refused-switches.ts'
import { checkPin } from './service/check-pin.ts'
import { openPinGuard } from './service/pin-guard.ts'
import { createServiceFile } from './service/service-file.ts'
import { openSetUp } from './set-up/set-up.ts'
import { createSetUpFile } from './set-up/set-up-file.ts'
import { createSoftwareGraphics, type SoftwareGraphics } from './software-graphics.ts'
import { createTokenSeal } from './token-seal.ts'
import { openUpdates } from './update/open-updates.ts'
import { openVersionsFolder, startedBy } from './update/versions-folder.ts'
import { showWalls } from './walls/walls.ts'
import { watchGraphics } from './watch-graphics.ts'
import { watchNetwork } from './watch-network.ts'
import { needsWatchdog, watchWall } from './watchdog/watch-wall.ts'

const journal = openJournal()
/** Until the kiosk knows what it is set up for. */
let keysOf = (_contents: WebContents) => closedToKeys
exitOnBugs(app, journal)

function begin(): void {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), 'floorboard'))
  }
  refuseSwitches()
  if (needsWatchdog(app.isPackaged, process.env)) watchWall(app, journal)
  else beginWall()
}

function refuseSwitches(): void {
  const refused = findRefusedSwitch((name) => app.commandLine.hasSwitch(name))
  // A developer who runs the kiosk from its sources may want a debugger.
  if (refused !== null && app.isPackaged) throw new Error(`a wall does not run with --${refused}`)
}

function beginWall(): void {
  const options = readOptions(process.argv.slice(1), process.env)
  if (!app.requestSingleInstanceLock()) {
    journal.warn('the wall runs already')
    app.exit(0)
    return
  }
  journal.keepIn(createLogFile(join(app.getPath('userData'), 'logs', 'kiosk.log')))

  // `no-sandbox` is for root, whose helper processes do not start with the sandbox on.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  setSwitches(app.commandLine)
  const software = createSoftwareGraphics(
    join(app.getPath('userData'), 'software-graphics'),
    Date.now,
    journal,
  )
  const isSoftware = software.isChosen()
  if (isSoftware) {
    journal.warn('the wall is drawn in software')
    app.disableHardwareAcceleration()
  }
  registerAppScheme()
  lockDown(app, journal, (contents) => keysOf(contents))
  Menu.setApplicationMenu(null)

  void app.whenReady().then(() => openKiosk(options, isSoftware ? null : software))
}

/** `software`: what to choose when the graphics card fails; null where it is chosen already. */
async function openKiosk(options: KioskOptions, software: SoftwareGraphics | null): Promise<void> {
  const dist = join(__dirname, '..')
  const userData = app.getPath('userData')
  const setUpFile = join(userData, 'set-up.json')
  keepAwake(powerSaveBlocker, powerMonitor)
  // Electron's own, where it runs from its sources.
  const version = app.isPackaged ? app.getVersion() : packageJson.version

  const loadWalls = () => walls.each((wall) => wall.load())
  const started = startedBy(process.env)
  const versions = started && openVersionsFolder(started, process.execPath, journal)
  // Until a version on trial has painted it may be left again, and could not be for data that it has changed.
  const mayStart = versions?.painted ?? Promise.resolve()
  const source = { options, dist, userData, journal, onMoved: loadWalls, mayStart }
  const feed = await openSetUp({
    file: createSetUpFile(setUpFile, journal),
    open: (setUp) => openFeedSource(source, setUp),
    networkAddress: options['network-address'],
    journal,
    onChosen: loadWalls,
  })
  const guard = await openPinGuard({
    file: createServiceFile(join(userData, 'service.json'), journal),
    checkPin,
    journal,
    now: Date.now,
    running: () => performance.now(),
  })
  const displaySwitch = await findSwitch(options, process.env)

  // Nothing is waited for from here on, so that no window stands empty.
  const exit = exitCleanly({
    app,
    journal,
    async close() {
      walls.stop()
      updates.stop()
      // Whoever ends the wall at night finds a display that is on.
      display.on()
      await display.settled()
      await feed.close()
      await walls.settled()
    },
  })
  const graphics = watchGraphics({
    app,
    journal,
    onGone: () => walls.noteMended('graphics'),
    onBroken() {
      if (software === null) return
      software.choose()
      exit.startAnew('the graphics process crashes over and over')
    },
  })
  let isAsleep = false
  const display = openDisplayPower(displaySwitch, () => walls.isServiced(), journal)
  const walls = showWalls({
    screen,
    feed,
    graphics,
    preload: join(__dirname, 'preload.cjs'),
    devTools: !app.isPackaged,
    pageMemoryBytes: pageMemoryBytes(options, totalmem()),
    service: {
      guard,
      version,
      options,
      setUpFile,
      exit,
      forgetFloor: () => walls.forgetFloor(),
    },
    seal: createTokenSeal(safeStorage, process.platform),
    onHeartbeat(beat) {
      isAsleep = beat.shows === 'black'
      display.heartbeat(beat)
    },
    onBeat: (place, beat) => updates.heartbeat(place, beat),
    onBetweenScenes: (place) => updates.betweenScenes(place),
    onLost: exit.windowLost,
    options,
    userData,
    page: join(dist, 'renderer'),
    journal,
  })
  keysOf = walls.keysOf
  const updates = openUpdates({
    version,
    versions,
    options,
    feed,
    walls,
    isAsleep: () => isAsleep,
    startAnew: exit.startAnew,
    journal,
  })
  watchNetwork({
    app,
    session: session.defaultSession,
    journal,
    onEnded() {
      walls.noteMended('network')
      walls.each(({ recovery }) => recovery.networkEnded())
    },
  })
  powerMonitor.on('resume', () => walls.each(({ recovery }) => recovery.woke()))
}

try {
  begin()
} catch (error) {
  // A bad set-up: one sentence in the journal, no dialog.
  journal.error(error instanceof Error ? error.message : String(error))
  app.exit(2)
}
