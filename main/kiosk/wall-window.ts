import { BrowserWindow, type Display } from 'electron'

/** The stage's own ground, so that no start and no reload flashes white. */
const ground = '#0a0f1e'

export interface WallWindowOptions {
  readonly display: Display
  readonly preload: string
  /** Developer tools exist only in a kiosk that runs from its sources. */
  readonly devTools: boolean
}

/** The one place that makes a window. */
export function createWallWindow({ display, preload, devTools }: WallWindowOptions): BrowserWindow {
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
    // The desktop's own panels would otherwise stay on top where the window manager is not told of a kiosk.
    alwaysOnTop: true,
    skipTaskbar: true,
    autoHideMenuBar: true,
    enableLargerThanScreen: true,
    backgroundColor: ground,
    webPreferences: {
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
