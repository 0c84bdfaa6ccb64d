// The kiosk: one window on one display that shows the floor's numbers, and keeps showing them.
import { join } from 'node:path'
import {
  app,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
} from 'electron'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { serveBridge } from './bridge.ts'
import { chooseDisplay } from './choose-display.ts'
import { setSwitches } from './chromium-switches.ts'
import { exitCleanly } from './clean-exit.ts'
import { findSwitch } from './display-power/find-switch.ts'
import { openDisplayPower } from './display-power/open-display-power.ts'
import { exitOnBugs } from './exit-on-bugs.ts'
import { watchFeedCertificate } from './feed-certificate.ts'
import { openFeedSource } from './feed-source.ts'
import { fitDisplay } from './fit-display.ts'
import { hideCursor } from './hide-cursor.ts'
import { openIpcDoor } from './ipc-door.ts'
import { openJournal } from './journal.ts'
import { keepAwake } from './keep-awake.ts'
import { closedToKeys, createKeyDoor } from './keys.ts'
import { createLastGoodFile } from './last-good-file.ts'
import { lockDown } from './lockdown.ts'
import { createLogFile } from './log-file.ts'
import { type KioskOptions, readOptions } from './options.ts'
import { denyPermissions } from './permissions.ts'
import { countRecoveries } from './recoveries.ts'
import { findRefusedSwitch } from './refused-switches.ts'
import { openService } from './service/open-service.ts'
import { openPinGuard } from './service/pin-guard.ts'
import { createServiceFile } from './service/service-file.ts'
import { openSetUp } from './set-up/set-up.ts'
import { createSetUpFile } from './set-up/set-up-file.ts'
import { createSoftwareGraphics, type SoftwareGraphics } from './software-graphics.ts'
import { takePicture } from './take-picture.ts'
import { createTokenFile } from './token-file.ts'
import { createTokenSeal } from './token-seal.ts'
import { createWallWindow } from './wall-window.ts'
import { watchPage } from './watch-page.ts'

const journal = openJournal()
/** Until the TV knows what it is set up for. */
let keys = closedToKeys
exitOnBugs(app, journal)

function begin(): void {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), 'floorboard'))
  }
  const refused = findRefusedSwitch((name) => app.commandLine.hasSwitch(name))
  // A developer who runs the kiosk from its sources may want a debugger.
  if (refused !== null && app.isPackaged) throw new Error(`a wall does not run with --${refused}`)
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
  lockDown(app, journal, { lets: (input) => keys.lets(input) })
  Menu.setApplicationMenu(null)

  void app.whenReady().then(() => openWall(options, isSoftware ? null : software))
}

/** `software`: what to choose when the graphics card fails; null where it is chosen already. */
async function openWall(options: KioskOptions, software: SoftwareGraphics | null): Promise<void> {
  const dist = join(__dirname, '..')
  const userData = app.getPath('userData')
  const setUpFile = join(userData, 'set-up.json')
  const lastGood = createLastGoodFile(join(userData, 'last-good.json'), journal)

  denyPermissions(session.defaultSession)
  keepAwake(powerSaveBlocker, powerMonitor)
  const source = { options, dist, userData, journal, onMoved: () => recovery.start() }
  const feed = await openSetUp({
    file: createSetUpFile(setUpFile, journal),
    open: (setUp) => openFeedSource(source, setUp),
    networkAddress: options['network-address'],
    journal,
    onChosen: () => recovery.start(),
  })
  const certificate = watchFeedCertificate({
    session: session.defaultSession,
    origin: feed.origin,
    fingerprint: feed.fingerprint,
  })
  serveAppScheme({ protocol, root: join(dist, 'renderer'), feedOrigin: feed.origin })

  const guard = await openPinGuard({
    file: createServiceFile(join(userData, 'service.json'), journal),
    journal,
    now: Date.now,
    running: () => performance.now(),
  })
  const displaySwitch = await findSwitch(options, process.env)

  // Nothing is waited for from here on, so that no window stands empty.
  const window = createWallWindow({
    display: chooseDisplay(screen.getAllDisplays(), screen.getPrimaryDisplay(), options.display),
    preload: join(__dirname, 'preload.cjs'),
    devTools: !app.isPackaged,
  })
  fitDisplay({ window, screen, wanted: options.display, journal })
  hideCursor(window.webContents)

  const count = countRecoveries(Date.now)
  const recovery = watchPage({
    app,
    window,
    session: session.defaultSession,
    monitor: powerMonitor,
    journal,
    count,
    onGraphicsBroken() {
      if (software === null) return
      software.choose()
      exit.startAnew('the graphics process crashes over and over')
    },
  })
  const exit = exitCleanly({
    app,
    window,
    journal,
    async close() {
      recovery.stop()
      // Whoever ends the wall at night finds a display that is on.
      display.on()
      await display.settled()
      await feed.close()
      await lastGood.settled()
    },
  })
  const tokens = createTokenFile(
    join(userData, 'token.json'),
    createTokenSeal(safeStorage, process.platform),
    journal,
  )
  const service = openService({
    guard,
    setUpFile,
    window,
    version: app.getVersion(),
    options,
    feedUrl: feed.origin,
    tokens,
    lastGood,
    count,
    exit,
    load: recovery.start,
    journal,
  })
  keys = createKeyDoor({ isSettingUp: feed.takesKeys, service })
  const display = openDisplayPower(displaySwitch, service.stands, journal)
  serveBridge(openIpcDoor(ipcMain, window, journal), {
    setUp: feed,
    lastGood,
    tokens,
    takePicture: () => takePicture(window, screen),
    refusedCertificate: certificate.refused,
    recoveries: count.lastDay,
    service,
    heartbeat: (beat) => {
      recovery.heartbeat(beat)
      display.heartbeat(beat)
    },
  })
  recovery.start()
}

try {
  begin()
} catch (error) {
  // A bad set-up: one sentence in the journal, no dialog.
  journal.error(error instanceof Error ? error.message : String(error))
  app.exit(2)
}
