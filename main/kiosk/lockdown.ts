// Nothing navigates away from the wall's page, opens another window, or reacts to a keyboard.
import type { App, WebContents } from 'electron'
import type { Journal } from './journal.ts'
import type { KeyDoor } from './keys.ts'

/** For every page of the app. `keysOf`: which keys a page takes. */
export function lockDown(app: App, journal: Journal, keysOf: (contents: WebContents) => KeyDoor): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, journal)
    ignoreInput(contents, keysOf)
  })
}

const removeFrames =
  "for (const frame of document.querySelectorAll('iframe, frame, object, embed, fencedframe')) frame.remove()"

function denyNavigation(contents: WebContents, journal: Journal): void {
  const deny = (event: { preventDefault(): void }, what: string, url: string) => {
    event.preventDefault()
    journal.warn(`${what} refused`, { url: url.slice(0, 200) })
  }
  /** The page loads itself again when it fails, and when the console asks for it. */
  const isReload = (event: { readonly url: string; readonly isMainFrame: boolean }) =>
    event.isMainFrame && event.url === contents.getURL()
  contents.on('will-navigate', (event) => {
    if (!isReload(event)) deny(event, 'navigation', event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isReload(event)) deny(event, 'navigation of a frame', event.url)
  })
  contents.on('will-redirect', (event) => deny(event, 'redirection', event.url))
  contents.on('will-attach-webview', (event) => deny(event, 'web view', ''))
  contents.on('content-bounds-updated', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.on('frame-created', (_event, { frame }) => {
    // An empty frame, or one with its content in an attribute, is there without a navigation. The wall has none.
    if (frame == null || frame.parent === null) return
    journal.warn('frame removed')
    setImmediate(() => void contents.executeJavaScript(removeFrames).catch(() => undefined))
  })
  contents.setWindowOpenHandler(({ url }) => {
    journal.warn('new window refused', { url: url.slice(0, 200) })
    return { action: 'deny' }
  })
  // The page cannot keep the kiosk from reloading it.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
}

function ignoreInput(contents: WebContents, keysOf: (contents: WebContents) => KeyDoor): void {
  // A keyboard that somebody plugs in does nothing: no reload, no developer tools, no zoom, no exit.
  contents.on('before-input-event', (event, input) => {
    if (!keysOf(contents).lets(input)) event.preventDefault()
  })
  // Chromium stores the zoom per address and would restore it after a restart.
  contents.on('did-start-navigation', () => contents.setZoomFactor(1))
  contents.on('zoom-changed', () => contents.setZoomFactor(1))
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1)
    // The page may go with its display before it is done.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined)
  })
}
