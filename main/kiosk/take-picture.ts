// What is on the glass, small enough to be sent.
import type { BrowserWindow, Screen } from 'electron'

const largest = 1024 * 1024
const widest = 1920
const qualities = [85, 60, 35] as const

/** A JPEG; null where the window draws nothing or the picture cannot be made small enough. */
export async function takePicture(window: BrowserWindow, screen: Screen): Promise<Uint8Array | null> {
  // The window may be a row of pixels higher than its display.
  const { width, height } = screen.getDisplayMatching(window.getBounds()).size
  const whole = await window.webContents.capturePage({ x: 0, y: 0, width, height })
  if (whole.isEmpty()) return null
  const picture = whole.getSize().width > widest ? whole.resize({ width: widest }) : whole
  for (const quality of qualities) {
    const jpeg = picture.toJPEG(quality)
    if (jpeg.length <= largest) return new Uint8Array(jpeg)
  }
  return null
}
