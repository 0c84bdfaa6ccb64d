// Whether this machine can show a wall: with which Electron, or the reason why not.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findElectron } from './find-electron.ts'

export interface Kiosk {
  readonly electron: string
  /** The shell's program. */
  readonly program: string
}

export type FoundKiosk = Kiosk | { readonly missing: string }

export async function findKiosk(): Promise<FoundKiosk> {
  const program = fileURLToPath(new URL('kiosk/main.cjs', import.meta.url))
  if (!existsSync(program)) return { missing: 'the kiosk is not built (npm run build)' }
  if (process.platform === 'linux') {
    const { DISPLAY: x, WAYLAND_DISPLAY: wayland } = process.env
    if (!x && !wayland) return { missing: 'this machine has no display' }
    // Electron has no sandbox for root, and a wall does not run without one.
    if (process.getuid?.() === 0) return { missing: 'the kiosk does not run as root' }
  }
  const electron = await findElectron()
  return 'missing' in electron ? electron : { electron: electron.path, program }
}
