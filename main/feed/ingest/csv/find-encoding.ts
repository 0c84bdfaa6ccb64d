// Finds the encoding of a CSV file from all of its bytes: the first letter that is not ASCII may be far down.
import { TextDecoder } from 'node:util'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { CsvProblem } from './csv-problem.ts'
import { readChunks } from './read-text.ts'

export interface FileEncoding {
  readonly encoding: string
  /** `mark`: a byte order mark. `proof`: all bytes are valid UTF-8. `guessed`: by the look of the bytes. */
  readonly by: 'declared' | 'mark' | 'proof' | 'guessed'
  readonly bytes: number
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['an Excel workbook or another zip archive; save the sheet as CSV', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook; save the sheet as CSV', [0xd0, 0xcf, 0x11, 0xe0]],
  ['compressed (gzip); unpack it first', [0x1f, 0x8b, 0x08]],
]

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** In UTF-16, every other byte of Latin text is zero; other encodings have hardly any zeros. */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  const zeros = [0, 0]
  const end = Math.min(bytes.length, 4096) & ~1
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > end * 0.2 && even < end * 0.02) return 'utf-16le'
  return even > end * 0.2 && odd < end * 0.02 ? 'utf-16be' : null
}

/** One in nine random bytes is a control character; a text file, even a damaged one, has a few at most. */
const looksBinary = (bytes: Uint8Array): boolean => {
  const controls = bytes.reduce((sum, byte) => sum + (byte < 0x20 && (byte < 0x09 || byte > 0x0d) ? 1 : 0), 0)
  return controls > 8 + bytes.length * 0.02
}

/** Of 100. Below this the detector's guess is worse than assuming Western European. */
const leastConfidence = 35
/** Files from Windows programs use the Windows code page, a superset of the standard that the detector names. */
const wider: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
}

/**
 * The detector knows no Thai. In windows-874 most letters are in a range where the other code pages have signs, and the last
 * four places, in which Cyrillic has letters, are empty.
 */
const looksThai = (sample: Uint8Array): boolean => {
  let letters = 0
  let thai = 0
  for (const byte of sample) {
    if (byte < 0x80) continue
    if (byte > 0xfb) return false
    letters++
    if (byte >= 0xa1 && byte <= 0xbf) thai++
  }
  return letters > 10 && thai > letters * 0.3
}

const detected = (sample: Uint8Array): string => {
  const best = analyse(sample)[0]
  const isMultibyte =
    best !== undefined && /^(?:shift|euc|gb|big|iso-2022)/i.test(best.name) && best.confidence > 50
  if (!isMultibyte && looksThai(sample)) return 'windows-874'
  if (!best || best.confidence < leastConfidence || best.name.startsWith('UTF')) return 'windows-1252'
  const encoding = wider[best.name] ?? best.name
  return iconv.encodingExists(encoding) ? encoding.toLowerCase() : 'windows-1252'
}

/** What exports come in, the likely ones first. */
const usual = (
  'windows-1252 windows-1250 windows-1251 windows-1254 windows-1253 windows-1255 windows-1256 windows-1257 windows-1258 ' +
  'windows-874 utf-8 iso-8859-2 iso-8859-15 koi8-r koi8-u shift_jis gb18030 euc-kr big5 euc-jp macintosh cp850 cp437 cp852 cp866'
).split(' ')

/** The words of the mapping that can tell encodings apart. */
export interface ExpectedWords {
  readonly columns: readonly string[]
  readonly spellings: readonly string[]
}

const beyondAscii = (words: readonly string[]): string[] =>
  words.map((word) => word.normalize('NFC')).filter((word) => /[^\0-\x7f]/.test(word))

/** How many of the words are in the bytes, if these are of the encoding. */
const wordsFound = (bytes: Buffer, words: readonly string[], encoding: string): number =>
  words.filter((word) => {
    const encoded = iconv.encode(word, encoding)
    return iconv.decode(encoded, encoding) === word && bytes.includes(encoded)
  }).length

/** The encoding in which the file has most of the mapping's columns, then of its other words; else the detector's. */
const guess = (head: Buffer, sample: Buffer, { columns, spellings }: ExpectedWords): string => {
  const first = detected(sample)
  const [names, words] = [beyondAscii(columns), beyondAscii(spellings)]
  if (names.length + words.length === 0) return first
  const bytes = Buffer.concat([head, sample])
  const scores = [first, ...usual].map((encoding) => ({
    encoding,
    names: wordsFound(head, names, encoding),
    words: wordsFound(bytes, words, encoding),
  }))
  // Stable: of equals the first one stays.
  return scores.sort((a, b) => b.names - a.names || b.words - a.words)[0]?.encoding ?? first
}

const fromStart = (
  head: Uint8Array,
  declared: string | undefined,
): Pick<FileEncoding, 'encoding' | 'by'> | null => {
  const picture = signatures.find(([, start]) => startsWith(head, start))
  if (picture) throw new CsvProblem(`is not a CSV file but ${picture[0]}`)
  const mark = marks.find(([, start]) => startsWith(head, start))
  const utf16 = mark ? null : unmarkedUtf16(head)
  if (!mark && !utf16 && !declared && looksBinary(head)) throw new CsvProblem('is not a text file')
  if (declared) return { encoding: declared, by: 'declared' }
  if (mark) return { encoding: mark[0], by: 'mark' }
  return utf16 ? { encoding: utf16, by: 'guessed' } : null
}

/** False when the file ends in the middle of a character. */
const endsWhole = (decoder: TextDecoder): boolean => {
  try {
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Reads the whole file once, in constant memory. */
export const findEncoding = async (
  path: string,
  declared?: string,
  expected: ExpectedWords = { columns: [], spellings: [] },
): Promise<FileEncoding> => {
  if (declared !== undefined && !iconv.encodingExists(declared)) {
    throw new CsvProblem(`cannot be read as "${declared}": no encoding of that name is known`)
  }
  const strict = new TextDecoder('utf-8', { fatal: true })
  let known: Pick<FileEncoding, 'encoding' | 'by'> | null = null
  let head: Buffer = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of readChunks(path)) {
    if (bytes === 0) {
      known = fromStart(chunk, declared)
      head = chunk
    }
    bytes += chunk.length
    if (known) continue
    try {
      strict.decode(chunk, { stream: true })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      known = { encoding: guess(head, chunk, expected), by: 'guessed' }
    }
  }
  if (bytes === 0) throw new CsvProblem('is empty')
  if (!known && !endsWhole(strict)) known = { encoding: 'windows-1252', by: 'guessed' }
  return { ...(known ?? { encoding: 'utf-8', by: 'proof' }), bytes }
}
