// What a node answers itself, where no floor's feed can: to programs a sentence, to people a page in their language.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { sayIn } from '../../shared/domain/words/say.ts'
import { type ApiErrorBody, type ErrorCode, errorStatus } from '../../shared/wire/api-error.ts'
import { plainPage, plainPageHeaders } from '../feed/plain-page.ts'

const againInSeconds = 1

export interface Refusal {
  readonly code: ErrorCode
  /** For programs, in English. */
  readonly sentence: string
  /** For people. */
  readonly page: (language: string) => { readonly headline: string; readonly advice: string }
}

/** A header may hold anything: what is no host is not repeated. */
const shownName = (name: string): string => (/^[a-z0-9.-]{1,253}$/.test(name) ? name : '')

export const noFloor = (asked: string): Refusal => {
  const name = shownName(asked)
  return {
    code: 'foreign-host',
    sentence: `No floor here has the name ${name || '(none)'}: "floorboard floor list" says which there are.`,
    page: (language) => {
      const say = sayIn(language)
      return {
        headline: say({ id: 'front.no-floor', defaultMessage: 'There is no floor at this address' }),
        advice: say(
          {
            id: 'front.no-floor-advice',
            defaultMessage:
              'This screen asks for {name}. Check the address; whoever runs Floorboard for you knows it.',
          },
          { name: name || '–' },
        ),
      }
    },
  }
}

/** `why`: a part of a sentence. */
export const noOwner = (why: string): Refusal => ({
  code: 'log-unavailable',
  sentence: `The floor is not served at the moment: ${why}. Ask again in a second.`,
  page: (language) => {
    const say = sayIn(language)
    return {
      headline: say({ id: 'front.no-owner', defaultMessage: 'The wall is coming back' }),
      advice: say({
        id: 'front.no-owner-advice',
        defaultMessage: 'The floor is moving to another machine. This page asks again by itself.',
      }),
    }
  },
})

const headersOf = (status: number): Record<string, string> =>
  status === 503 ? { 'retry-after': String(againInSeconds) } : {}

/** Ends the response, where it has not begun. */
export const refuse = (
  { method, headers, socket }: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
): void => {
  if (response.headersSent || socket.destroyed) return void response.destroy()
  const status = errorStatus[refusal.code]
  if (method === 'GET' && (headers.accept ?? '').includes('text/html')) {
    const language = headers['accept-language'] ?? 'en'
    const { headline, advice } = refusal.page(language)
    response
      .writeHead(status, { ...plainPageHeaders, ...headersOf(status) })
      .end(
        plainPage({ language, againInSeconds: status === 503 ? 2 : 15, headline, lines: [{ text: advice }] }),
      )
    return
  }
  const body: ApiErrorBody = { code: refusal.code, message: refusal.sentence }
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headersOf(status) })
    .end(JSON.stringify(body))
}

export const refuseUpgrade = (socket: Duplex, { code }: Refusal): void => {
  const status = errorStatus[code]
  // Node listens for errors of an upgraded connection no more, and whoever is refused may break it off.
  socket.on('error', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${status === 503 ? 'Service Unavailable' : 'Forbidden'}\r\nConnection: close\r\n\r\n`,
  )
}
