// The checksum of an entry: a bit that turns on a disk is a wrong total, and nothing else would say so. Its two parts
// tell whether the body alone is damaged, or whether not even the key can be trusted.
import { crc32 } from 'node:zlib'
import type { By } from './log.ts'

/** All of an entry but its body. */
export interface EntryHeading {
  readonly seq: number
  /** Epoch ms. */
  readonly at: number
  readonly by: By
  readonly key: string
  readonly beforeSeq: number | null
}

/** SQLite keeps a number as a whole one only below 2^51: 32 bits are the body's, which leaves 19 for the heading. */
const headingBits = 0x7ffff
const bodyRange = 2 ** 32

const headingSum = ({ seq, at, by, key, beforeSeq }: EntryHeading): number =>
  crc32(`${seq} ${at} ${beforeSeq ?? '-'} ${by} ${key}`) & headingBits

/** A body that is null is not the same as one that is empty, which no entry has. */
const bodySum = (body: string | Uint8Array | null): number => (body === null ? 0 : crc32(body))

/** A whole number below 2^51. */
export const entrySum = (heading: EntryHeading, body: string | null): number =>
  headingSum(heading) * bodyRange + bodySum(body)

export const isBodyWhole = (sum: number, body: Uint8Array | null): boolean =>
  sum % bodyRange === bodySum(body)

export const isHeadingWhole = (sum: number, heading: EntryHeading): boolean =>
  Math.floor(sum / bodyRange) === headingSum(heading)
