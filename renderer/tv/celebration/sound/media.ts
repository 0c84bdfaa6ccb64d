// Sounds, pictures and films of celebrations, fetched ahead into memory and kept there within bounds, so that none of them
// is waited for when it counts.
import { ownSoundUrl } from './own-sounds.ts'

export interface Media {
  /** These may soon be needed; what is not among them goes first when there is no more room. */
  ahead(addresses: readonly string[]): void
  /** One that is needed now. */
  want(addresses: readonly string[]): void
  /** Null where it cannot be had. */
  bytesOf(address: string): Promise<ArrayBuffer | null>
  /** For an `img` or a `video`: from memory where it is there, else null. Never of what is broken. */
  urlOf(address: string): string | null
  /** As `urlOf`, once it has come. Null where it cannot be had. */
  whenThere(address: string): Promise<string | null>
}

interface MediaOptions {
  /** Where an address is: with the feed's origin and the screen's token. */
  readonly urlOf: (address: string) => string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

interface Kept {
  readonly bytes: Promise<Blob | null>
  blob: Blob | null
  objectUrl: string | null
}

const mostBytesEach = 20 * 1024 * 1024
const mostBytes = 60 * 1024 * 1024
/** Another site's files cannot be fetched by the page: an element loads them itself. */
const isElsewhere = (address: string): boolean => address.startsWith('https:')

/** Null where there is more than may be kept. */
const readWithin = async (response: Response): Promise<Blob | null> => {
  const reader = response.body?.getReader()
  if (!response.ok || !reader) return null
  const parts: BlobPart[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > mostBytesEach) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' })
}

export const createMedia = ({ urlOf, fetch }: MediaOptions): Media => {
  const kept = new Map<string, Kept>()
  let soon: ReadonlySet<string> = new Set()

  const drop = (address: string): void => {
    const { objectUrl } = kept.get(address) ?? { objectUrl: null }
    if (objectUrl !== null) URL.revokeObjectURL(objectUrl)
    kept.delete(address)
  }
  const size = (): number => [...kept.values()].reduce((sum, { blob }) => sum + (blob?.size ?? 0), 0)
  /** First what is not announced, then the oldest; never what has just come. */
  const makeRoom = (arrived: string): void => {
    const others = [...kept.keys()].filter((address) => address !== arrived)
    for (const address of [...others.filter((each) => !soon.has(each)), ...others]) {
      if (size() <= mostBytes) return
      drop(address)
    }
  }

  const load = async (address: string): Promise<Blob | null> => {
    try {
      const response = await fetch(ownSoundUrl(address) ?? urlOf(address), { credentials: 'omit' })
      return await readWithin(response)
    } catch (error) {
      console.warn(`floorboard: ${address} could not be fetched`, error)
      return null
    }
  }

  const keep = (address: string): Kept => {
    const before = kept.get(address)
    if (before) return before
    const next: Kept = { bytes: load(address), blob: null, objectUrl: null }
    kept.set(address, next)
    void next.bytes.then((blob) => {
      next.blob = blob
      // What failed is tried again when it is asked for again.
      if (blob === null) kept.delete(address)
      else makeRoom(address)
    })
    return next
  }
  const want = (addresses: readonly string[]): void => {
    for (const address of addresses) if (!isElsewhere(address)) keep(address)
  }

  const urlNow = (address: string): string | null => {
    if (isElsewhere(address)) return address
    const entry = kept.get(address)
    if (entry === undefined || entry.blob === null) return null
    entry.objectUrl ??= URL.createObjectURL(entry.blob)
    return entry.objectUrl
  }

  return {
    want,
    ahead: (addresses) => {
      soon = new Set(addresses)
      want(addresses)
    },
    bytesOf: async (address) => {
      if (isElsewhere(address)) return null
      return (await (await keep(address).bytes)?.arrayBuffer()) ?? null
    },
    urlOf: urlNow,
    whenThere: async (address) => {
      if (!isElsewhere(address)) await keep(address).bytes
      return urlNow(address)
    },
  }
}
