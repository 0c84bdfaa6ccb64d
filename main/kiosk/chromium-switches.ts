import type { CommandLine } from 'electron'

/** A wall caches nothing that is worth a disk. */
const diskCacheBytes = 64 * 1024 * 1024

/** Before the app is ready; after that they are ignored. */
export function setSwitches(commandLine: CommandLine): void {
  // The sixth death of the graphics process would otherwise end the whole app.
  commandLine.appendSwitch('disable-gpu-process-crash-limit')
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  // A wall counts as visible even where a window manager believes it is covered.
  commandLine.appendSwitch('disable-background-timer-throttling')
  commandLine.appendSwitch('disable-renderer-backgrounding')
  commandLine.appendSwitch('disable-backgrounding-occluded-windows')
  commandLine.appendSwitch('disable-pinch')
  commandLine.appendSwitch('overscroll-history-navigation', '0')
  // Else a key-ring may ask for its password, on top of the wall.
  commandLine.appendSwitch('password-store', 'basic')
  commandLine.appendSwitch('disk-cache-size', String(diskCacheBytes))
}
