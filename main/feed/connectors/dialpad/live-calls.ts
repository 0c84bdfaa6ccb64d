// Dialpad’s own channel, a WebSocket that the feed opens: it tells of calls that are over. What it says is a hint of when there is
// something to read, and believed only with the signature that this feed chose.
import { createHmac } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { SourceTrouble } from '../source-trouble.ts'

export interface LiveCallsParts {
  /** Where it is asked for; each address serves for an hour. */
  readonly openChannel: (secret: string) => Promise<string>
  readonly key: string
  /** Whether such an address may be opened. */
  readonly isGood: (address: URL) => boolean
  /** `startedAt`: epoch ms, when a call that is told of began; null where it does not say. */
  readonly hear: (startedAt: number | null) => void
}

const addressLastsMs = 55 * 60_000
const firstWaitMs = 1000
const longestWaitMs = 300_000
/** A call’s event with its transcript. */
const mostBytes = 1024 * 1024

const Told = z.object({
  date_started: z.union([z.number(), z.string()]).transform(Number).nullish(),
})

/** The same for the same key, so that the channel of before is found again, and no secret of the key’s. */
const secretFor = (key: string): string =>
  createHmac('sha256', key).update('floorboard: live calls').digest('hex')

/** Runs until it is closed. What cannot be opened is tried again, after a second and at most five minutes. */
export const openLiveCalls = ({ openChannel, key, isGood, hear }: LiveCallsParts): { close(): void } => {
  const secret = secretFor(key)
  let socket: WebSocket | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false
  let failures = 0

  const again = (ms: number): void => {
    if (closed) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void start(), ms)
    timer.unref()
  }
  const failed = (): void => {
    failures += 1
    again(Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 20)))
  }

  const take = async (text: string): Promise<void> => {
    try {
      const { payload } = await jwtVerify(text, new TextEncoder().encode(secret), { algorithms: ['HS256'] })
      const startedAt = Told.safeParse(payload).data?.date_started ?? null
      if (!closed) hear(startedAt !== null && Number.isFinite(startedAt) ? startedAt : null)
    } catch (error) {
      // Nobody’s word: what there is to read is read all the same, at the next look.
      if (!(error instanceof errors.JOSEError)) throw error
    }
  }

  const open = async (): Promise<void> => {
    try {
      const address = await openChannel(secret)
      const url = URL.canParse(address) ? new URL(address) : null
      if (closed) return
      if (url === null || !isGood(url)) {
        failed()
        return
      }
      const own = new WebSocket(url, {
        maxPayload: mostBytes,
        followRedirects: false,
        handshakeTimeout: 10_000,
      })
      socket = own
      own.on('open', () => {
        failures = 0
        again(addressLastsMs)
        // What was over while nobody listened.
        hear(null)
      })
      own.on('message', (data) => void take(String(data)))
      own.on('error', () => undefined)
      own.on('close', () => {
        if (socket === own) failed()
      })
    } catch (error) {
      // The source’s own looks say what is wrong with the vendor.
      if (!(error instanceof SourceTrouble)) throw error
      failed()
    }
  }

  const renew = (): void => {
    const old = socket
    socket = null
    old?.terminate()
  }
  const start = async (): Promise<void> => {
    renew()
    await open()
  }
  void start()

  return {
    close: () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      renew()
    },
  }
}
