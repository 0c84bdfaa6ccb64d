// Whether a wall still looks as it did: today's picture beside the kept one, both drawn small. Small, because letters
// are drawn a little differently from machine to machine, and that must not matter; a row that moved must.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import sharp from 'sharp'

/** Pixels of the screen that become one of a small picture, across and down. */
const shrink = 12
/** The browser draws it at half its size: nothing that is left of it then is another, and it takes half as long. */
const drawnAt = 0.5
/** Of 255: finer shades would only make the kept pictures larger. */
const shade = 8
/** How different, from 0 to 1, two colours have to be to count. */
const apart = 0.12

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly data: Uint8Array
}

/** What is painted, drawn at that share of its size, as a PNG. `devtools`: of whoever has set what is seen of the page. */
const capture = async (page: Page, devtools: CDPSession, scale: number): Promise<Buffer> => {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'png',
    // It is unpacked at once, and packing it well takes longer than painting it.
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width, height, scale },
  })
  return Buffer.from(data, 'base64')
}

/** What is painted, pixel by pixel. */
export const pictureOf = async (page: Page, devtools: CDPSession): Promise<PNG> =>
  PNG.sync.read(await capture(page, devtools, 1))

/** What is painted, each square of pixels averaged into one. */
export const smallPictureOf = async (page: Page, devtools: CDPSession): Promise<Picture> => {
  // `pngjs` is JavaScript: it takes many times as long.
  const { data: drawn, info } = await sharp(await capture(page, devtools, drawnAt))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const side = shrink * drawnAt
  const width = Math.floor(info.width / side)
  const height = Math.floor(info.height / side)
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1) {
    const left = (at % width) * side
    const top = Math.floor(at / width) * side
    for (let channel = 0; channel < 3; channel += 1) {
      let sum = 0
      for (let y = top; y < top + side; y += 1)
        for (let x = left; x < left + side; x += 1) sum += drawn[(y * info.width + x) * 3 + channel] ?? 0
      data[at * 4 + channel] = Math.min(255, Math.round(sum / side ** 2 / shade) * shade)
    }
  }
  return { width, height, data }
}

/** The share of two small pictures that is not alike, 0 to 1; all of it where they are not of one size. */
export const unlikeness = (one: Picture, other: Picture): number => {
  const { width, height } = one
  if (width !== other.width || height !== other.height) return 1
  return (
    pixelmatch(one.data, other.data, undefined, width, height, { threshold: apart, includeAA: true }) /
    (width * height)
  )
}

/** Between what another way of setting letters makes unlike (under 0.0010) and two rows that changed places (over 0.0045). */
export const mostUnlike = 0.0025

export const keepPicture = (path: string, { width, height, data }: Picture): void => {
  mkdirSync(dirname(path), { recursive: true })
  const png = new PNG({ width, height })
  png.data.set(data)
  writeFileSync(path, PNG.sync.write(png, { colorType: 2, deflateLevel: 9 }))
}

/** Null where none is kept. */
export const keptPicture = (path: string): Picture | null => {
  try {
    return PNG.sync.read(readFileSync(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
