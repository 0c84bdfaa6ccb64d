import type { PowerMonitor, PowerSaveBlocker } from 'electron'

/** The display must not sleep. Some systems forget that they were told when they wake up themselves. */
export function keepAwake(blocker: PowerSaveBlocker, monitor: PowerMonitor): void {
  let id = blocker.start('prevent-display-sleep')
  const check = () => {
    if (!blocker.isStarted(id)) id = blocker.start('prevent-display-sleep')
  }
  monitor.on('resume', check)
  monitor.on('unlock-screen', check)
}
