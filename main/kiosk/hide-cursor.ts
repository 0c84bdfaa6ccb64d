import type { WebContents } from 'electron'

/** Nobody points at a wall. The page learns of a pointer in its corner, so that nothing on it stays lit as if touched. */
export function hideCursor(contents: WebContents): void {
  contents.on('dom-ready', () => {
    void contents.insertCSS('*, *::before, *::after { cursor: none !important; }', { cssOrigin: 'user' })
    contents.sendInputEvent({ type: 'mouseMove', x: 0, y: 0 })
  })
}
