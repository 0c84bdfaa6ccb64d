// What the Electron shell offers the page, where there is one. In a browser `window.kiosk` is missing.

export interface KioskBridge {
  feedUrl(): Promise<{ url: string; token: string | null; screen: string | null }>
  saveLastGood(json: string): void
  loadLastGood(): Promise<string | null>
  /** Says that the page still runs; the shell restarts a page that stays silent. */
  heartbeat(): void
}

declare global {
  interface Window {
    readonly kiosk?: KioskBridge
  }
}
