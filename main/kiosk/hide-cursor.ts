import type { WebContents } from 'electron'

/** Hides the pointer, and moves it to the corner so that nothing on the page stays hovered. */
export function hideCursor(contents: WebContents): void {
  contents.on('dom-ready', () => {
    contents
      .insertCSS('*, *::before, *::after { cursor: none !important; }', { cssOrigin: 'user' })
      // The page may go with its display before it is done.
      .catch(() => undefined)
    contents.sendInputEvent({ type: 'mouseMove', x: 0, y: 0 })
  })
}
