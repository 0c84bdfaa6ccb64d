import { BrowserWindow, type Display, type Session } from 'electron'

/** Like the stage's background, so that a start or a reload does not flash white. */
const background = '#0a0f1e'

export interface WallWindowOptions {
  readonly display: Display
  readonly session: Session
  readonly preload: string
  /** Developer tools exist only in a kiosk that runs from its sources. */
  readonly devTools: boolean
}

/** The only place that creates a window. */
export function createWallWindow({ display, session, preload, devTools }: WallWindowOptions): BrowserWindow {
  return new BrowserWindow({
    ...display.bounds,
    title: 'Floorboard',
    show: true,
    frame: false,
    kiosk: true,
    fullscreen: true,
    resizable: true,
    movable: false,
    minimizable: false,
    // Some window managers do not know the kiosk mode and would keep the desktop's panels on top.
    alwaysOnTop: true,
    skipTaskbar: true,
    autoHideMenuBar: true,
    enableLargerThanScreen: true,
    backgroundColor: background,
    webPreferences: {
      session,
      preload,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      zoomFactor: 1,
    },
  })
}
