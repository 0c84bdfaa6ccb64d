// What is really on the display: the frame buffer of the X server, in the format of `xwd`.
import { readFileSync } from 'node:fs'

/** Names the file; set once the X server runs. */
export const glassVariable = 'FLOORBOARD_GLASS'

export interface Glass {
  readonly width: number
  readonly height: number
  /** `0xrrggbb` of one pixel. */
  at(x: number, y: number): number
}

/** Fields of the header, in words of four bytes, and how long an entry of its palette is. */
const field = { headerBytes: 0, width: 4, height: 5, bytesPerLine: 12, colours: 19 }
const colourBytes = 12

/** `file`: of a display of a test's own. */
export const readGlass = (file = process.env[glassVariable] ?? ''): Glass => parseGlass(readFileSync(file))

/** What `xwd` writes of a whole screen. */
export function parseGlass(file: Buffer): Glass {
  const header = (word: number): number => file.readUInt32BE(word * 4)
  const pixels = header(field.headerBytes) + header(field.colours) * colourBytes
  const bytesPerLine = header(field.bytesPerLine)
  return {
    width: header(field.width),
    height: header(field.height),
    at: (x, y) => file.readUInt32LE(pixels + y * bytesPerLine + x * 4) & 0xffffff,
  }
}

/** How many pixels have this colour. */
export function countColour(colour: number, file?: string): number {
  const glass = readGlass(file)
  let count = 0
  for (let y = 0; y < glass.height; y += 1)
    for (let x = 0; x < glass.width; x += 1) if (glass.at(x, y) === colour) count += 1
  return count
}
