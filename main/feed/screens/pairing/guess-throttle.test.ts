import { expect, test } from 'vitest'
import { addressKey } from './address-key.ts'
import { createGuessThrottle } from './guess-throttle.ts'
import { createRequestThrottle } from './request-throttle.ts'

const minute = 60_000

test('five wrong guesses are heard, the sixth is not before its time', () => {
  const throttle = createGuessThrottle()
  for (let nth = 0; nth < 5; nth++) {
    expect(throttle.refusal(['a'], 0)).toBeNull()
    throttle.noteWrong(['a'], 0)
  }
  expect(throttle.refusal(['a'], 0)).toBe(minute / 5)
  expect(throttle.refusal(['b'], 0)).toBeNull()
  expect(throttle.refusal(['a'], minute / 5)).toBeNull()
})

test('the account and the address are each counted', () => {
  const throttle = createGuessThrottle()
  for (let nth = 0; nth < 5; nth++) throttle.noteWrong(['dana', `10.0.0.${nth}`], 0)
  expect(throttle.refusal(['dana', '10.0.0.99'], 0)).not.toBeNull()
  expect(throttle.refusal(['omar', '10.0.0.1'], 0)).toBeNull()
})

test('while many guess together, only those are heard who have guessed nothing wrong', () => {
  const throttle = createGuessThrottle()
  for (let nth = 0; nth < 30; nth++) throttle.noteWrong([`10.0.0.${nth}`], 0)
  expect(throttle.refusal(['10.0.0.3'], 0)).toBe(minute / 30)
  expect(throttle.refusal(['10.0.0.200'], 0)).toBeNull()
  throttle.noteWrong(['10.0.0.200'], 0)
  expect(throttle.refusal(['10.0.0.200'], 0)).not.toBeNull()
  expect(throttle.refusal(['10.0.0.200'], minute)).toBeNull()
})

test('a clock that is set back lets nobody guess more', () => {
  const throttle = createGuessThrottle()
  for (let nth = 0; nth < 5; nth++) throttle.noteWrong(['a'], minute)
  expect(throttle.refusal(['a'], 0)).not.toBeNull()
})

test('one address asks for so many codes a minute', () => {
  const throttle = createRequestThrottle(3)
  expect([1, 2, 3].map(() => throttle.take('a', 0))).toEqual([null, null, null])
  expect(throttle.take('a', 0)).toBe(minute / 3)
  expect(throttle.take('b', 0)).toBeNull()
  expect(throttle.take('a', minute / 3)).toBeNull()
})

test('one machine is one address, however it is written', () => {
  expect(addressKey('::ffff:192.168.1.7')).toBe('192.168.1.7')
  expect(addressKey('192.168.1.7')).toBe('192.168.1.7')
  expect(addressKey('2001:db8:0:1:aaaa::7')).toBe(addressKey('2001:0db8::1:1:2:3:4'))
  expect(addressKey('2001:db8:0:2::7')).not.toBe(addressKey('2001:db8:0:1::7'))
  expect(addressKey('fe80::1%eth0')).toBe(addressKey('fe80::2'))
})
