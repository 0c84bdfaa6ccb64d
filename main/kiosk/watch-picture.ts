// Looks at what the window really shows: a page may believe that it paints while the glass is white.
import type { BrowserWindow, NativeImage, Rectangle } from 'electron'
import { isOneColour } from './one-colour.ts'

const lookEveryMs = 20_000
/** A picture of one colour is looked at again, since a scene may just be coming in. */
const lookAgainAfterMs = 3_000
/** The graphics process hangs where it takes longer; missing frames tell that sooner. */
const pictureWithinMs = 5_000

interface PictureWatch {
  readonly window: BrowserWindow
  readonly expectsPicture: () => boolean
  readonly onOneColour: () => void
}

/** Until the window is gone. */
export function watchPicture({ window, expectsPicture, onOneColour }: PictureWatch): void {
  const capture = async (area: Rectangle): Promise<NativeImage | null> => {
    // It may have gone with its display since the picture before.
    if (window.isDestroyed()) return null
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), pictureWithinMs))
    return await Promise.race([window.webContents.capturePage(area).catch(() => null), late])
  }
  const isOneColourIn = async (area: Rectangle): Promise<boolean> => {
    const picture = await capture(area)
    return picture !== null && isOneColour(picture.toBitmap())
  }
  /** The whole picture is large, and is needed only where a band across the middle says nothing. */
  const isOneColourNow = async (): Promise<boolean> => {
    const { width, height } = window.getContentBounds()
    const band = { x: 0, y: Math.floor(height / 2), width, height: Math.ceil(height / 8) }
    return (await isOneColourIn(band)) && (await isOneColourIn({ x: 0, y: 0, width, height }))
  }

  const look = async (wasOneColour: boolean): Promise<void> => {
    if (window.isDestroyed()) return
    const isBlank = expectsPicture() && (await isOneColourNow())
    const isStillBlank = wasOneColour && isBlank
    if (isStillBlank) onOneColour()
    const isNew = isBlank && !isStillBlank
    setTimeout(() => void look(isNew), isNew ? lookAgainAfterMs : lookEveryMs)
  }
  setTimeout(() => void look(false), lookEveryMs)
}
