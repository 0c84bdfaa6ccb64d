// Brings what stands behind an address into a file: bounded in size and time, asked for only where it changed. Spreadsheets
// send one from address to address, so that each of these is checked like the first.
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { AddressRefused, guardedLookup } from '../outbox/address-guard.ts'
import { checkAddress } from '../outbox/http-post.ts'

export interface FetchedFile {
  /** By which it is asked whether it changed; null where the server told none. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Of its content, in lower case, without parameters. */
  readonly type: string
  /** Of the last address. */
  readonly host: string
}

export interface FetchAsked {
  readonly address: string
  /** Written anew. */
  readonly file: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Null: not changed. Rejects with `SourceTrouble`. */
export type FetchFile = (asked: FetchAsked) => Promise<FetchedFile | null>

interface FetchParts {
  /** Whether it may speak to local networks, and by plain HTTP. */
  readonly allowLocal: boolean
  readonly lookup?: LookupFunction
  readonly patienceMs?: number
  readonly mostBytes?: number
}

const mostHops = 5
const usualPatienceMs = 60_000
/** Two hundred thousand rows of a wide table. */
const usualMostBytes = 64 * 1024 * 1024

const away = (message: string, cause?: unknown): SourceTrouble =>
  new SourceTrouble('away', message, { cause })

const wordsOf = (error: Error): string => {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ECONNREFUSED') return 'Nothing answers at its address.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'The name in its address is not known: it is written wrongly, or the feed’s computer has no way to the internet.'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'The connection broke off.'
  return `Its address cannot be reached${code === '' ? '' : ` (${code})`}.`
}

const textIn = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' ? header : null

const retryAfterMs = ({ headers }: IncomingMessage): number | null => {
  const seconds = Number(textIn(headers['retry-after']))
  return seconds > 0 ? seconds * 1000 : null
}

const troubleOf = (response: IncomingMessage): SourceTrouble => {
  const status = response.statusCode ?? 0
  if (status === 401 || status === 403)
    return new SourceTrouble('rights', `Its address does not let the feed in (${status}).`, {
      click: 'Share it with everybody who has the link, to read.',
    })
  if (status === 404 || status === 410)
    return new SourceTrouble('rights', `There is nothing at its address any more (${status}).`, {
      click: 'Look whether it was moved or deleted, and give its new address.',
    })
  const more = { retryAfterMs: retryAfterMs(response) }
  if (status === 429) return new SourceTrouble('busy', 'It asks to be called less often.', more)
  return new SourceTrouble(
    status >= 500 ? 'away' : 'strange',
    `Its address answers with an error (${status}).`,
    more,
  )
}

export const createFetchFile = (parts: FetchParts): FetchFile => {
  const { allowLocal, lookup = allowLocal ? undefined : guardedLookup() } = parts
  const patienceMs = parts.patienceMs ?? usualPatienceMs
  const mostBytes = parts.mostBytes ?? usualMostBytes

  const checked = (address: string): URL => {
    try {
      return checkAddress(address, allowLocal)
    } catch (error) {
      if (error instanceof AddressRefused)
        throw new SourceTrouble('rights', `Its address is not used: ${error.message}.`, { cause: error })
      throw error
    }
  }

  /** One answer; a string is where it sends one on. */
  const once = (url: URL, { file, etag, lastModified }: FetchAsked, leftMs: number) =>
    new Promise<FetchedFile | string | null>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
        url,
        {
          // A socket of its own, so that each address is looked up and checked anew.
          agent: false,
          ...(lookup !== undefined && { lookup }),
          headers: {
            accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.5',
            'accept-encoding': 'identity',
            'user-agent': 'Floorboard',
            ...(etag !== null && { 'if-none-match': etag }),
            ...(lastModified !== null && { 'if-modified-since': lastModified }),
          },
        },
        (response) => {
          const status = response.statusCode ?? 0
          const end = (result: FetchedFile | string | null): void => {
            clearTimeout(timer)
            resolve(result)
          }
          const fail = (error: SourceTrouble): void => {
            clearTimeout(timer)
            response.destroy()
            reject(error)
          }
          if (status >= 300 && status <= 399 && status !== 304) {
            const to = response.headers.location
            response.destroy()
            if (to === undefined || !URL.canParse(to, url.href)) fail(troubleOf(response))
            else end(new URL(to, url).href)
            return
          }
          if (status === 304) {
            response.destroy()
            end(null)
            return
          }
          if (status !== 200) {
            fail(troubleOf(response))
            return
          }
          let size = 0
          const out = createWriteStream(file, { mode: 0o600 })
          out.on('error', (error) => fail(away('The feed’s own disk takes nothing at the moment.', error)))
          response.on('data', (part: Buffer) => {
            size += part.length
            if (size <= mostBytes) return
            out.destroy()
            fail(
              new SourceTrouble(
                'rights',
                `It is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB, and is not read.`,
              ),
            )
          })
          response.on('error', () => undefined)
          response.on('close', () => {
            if (response.complete) return
            out.destroy()
            fail(away('The connection broke off in the middle of the table.'))
          })
          out.on('finish', () =>
            end({
              etag: textIn(response.headers.etag),
              lastModified: textIn(response.headers['last-modified']),
              type: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
              host: url.hostname,
            }),
          )
          response.pipe(out)
        },
      )
      const timer = setTimeout(
        () => {
          request.destroy()
          reject(away(`It did not answer within ${Math.round(patienceMs / 1000)} s.`))
        },
        Math.max(1, leftMs),
      )
      request.on('error', (error) => {
        clearTimeout(timer)
        reject(
          error instanceof AddressRefused
            ? new SourceTrouble('rights', `Its address is not used: ${error.message}.`, { cause: error })
            : away(wordsOf(error), error),
        )
      })
      request.end()
    })

  return async (asked) => {
    const until = performance.now() + patienceMs
    let url = checked(asked.address)
    try {
      for (let hops = 0; hops <= mostHops; hops++) {
        const answer = await once(url, asked, until - performance.now())
        if (typeof answer !== 'string') return answer
        url = checked(answer)
      }
    } catch (error) {
      await rm(asked.file, { force: true })
      throw error
    }
    throw new SourceTrouble('strange', 'Its address sends one from address to address without an end.')
  }
}
