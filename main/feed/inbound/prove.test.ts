import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { InboundProof } from '../../../shared/wire/inbound.ts'
import { type Asked, whyNotProved } from './prove.ts'

const now = Date.UTC(2026, 10, 20, 9)
const asked = (body: string, headers: Asked['headers'] = {}, key: string | null = null): Asked => ({
  headers,
  key,
  body: Buffer.from(body),
})
const proof = (written: object) => InboundProof.parse(written)

test('[N40] GitHub’s published example is proved, and with one letter changed it is not', () => {
  // docs.github.com, "Validating webhook deliveries".
  const github = proof({ kind: 'hmac', header: 'X-Hub-Signature-256', prefix: 'sha256=' })
  const secret = "It's a Secret to Everybody"
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  const headers = { 'x-hub-signature-256': signature }
  expect(whyNotProved(github, secret, asked('Hello, World!', headers), now)).toBe(null)
  expect(whyNotProved(github, secret, asked('Hello, World?', headers), now)).toMatch(/signature/)
  expect(whyNotProved(github, `${secret}.`, asked('Hello, World!', headers), now)).toMatch(/signature/)
  expect(whyNotProved(github, secret, asked('Hello, World!'), now)).toMatch(/no header/)
  const sha1 = { 'x-hub-signature-256': signature.slice(0, 47) }
  expect(whyNotProved(github, secret, asked('Hello, World!', sha1), now)).toMatch(/signature/)
})

test('[N40] Slack’s published example is proved at its time, and is too old five minutes later', () => {
  // docs.slack.dev, "Verifying requests from Slack".
  const slack = proof({
    kind: 'hmac',
    header: 'X-Slack-Signature',
    prefix: 'v0=',
    signed: 'v0:{timestamp}:{body}',
    timestampHeader: 'X-Slack-Request-Timestamp',
  })
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
  const headers = {
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  }
  const secret = '8f742231b10e8888abcd99yyyzzz85a5'
  const at = 1_531_420_618_000
  expect(whyNotProved(slack, secret, asked(body, headers), at)).toBe(null)
  expect(whyNotProved(slack, secret, asked(body, headers), at + 299_000)).toBe(null)
  expect(whyNotProved(slack, secret, asked(body, headers), at + 301_000)).toMatch(/five minutes/)
  expect(whyNotProved(slack, secret, asked(body, headers), at - 301_000)).toMatch(/five minutes/)
})

test('[N40] what the package of Standard Webhooks signs is proved, also beside the signature of a secret before', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const standard = proof({ kind: 'standard-webhooks' })
  const body = '{"type":"deal.won"}'
  const signature = new Webhook(secret).sign('msg_1', new Date(now), body)
  const headers = (signatures: string, at = now) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at / 1000),
    'webhook-signature': signatures,
  })
  expect(whyNotProved(standard, secret, asked(body, headers(signature)), now)).toBe(null)
  expect(whyNotProved(standard, secret, asked(body, headers(`v1,AAAA ${signature}`)), now)).toBe(null)
  expect(whyNotProved(standard, secret, asked(`${body} `, headers(signature)), now)).toMatch(/signature/)
  expect(whyNotProved(standard, secret, asked(body, headers(signature, now - 1000)), now)).toMatch(
    /signature/,
  )
  expect(whyNotProved(standard, secret, asked(body, headers(signature)), now + 400_000)).toMatch(
    /five minutes/,
  )
  expect(whyNotProved(standard, secret, asked(body), now)).toMatch(/not signed/)
})

test('[N40] milliseconds, base64 and what a body is signed with around it are the source’s own', () => {
  const own = proof({
    kind: 'hmac',
    header: 'X-Sum',
    hash: 'sha512',
    encoding: 'base64',
    signed: '{timestamp}{body}',
    timestampHeader: 'X-Time',
  })
  const signature = createHmac('sha512', 'a secret').update(`${now}{"a":1}`).digest('base64')
  expect(
    whyNotProved(own, 'a secret', asked('{"a":1}', { 'x-sum': signature, 'x-time': `${now}` }), now),
  ).toBe(null)
  expect(
    whyNotProved(
      own,
      'a secret',
      asked('{"a":1}', { 'x-sum': signature.toUpperCase(), 'x-time': `${now}` }),
      now,
    ),
  ).toMatch(/signature/)
  expect(
    whyNotProved(own, 'a secret', asked('{"a":1}', { 'x-sum': signature, 'x-time': 'today' }), now),
  ).toMatch(/minutes/)
})

test('[N40] a password, a header and the end of an address are proofs too', () => {
  const basic = proof({ kind: 'basic', user: 'floor' })
  const authorization = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
  expect(whyNotProved(basic, 'the secret', asked('', authorization('floor:the secret')), now)).toBe(null)
  expect(whyNotProved(basic, 'the secret', asked('', authorization('floor:the secre')), now)).toMatch(
    /password/,
  )
  expect(whyNotProved(basic, 'the secret', asked('', { authorization: 'Bearer x' }), now)).toMatch(
    /no user name/,
  )
  const header = proof({ kind: 'header', header: 'Validation-Token' })
  expect(whyNotProved(header, 'the secret', asked('', { 'validation-token': 'the secret' }), now)).toBe(null)
  expect(whyNotProved(header, 'the secret', asked(''), now)).toMatch(/header/)
  const address = proof({ kind: 'address' })
  expect(whyNotProved(address, 'the-secret', asked('', {}, 'the-secret'), now)).toBe(null)
  expect(whyNotProved(address, 'the-secret', asked('', {}, 'the-secre'), now)).toMatch(/address/)
  expect(whyNotProved(address, 'the-secret', asked(''), now)).toMatch(/address/)
})
