// The kiosk: a wall on every display of this machine, which shows the floor's numbers and keeps showing them.
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { app, Menu, powerMonitor, powerSaveBlocker, screen, session, type WebContents } from 'electron'
import { registerAppScheme } from './app-scheme.ts'
import { setSwitches } from './chromium-switches.ts'
import { exitCleanly } from './clean-exit.ts'
import { exitOnBugs } from './exit-on-bugs.ts'
import { openFeedSource } from './feed-source.ts'
import { openJournal } from './journal.ts'
import { keepAwake } from './keep-awake.ts'
import { lockDown } from './lockdown.ts'
import { createLogFile } from './log-file.ts'
import { type KioskOptions, readOptions } from './options.ts'
import { pageMemoryBytes } from './page-memory.ts'
import { findRefusedSwitch } from './refused-switches.ts'
import { openSetUp } from './set-up/set-up.ts'
import { createSetUpFile } from './set-up/set-up-file.ts'
import { createSoftwareGraphics, type SoftwareGraphics } from './software-graphics.ts'
import { showWalls } from './walls/walls.ts'
import { watchGraphics } from './watch-graphics.ts'
import { watchNetwork } from './watch-network.ts'

const journal = openJournal()
/** Until the kiosk knows what it is set up for. */
let takesKeys = (_contents: WebContents) => false
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
  lockDown(app, journal, (contents) => takesKeys(contents))
  Menu.setApplicationMenu(null)

  void app.whenReady().then(() => openKiosk(options, isSoftware ? null : software))
}

/** `software`: what to choose when the graphics card fails; null where it is chosen already. */
async function openKiosk(options: KioskOptions, software: SoftwareGraphics | null): Promise<void> {
  const dist = join(__dirname, '..')
  const userData = app.getPath('userData')
  keepAwake(powerSaveBlocker, powerMonitor)

  const loadWalls = () => walls.each((wall) => wall.load())
  const source = { options, dist, userData, journal, onMoved: loadWalls }
  const feed = await openSetUp({
    file: createSetUpFile(join(userData, 'set-up.json'), journal),
    open: (setUp) => openFeedSource(source, setUp),
    networkAddress: options['network-address'],
    journal,
    onChosen: loadWalls,
  })
  const exit = exitCleanly({
    app,
    journal,
    async close() {
      walls.stop()
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
  const walls = showWalls({
    screen,
    feed,
    graphics,
    preload: join(__dirname, 'preload.cjs'),
    devTools: !app.isPackaged,
    pageMemoryBytes: pageMemoryBytes(options, totalmem()),
    onLost: exit.windowLost,
    options,
    userData,
    page: join(dist, 'renderer'),
    journal,
  })
  takesKeys = (contents) => feed.takesKeys() && walls.isAsked(contents)
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
