// A JPEG of what this TV shows: from the shell where there is one, else drawn anew by a library that is loaded for it.
import type { KioskBridge } from '../../../shared/wire/kiosk.ts'
import { sceneStands } from './scene-stands.ts'

const largest = 1024 * 1024
/** Tried one after another until the picture is small enough. */
const qualities = [0.85, 0.6, 0.35] as const
/** Enough to read a board in a console. */
const longestSide = 1920

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

/** The faces of the wall's own text: those of all the scripts that it can write are many megabytes. */
const ownFaces = /Inter Variable|Archivo Variable|Signs/

const faceRules = (): string =>
  [...document.styleSheets]
    .flatMap((sheet) =>
      [...sheet.cssRules]
        .filter((rule) => rule instanceof CSSFontFaceRule && ownFaces.test(rule.cssText))
        .map(({ cssText }) =>
          cssText.replace(
            /url\("([^"]+)"\)/g,
            (_, address: string) => `url("${new URL(address, sheet.href ?? document.baseURI)}")`,
          ),
        ),
    )
    .join('\n')

const drawn = async (element: Element): Promise<Blob | null> => {
  const { domToCanvas } = await import('modern-screenshot')
  await sceneStands(element)
  const scale = Math.min(1, longestSide / Math.max(window.innerWidth, window.innerHeight))
  const canvas = await domToCanvas(element, {
    scale,
    width: window.innerWidth,
    height: window.innerHeight,
    backgroundColor: '#080c17',
    font: { cssText: faceRules(), preferredFormat: 'woff2' },
  })
  for (const quality of qualities) {
    const picture = await jpegOf(canvas, quality)
    if (picture !== null && picture.size <= largest) return picture
  }
  return null
}

/** Of a board that comes on only once it stands. Null where it cannot be drawn. */
export const takePicture = async (kiosk: KioskBridge | undefined, element: Element): Promise<Blob | null> => {
  if (!kiosk) return drawn(element)
  await sceneStands(element)
  const bytes = await kiosk.takePicture()
  return bytes === null ? null : new Blob([bytes], { type: 'image/jpeg' })
}

export const putPicture = async (
  feedUrl: string,
  token: string | null,
  id: string,
  picture: Blob,
): Promise<void> => {
  await fetch(`${feedUrl}/api/v1/screenshots/${encodeURIComponent(id)}`, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg', ...(token !== null && { authorization: `Bearer ${token}` }) },
    body: picture,
    credentials: 'omit',
  })
}
