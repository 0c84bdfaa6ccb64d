import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoSide } from '../../../shared/wire/media.ts'
import { createMakePhoto } from './make-photo.ts'
import { MediaRefused } from './media-refused.ts'

async function* bytes(whole: Uint8Array): AsyncGenerator<Uint8Array> {
  yield whole
}
const middle = { x: 0.5, y: 0.5, size: 1 }
const make = createMakePhoto()
const refusal = async (file: Uint8Array): Promise<string> => {
  const error = await make(bytes(file), middle).then(
    () => null,
    (reason) => reason,
  )
  if (!(error instanceof MediaRefused)) throw new Error(`not refused: ${error}`)
  return error.message
}

const crcOf = (data: Buffer): number => {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crcOf(body))
  return Buffer.concat([length, body, crc])
}
/** A PNG of one colour: small as a file, and as large as it says once it is decoded. */
const bomb = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1000 * 1000))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Left half red, right half blue; 200 by 100. */
const halves = sharp({ create: { width: 200, height: 100, channels: 3, background: '#0000ff' } }).composite([
  { input: { create: { width: 100, height: 100, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
])
const colourOf = async (photo: Buffer): Promise<string> => {
  const { dominant } = await sharp(photo).stats()
  return dominant.r > dominant.b ? 'red' : 'blue'
}

test('[H10] a photo is a small square of the picture, made anew, without what a camera wrote into it', async () => {
  const picture = await halves
    .clone()
    .jpeg()
    .withExif({ IFD0: { Copyright: 'where they live' } })
    .toBuffer()
  expect((await sharp(picture).metadata()).exif).toBeDefined()
  const left = await make(bytes(picture), { x: 0, y: 0.5, size: 1 })
  const { width, height, format, exif } = await sharp(left).metadata()
  expect([width, height, format, exif]).toEqual([photoSide, photoSide, 'webp', undefined])
  expect(await colourOf(left)).toBe('red')
  expect(await colourOf(await make(bytes(picture), { x: 1, y: 0.5, size: 1 }))).toBe('blue')
})

test('[H10] a picture that a camera held upright is cut as it stands', async () => {
  // Orientation 6: what was recorded as the left is the top.
  const turned = await halves.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer()
  expect(await colourOf(await make(bytes(turned), { x: 0.5, y: 0, size: 1 }))).toBe('red')
  expect(await colourOf(await make(bytes(turned), { x: 0.5, y: 1, size: 1 }))).toBe('blue')
})

test('[H11] what is no picture is refused in words, and so is SVG, whatever it is called', async () => {
  expect(
    await refusal(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')),
  ).toContain('This is an SVG drawing.')
  expect(await refusal(Buffer.from('<html></html>'))).toContain('This is no picture that can be a photo')
  expect(await refusal(Buffer.concat([Buffer.from('ID3\x04', 'latin1'), Buffer.alloc(90)]))).toBe(
    'This is an MP3 sound, and no photo.',
  )
  expect(await refusal(Buffer.alloc(0))).toBe('The file is empty.')
  expect(
    await refusal(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(300, 7)])),
  ).toBe('The picture is damaged, or takes too long to read.')
})

test('[H11] a small file that unfolds into more pixels than a photo may have is not decoded', async () => {
  const small = bomb(30_000, 30_000)
  expect(small.length).toBeLessThan(5000)
  const before = process.memoryUsage().rss
  expect(await refusal(small)).toBe('The picture has 900 million pixels; a photo may have 60 million.')
  // Decoded it would have had 900 MB.
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
})

test('[H11] a file without end is cut off', async () => {
  let asked = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      asked += 1
      yield new Uint8Array(1024 * 1024)
    }
  }
  await expect(make(endless(), middle)).rejects.toThrow('A photo may have 12 MB at most.')
  expect(asked).toBeLessThan(20)
})
