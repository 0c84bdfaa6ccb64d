// One request to a vendor: bounded in time and size, no redirect followed, no local network reached, and an answer that was cut
// off is none.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { AddressRefused, guardedLookup } from '../outbox/address-guard.ts'
import { checkAddress } from '../outbox/http-post.ts'
import { SourceTrouble } from './source-trouble.ts'

export interface VendorRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface VendorReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Rejects with `SourceTrouble` where no whole answer came. */
export type SendRequest = (request: VendorRequest) => Promise<VendorReply>

interface SendParts {
  /** Whether it may speak to local networks, and by plain HTTP. */
  readonly allowLocal: boolean
  readonly lookup?: LookupFunction
  readonly patienceMs?: number
}

/** Two hundred deals with every field are a megabyte. */
const mostAnswerBytes = 32 * 1024 * 1024
const usualPatienceMs = 30_000

const away = (message: string, cause?: unknown): SourceTrouble =>
  new SourceTrouble('away', message, { cause })

const wordsOf = (error: Error): string => {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ECONNREFUSED') return 'Nothing answers at its address.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'Its name is not known: the feed’s computer may have no way to the internet.'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'It hung up in the middle of an answer.'
  return `It cannot be reached${code === '' ? '' : ` (${code})`}.`
}

export const createSendRequest = (parts: SendParts): SendRequest => {
  const { allowLocal, lookup = allowLocal ? undefined : guardedLookup() } = parts
  const patienceMs = parts.patienceMs ?? usualPatienceMs
  return ({ method, url: address, headers, body }) =>
    new Promise((resolve, reject) => {
      let url: URL
      try {
        url = checkAddress(address, allowLocal)
      } catch (error) {
        if (!(error instanceof AddressRefused)) throw error
        reject(away(`Its address is not used: ${error.message}.`, error))
        return
      }
      const bytes = body === null ? null : Buffer.from(body, 'utf8')
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
        url,
        {
          method,
          // A socket of its own, so that each call is looked up and checked anew.
          agent: false,
          ...(lookup !== undefined && { lookup }),
          headers: {
            accept: 'application/json',
            'user-agent': 'Floorboard',
            ...(bytes !== null && { 'content-type': 'application/json', 'content-length': bytes.length }),
            ...headers,
          },
        },
        (response) => {
          const received: Buffer[] = []
          let size = 0
          response.on('data', (part: Buffer) => {
            size += part.length
            if (size <= mostAnswerBytes) received.push(part)
            else response.destroy()
          })
          response.on('error', () => undefined)
          response.on('close', () => {
            clearTimeout(timer)
            if (size > mostAnswerBytes) reject(away('Its answer was too long to be one.'))
            else if (!response.complete) reject(away('It hung up in the middle of an answer.'))
            else
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                text: Buffer.concat(received).toString('utf8'),
              })
          })
        },
      )
      const timer = setTimeout(() => {
        reject(away(`It did not answer within ${patienceMs / 1000} s.`))
        request.destroy()
      }, patienceMs)
      request.on('error', (error) => {
        clearTimeout(timer)
        reject(
          error instanceof AddressRefused
            ? away(`Its address is not used: ${error.message}.`, error)
            : away(wordsOf(error), error),
        )
      })
      request.end(bytes ?? undefined)
    })
}
