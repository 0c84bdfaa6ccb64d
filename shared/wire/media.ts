// The floor's own pictures, videos and sounds, as consoles list, put and delete them.
import { z } from 'zod'

export const MediaKind = z.enum(['picture', 'video', 'sound'])
export type MediaKind = z.infer<typeof MediaKind>

const megabyte = 1024 * 1024

/** In bytes. A TV fetches what it may need before it needs it, and keeps it. */
export const largestMedia: Readonly<Record<MediaKind, number>> = {
  picture: 20 * megabyte,
  video: 20 * megabyte,
  sound: 5 * megabyte,
}

/** What names a file: an entry of a list of the floor file, by its id and name. */
export const MediaUse = z.object({ list: z.string(), id: z.string(), name: z.string() })
export type MediaUse = z.infer<typeof MediaUse>

export const MediaFile = z.object({
  /** Below the media folder: `gong.mp3`, `photos/priya.jpg`. */
  name: z.string(),
  /** As the floor file names it: `/media/gong.mp3`. */
  address: z.string(),
  kind: MediaKind,
  bytes: z.int(),
  /** Epoch ms. */
  changedAt: z.number(),
  uses: z.array(MediaUse),
})
export type MediaFile = z.infer<typeof MediaFile>

/** `GET /api/v1/media`: by name, at most 1,000. */
export const MediaAnswer = z.object({ media: z.array(MediaFile) })
export type MediaAnswer = z.infer<typeof MediaAnswer>

/**
 * `POST /api/v1/media?name=gong.mp3` with the file as its body: what it is, its bytes say. Nothing is replaced: where the
 * name is taken, the file gets another one.
 */
export const MediaUpload = z.object({ name: z.string().trim().min(1).max(200) })

/** In bytes: what is uploaded to become a photo. */
export const largestPhoto = 12 * megabyte
/** Of what is uploaded: a camera's 48 megapixels, and some. */
export const mostPhotoPixels = 60_000_000
/** Of a photo as it is kept, in pixels: sharp on the largest face of a 4K wall. */
export const photoSide = 512

const Share = z.coerce.number().min(0).max(1)

/**
 * The square that becomes the photo. `size`: its side as a share of the picture's shorter one; `x`, `y`: where it lies, 0 at the
 * left and the top, 1 at the right and the bottom.
 */
export const PhotoCut = z.object({
  x: Share.default(0.5),
  y: Share.default(0.5),
  size: z.coerce.number().min(0.05).max(1).default(1),
})
export type PhotoCut = z.infer<typeof PhotoCut>

/** `POST /api/v1/media/photos?name=priya&x=0.5&y=0.3&size=0.8` with a picture as its body; answered with a `MediaFile`. */
export const PhotoUpload = PhotoCut.extend(MediaUpload.shape)
