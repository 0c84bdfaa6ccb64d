// A feed that is asked for by an address that nobody has told it: what to set, for programs and for whoever stands before a
// TV that opened it.
import type { FastifyRequest } from 'fastify'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { comesByProxy } from '../access/asked-host.ts'
import { isLoopbackAddress } from '../access/loopback.ts'
import { plainPage } from '../plain-page.ts'

interface UnknownAddress {
  /** For programs, in English. */
  readonly sentence: string
  /** What it was asked for by; empty where the request does not say. */
  readonly name: string
  /** To start the feed with. */
  readonly option: string
}

/** A header may hold anything: what is no host is not repeated. */
const hostIn = (text: string | readonly string[] | undefined): string => {
  const host = String(text ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return host !== undefined && /^[a-z0-9.-]{1,253}(:\d{1,5})?$/i.test(host) ? host : ''
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '')

/** `protocol`: what the feed itself speaks. */
export const unknownAddress = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  protocol: 'http' | 'https',
): UnknownAddress => {
  const isPassedOn = comesByProxy(headers)
  const asked = hostIn(headers['x-forwarded-host']) || hostIn(headers.host)
  const name = isLoopbackAddress(nameOf(asked)) ? '' : asked
  const scheme =
    /^https?$/.exec(String(headers['x-forwarded-proto']))?.[0] ?? (isPassedOn ? 'https' : protocol)
  const option = `--public-url ${scheme}://${name || 'wall.northwind.example'}`
  const start = `start the feed with ${option}`
  if (name === '')
    return {
      sentence: isPassedOn
        ? `A proxy stands before this feed, and nobody has said where people reach it: ${start}, with your own name.`
        : `This feed does not answer to the name ${hostIn(headers.host) || '(none)'}.`,
      name,
      option,
    }
  return {
    sentence: `This feed does not answer to the name ${name}. If it is yours, ${start}.`,
    name,
    option,
  }
}

/** In the language that the browser asks for first. It asks again by itself, since nobody presses reload on a TV. */
export const unknownAddressPage = (
  { name, option }: UnknownAddress,
  language: string | undefined,
): string => {
  const say = sayIn(language ?? 'en')
  const headline = say({
    id: 'address.unknown',
    defaultMessage: 'Floorboard does not know this address yet',
  })
  const advice =
    name === ''
      ? say({
          id: 'address.proxy-advice',
          defaultMessage:
            'Something stands between this screen and the feed, and nobody has said by which address people reach it. Start the feed with your own address here:',
        })
      : say(
          {
            id: 'address.name-advice',
            defaultMessage: 'This screen asks for {name}. If that is right, start the feed with:',
          },
          { name },
        )
  const then = say({
    id: 'address.then',
    defaultMessage: 'The wall appears here by itself. More on proxies: docs/reverse-proxy.md',
  })
  return plainPage({
    language,
    againInSeconds: 15,
    headline,
    lines: [{ text: advice }, { code: option }, { text: then }],
  })
}
