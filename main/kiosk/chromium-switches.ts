import type { CommandLine } from 'electron'

/** Small: the page itself is served from the program, and photos can be loaded again. */
const diskCacheBytes = 64 * 1024 * 1024

/** Must be called before the app is ready; later switches are ignored. */
export function setSwitches(commandLine: CommandLine): void {
  // To Chromium and GTK it would be the name of an X server, and the program would end at once.
  commandLine.removeSwitch('display')
  // Otherwise the sixth crash of the graphics process ends the whole app.
  commandLine.appendSwitch('disable-gpu-process-crash-limit')
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  // The page must not slow down when a window manager believes that it is covered.
  commandLine.appendSwitch('disable-background-timer-throttling')
  commandLine.appendSwitch('disable-renderer-backgrounding')
  commandLine.appendSwitch('disable-backgrounding-occluded-windows')
  commandLine.appendSwitch('disable-pinch')
  commandLine.appendSwitch('overscroll-history-navigation', '0')
  // Otherwise the desktop's keyring may ask for its password, on top of the wall.
  commandLine.appendSwitch('password-store', 'basic')
  commandLine.appendSwitch('disk-cache-size', String(diskCacheBytes))
}
