// What the window shows, small enough to be sent.
import type { WebContents } from 'electron'

const largest = 1024 * 1024
const widest = 1920
const qualities = [85, 60, 35] as const

/** A JPEG; null where the window draws nothing or the picture cannot be made small enough. */
export async function takePicture(contents: WebContents): Promise<Uint8Array | null> {
  const whole = await contents.capturePage()
  if (whole.isEmpty()) return null
  const picture = whole.getSize().width > widest ? whole.resize({ width: widest }) : whole
  for (const quality of qualities) {
    const jpeg = picture.toJPEG(quality)
    if (jpeg.length <= largest) return new Uint8Array(jpeg)
  }
  return null
}
