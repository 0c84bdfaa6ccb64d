// What a file is, by its first bytes: its name says what somebody believes.
import type { MediaKind } from '../../wire/media.ts'

export interface MediaFormat {
  readonly kind: MediaKind
  /** With which the file is kept, and served. */
  readonly ending: string
  /** "an MP4 video". */
  readonly words: string
}

/** What is served, by its ending. Nothing that a browser would run, so no SVG either. */
const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

const kinds: Readonly<Record<string, MediaKind>> = { image: 'picture', video: 'video', audio: 'sound' }

/** What a file is called by its ending; null for one that is not served. */
export const calledKind = (name: string): MediaKind | null =>
  kinds[mediaType(name).split('/')[0] ?? ''] ?? null

/** The media type of a file by its ending; that of mere bytes where it is not served. */
export const mediaType = (name: string): string =>
  types[/\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? ''] ?? 'application/octet-stream'

/** That many bytes of a file tell what it is. */
export const tellingBytes = 64

const format = (kind: MediaKind, ending: string, words: string): MediaFormat => ({ kind, ending, words })

const png = format('picture', '.png', 'a PNG picture')
const jpeg = format('picture', '.jpg', 'a JPEG picture')
const gif = format('picture', '.gif', 'a GIF')
const webp = format('picture', '.webp', 'a WebP picture')
const mp4 = format('video', '.mp4', 'an MP4 video')
const webm = format('video', '.webm', 'a WebM video')
const wav = format('sound', '.wav', 'a WAV sound')
const ogg = format('sound', '.ogg', 'an Ogg sound')
const mp3 = format('sound', '.mp3', 'an MP3 sound')
const m4a = format('sound', '.m4a', 'an M4A sound')

/** Of a file in the ISO base format: what its first box says it is made for. */
const mp4Brands = /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV|mmp4)$/
const m4aBrands = /^(M4A |M4B )$/

/** An MPEG audio frame of layer III. */
const isMp3Frame = (first: number, second: number): boolean =>
  first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02

/**
 * Null where it is nothing that a wall can show or play. `head`: the first `tellingBytes`, fewer of a shorter file. The
 * signatures are those of the formats' own specifications; of containers, what they hold counts.
 */
export const mediaFormatOf = (head: Uint8Array): MediaFormat | null => {
  const text = String.fromCharCode(...head.subarray(0, tellingBytes))
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return png
  if (text.startsWith('\xff\xd8\xff')) return jpeg
  if (/^GIF8[79]a/.test(text)) return gif
  if (text.startsWith('RIFF')) {
    if (text.slice(8, 12) === 'WEBP') return webp
    return text.slice(8, 12) === 'WAVE' ? wav : null
  }
  if (text.slice(4, 8) === 'ftyp') {
    const brand = text.slice(8, 12)
    if (m4aBrands.test(brand)) return m4a
    return mp4Brands.test(brand) ? mp4 : null
  }
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? webm : null
  if (text.startsWith('OggS')) return /vorbis|OpusHead|FLAC/.test(text) ? ogg : null
  if (text.startsWith('ID3') || isMp3Frame(head[0] ?? 0, head[1] ?? 0)) return mp3
  return null
}
