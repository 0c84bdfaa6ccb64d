import type { PowerMonitor, PowerSaveBlocker } from 'electron'

/** Keeps the display from sleeping. Some systems lose the request when they sleep or lock, so it is checked after that. */
export function keepAwake(blocker: PowerSaveBlocker, monitor: PowerMonitor): void {
  let id = blocker.start('prevent-display-sleep')
  const check = () => {
    if (!blocker.isStarted(id)) id = blocker.start('prevent-display-sleep')
  }
  monitor.on('resume', check)
  monitor.on('unlock-screen', check)
}
