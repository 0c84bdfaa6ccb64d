// A feed that is asked for by an address that nobody has told it: what to set, for programs and for whoever stands before a
// TV that opened it.
import type { FastifyRequest } from 'fastify'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { comesByProxy } from '../access/asked-host.ts'
import { isLoopbackAddress } from '../access/loopback.ts'

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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

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
  return `<!doctype html>
<html lang="${escaped(/^[a-z]+/i.exec(language ?? 'en')?.[0] ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="15">
<title>Floorboard</title>
<style>
html { background: #080c17; color: #f4f7ff; font-family: system-ui, sans-serif; font-size: calc(8px + 1.1vw); }
body { box-sizing: border-box; display: flex; flex-direction: column; justify-content: center; min-height: 100vh; margin: 0; padding: 6vw; }
h1 { margin: 0 0 0.5em; font-size: 2.4em; line-height: 1.15; text-wrap: balance; }
p { max-width: 46em; margin: 0 0 1em; line-height: 1.45; }
code { display: block; margin: 0 0 1em; padding: 0.7em 0.9em; overflow-wrap: anywhere; background: #18203a; color: #ffc54d; border-radius: 0.4em; font-size: 1.2em; }
</style>
</head>
<body>
<h1>${escaped(headline)}</h1>
<p>${escaped(advice)}</p>
<code dir="ltr">${escaped(option)}</code>
<p>${escaped(then)}</p>
</body>
</html>
`
}
