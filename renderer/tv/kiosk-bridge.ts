// Where the page runs in the Electron shell, the shell is at `window.kiosk`; in a browser there is none.
import type { KioskBridge } from '../../shared/wire/kiosk.ts'

declare global {
  interface Window {
    readonly kiosk?: KioskBridge
  }
}
