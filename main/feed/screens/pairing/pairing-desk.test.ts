import { expect, test } from 'vitest'
import { PairingCode } from '../../../../shared/wire/pairing.ts'
import { createPairingDesk } from './pairing-desk.ts'

const tv = { build: 'b1', shell: 'browser', width: 1920, height: 1080 } as const
const minute = 60_000

/** The code with so many of its places changed. */
const changed = (code: string, places: number): string =>
  [...code].map((each, place) => (place < places ? (each === 'A' ? 'C' : 'A') : each)).join('')

test('a code is one that people can type, and no two TVs have the same', () => {
  const desk = createPairingDesk()
  const begun = Array.from({ length: 400 }, (_, nth) => desk.begin(tv, `10.0.0.${nth % 200}`, 0))
  for (const { code } of begun) expect(PairingCode.parse(code)).toBe(code)
  expect(new Set(begun.map(({ code }) => code)).size).toBe(400)
  expect(new Set(begun.map(({ secret }) => secret)).size).toBe(400)
  // 192 bits.
  for (const { secret } of begun) expect(Buffer.from(secret, 'base64url')).toHaveLength(24)
})

test('a TV hears that it was found, then gets its token, and nobody else does', () => {
  const desk = createPairingDesk()
  const [mine, other] = [desk.begin(tv, '10.0.0.1', 0), desk.begin(tv, '10.0.0.2', 0)]
  expect(desk.state(mine.secret, 1)).toEqual({ state: 'waiting' })
  expect(desk.find(mine.code, 2)).toEqual({
    ...tv,
    code: mine.code,
    address: '10.0.0.1',
    expiresAt: 5 * minute,
  })
  expect(desk.state(mine.secret, 3)).toEqual({ state: 'found' })
  desk.take(mine.code, 4)?.finish('fb_screen_x', 'kitchen')
  expect(desk.state(mine.secret, 5)).toEqual({ state: 'paired', token: 'fb_screen_x', screen: 'kitchen' })
  expect(desk.state(other.secret, 5)).toEqual({ state: 'waiting' })
  expect(desk.state(mine.code, 5)).toBeNull()
})

test('a code works once', () => {
  const desk = createPairingDesk()
  const { code } = desk.begin(tv, '10.0.0.1', 0)
  const taken = desk.take(code, 1)
  expect(desk.take(code, 1)).toBeNull()
  taken?.finish('t', 'kitchen')
  expect(desk.take(code, 2)).toBeNull()
  expect(desk.find(code, 2)).toBeNull()
})

test('what went wrong on the way gives the code back', () => {
  const desk = createPairingDesk()
  const { code } = desk.begin(tv, '10.0.0.1', 0)
  const first = desk.take(code, 1)
  first?.keepScreen('kitchen')
  first?.giveBack()
  expect(desk.take(code, 2)?.screen).toBe('kitchen')
})

test('a code lives five minutes, and an answer that was lost is given again for two', () => {
  const desk = createPairingDesk()
  const { code, secret } = desk.begin(tv, '10.0.0.1', 0)
  expect(desk.find(code, 5 * minute - 1)).not.toBeNull()
  expect(desk.find(code, 5 * minute)).toBeNull()
  expect(desk.state(secret, 5 * minute)).toBeNull()
  const late = desk.begin(tv, '10.0.0.1', 0)
  desk.take(late.code, 5 * minute - 1)?.finish('t', 'kitchen')
  expect(desk.state(late.secret, 7 * minute - 2)).toMatchObject({ state: 'paired' })
  expect(desk.state(late.secret, 7 * minute - 1)).toBeNull()
})

test('a code ends once five wrong ones looked much like it, and no sooner', () => {
  const desk = createPairingDesk()
  const [mine, other] = [desk.begin(tv, '10.0.0.1', 0), desk.begin(tv, '10.0.0.2', 0)]
  for (let nth = 0; nth < 4; nth++) expect(desk.noteWrong(changed(mine.code, 2), 1)).toBe(0)
  for (let nth = 0; nth < 50; nth++) desk.noteWrong(changed(mine.code, 6), 1)
  expect(desk.find(mine.code, 1)).not.toBeNull()
  desk.noteWrong(changed(mine.code, 1), 1)
  expect(desk.find(mine.code, 1)).toBeNull()
  expect(desk.state(mine.secret, 1)).toBeNull()
  expect(desk.find(other.code, 1)).not.toBeNull()
})

test('whoever asks for codes without end loses their own, and keeps nobody from pairing', () => {
  const desk = createPairingDesk()
  const mine = desk.begin(tv, '10.0.0.1', 0)
  for (let nth = 0; nth < 1000; nth++) desk.begin(tv, '10.0.0.66', 0)
  expect(desk.waiting(1)).toBeLessThanOrEqual(500)
  expect(desk.find(mine.code, 1)).not.toBeNull()
})
