// A photo of somebody, made anew from whatever was uploaded: cut to a square, small, and without what cameras write into it.
// What it is decoded from is bounded before it is decoded: by bytes, by format, by pixels, and then by time.
import type sharpType from 'sharp'
import { mediaFormatOf, tellingBytes } from '../../../shared/domain/media/media-format.ts'
import { largestPhoto, mostPhotoPixels, type PhotoCut, photoSide } from '../../../shared/wire/media.ts'
import { MediaRefused } from './media-refused.ts'

export type MakePhoto = (bytes: AsyncIterable<Uint8Array>, cut: PhotoCut) => Promise<Buffer>

type Sharp = typeof sharpType

const mostSeconds = 10
/** Each has a whole picture in memory. */
const mostWaiting = 4

const refused = (message: string): MediaRefused => new MediaRefused('bad-file', message)

/** Loaded when the first photo comes: most feeds never need it. Nothing but these four formats is ever decoded. */
const loadSharp = async (): Promise<Sharp> => {
  try {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((format) => `VipsForeignLoad${format}Buffer`),
    })
    return sharp
  } catch (error) {
    throw new MediaRefused(
      'bad-file',
      'This feed cannot work on pictures: its machine lacks what that needs.',
      {
        cause: error,
      },
    )
  }
}

const gathered = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > largestPhoto)
      throw new MediaRefused('too-large', `A photo may have ${largestPhoto / 1024 / 1024} MB at most.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const checkFormat = (file: Buffer): void => {
  if (file.length === 0) throw refused('The file is empty.')
  const head = file.subarray(0, 1024).toString('latin1')
  if (/<svg[\s>]/i.test(head))
    throw refused('This is an SVG drawing. It can hold programs; save it as PNG or JPEG, and take that.')
  const format = mediaFormatOf(file.subarray(0, tellingBytes))
  if (format?.kind !== 'picture')
    throw refused(
      format === null
        ? 'This is no picture that can be a photo: PNG, JPEG, WebP and GIF are.'
        : `This is ${format.words}, and no photo.`,
    )
}

/** The square in pixels of a picture that stands upright. */
const squareOf = (width: number, height: number, { x, y, size }: PhotoCut) => {
  const side = Math.max(1, Math.round(Math.min(width, height) * size))
  return {
    left: Math.round((width - side) * x),
    top: Math.round((height - side) * y),
    width: side,
    height: side,
  }
}

const draw = async (sharp: Sharp, file: Buffer, cut: PhotoCut): Promise<Buffer> => {
  const settings = { limitInputPixels: mostPhotoPixels, failOn: 'error', pages: 1 } as const
  try {
    const {
      width,
      height,
      orientation = 1,
    } = await sharp(file, { ...settings, limitInputPixels: false }).metadata()
    if (width * height > mostPhotoPixels)
      throw refused(
        `The picture has ${Math.round((width * height) / 1e6)} million pixels; a photo may have ${mostPhotoPixels / 1e6} million.`,
      )
    // Cameras that are held upright say so instead of turning the picture.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height]
    return await sharp(file, settings)
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .extract(squareOf(across, down, cut))
      .resize(photoSide, photoSide)
      .toColourspace('srgb')
      .webp({ quality: 86 })
      .toBuffer()
  } catch (error) {
    if (error instanceof MediaRefused) throw error
    throw new MediaRefused('bad-file', 'The picture is damaged, or takes too long to read.', { cause: error })
  }
}

/** One after the other. Rejects with `MediaRefused`. */
export const createMakePhoto = (): MakePhoto => {
  let loading: Promise<Sharp> | null = null
  let working: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (bytes, cut) => {
    if (waiting >= mostWaiting)
      throw new MediaRefused('busy', 'Other photos are being made; try again shortly.')
    waiting += 1
    try {
      const file = await gathered(bytes)
      checkFormat(file)
      loading ??= loadSharp().catch((error) => {
        loading = null
        throw error
      })
      const sharp = await loading
      const made = working.then(() => draw(sharp, file, cut))
      working = made.catch(() => undefined)
      return await made
    } finally {
      waiting -= 1
    }
  }
}
