// One POST to a service outside: bounded in time and size, no redirect followed, no local network reached.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { AddressRefused, checkLiteral, guardedLookup } from './address-guard.ts'

export interface HttpAnswer {
  readonly status: number
  readonly text: string
  /** Of `Retry-After`, whether it names seconds or a date. */
  readonly retryAfterMs: number | null
}

export interface HttpPost {
  /**
   * Rejects with `AddressRefused` where the address is not to be reached, and with `NoAnswer` where no whole answer came.
   * The body is sent byte for byte.
   */
  post(url: string, body: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
}

/** `maybe`: the service may have taken it all the same. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly maybe: boolean

  constructor(message: string, maybe: boolean, options?: ErrorOptions) {
    super(message, options)
    this.maybe = maybe
  }
}

interface HttpPostParts {
  /** Whether it may speak to local networks, and by plain HTTP. */
  readonly allowLocal: boolean
  /** Epoch ms. */
  readonly now: () => number
  readonly lookup?: LookupFunction
  readonly patienceMs?: number
}

const mostAnswerBytes = 64 * 1024
const usualPatienceMs = 15_000

const retryAfterOf = (header: string | undefined, now: number): number | null => {
  if (header === undefined) return null
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.ceil(Number(header) * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** Throws `AddressRefused`. */
export const checkAddress = (address: string, allowLocal: boolean): URL => {
  if (!URL.canParse(address)) throw new AddressRefused('the address is none')
  const url = new URL(address)
  if (url.protocol !== 'https:' && !(allowLocal && url.protocol === 'http:'))
    throw new AddressRefused('the address must begin with https://')
  if (url.username !== '' || url.password !== '')
    throw new AddressRefused('the address must hold no user name and no password')
  if (!allowLocal) checkLiteral(url.hostname)
  return url
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** Whether nothing of the request can have arrived. */
const neverLeft = (error: Error): boolean =>
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/.test(
    codeOf(error),
  )

/** In words that hold no address, since the address of a webhook is its secret. */
const wordsOf = (error: Error): string => {
  const code = codeOf(error)
  if (code === 'ECONNREFUSED') return 'nothing answers at its address'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not known'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'it hung up'
  if (neverLeft(error)) return `it cannot be reached (${code})`
  return `it did not answer${code === '' ? '' : ` (${code})`}`
}

export const createHttpPost = (parts: HttpPostParts): HttpPost => {
  const { allowLocal, now, lookup = allowLocal ? undefined : guardedLookup() } = parts
  const patienceMs = parts.patienceMs ?? usualPatienceMs
  return {
    post: (address, body, headers = {}) =>
      new Promise((resolve, reject) => {
        let url: URL
        try {
          url = checkAddress(address, allowLocal)
        } catch (error) {
          reject(error)
          return
        }
        const bytes = Buffer.from(body, 'utf8')
        const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
          url,
          {
            method: 'POST',
            // A socket of its own, so that each message is looked up and checked anew.
            agent: false,
            ...(lookup !== undefined && { lookup }),
            headers: {
              'content-type': 'application/json; charset=utf-8',
              'user-agent': 'Floorboard',
              ...headers,
              'content-length': bytes.length,
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
            response.on('close', () => {
              clearTimeout(timer)
              resolve({
                status: response.statusCode ?? 0,
                text: Buffer.concat(received).toString('utf8'),
                retryAfterMs: retryAfterOf(response.headers['retry-after'], now()),
              })
            })
            response.on('error', () => undefined)
          },
        )
        const timer = setTimeout(() => {
          request.destroy()
          reject(new NoAnswer(`it did not answer within ${patienceMs / 1000} s`, true))
        }, patienceMs)
        request.on('error', (error) => {
          clearTimeout(timer)
          reject(
            error instanceof AddressRefused
              ? error
              : new NoAnswer(wordsOf(error), !neverLeft(error), { cause: error }),
          )
        })
        request.end(bytes)
      }),
  }
}
