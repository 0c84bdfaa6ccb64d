import { expect, test } from 'vitest'
import { createLinks } from './links.ts'

const links = createLinks(Buffer.alloc(32, 1))
const key = '0123456789abcdef01234567'
const email = 'Dana@Northwind.test'
const link = links.congratulate(key, email, 1_800_000_000_000)

test('a link names its delivery and its end, and is its own recipient’s alone', () => {
  expect(links.read(link)).toEqual({ key, until: 1_800_000_000_000 })
  expect(links.isSigned(link, 'dana@northwind.test')).toBe(true)
  expect(links.isSigned(link, 'kim@northwind.test')).toBe(false)
})

test('one whose end was put off, whose delivery was changed, or of another key, is not signed', () => {
  const [, end = '', signature] = link.split('.')
  expect(links.isSigned(`${key}.${end}0.${signature}`, email)).toBe(false)
  expect(links.isSigned(`f${key.slice(1)}.${end}.${signature}`, email)).toBe(false)
  expect(createLinks(Buffer.alloc(32, 2)).isSigned(link, email)).toBe(false)
  for (const guess of ['', 'x', `${key}.${end}`, `${key}.${end}.${'A'.repeat(43)}`])
    expect(links.isSigned(guess, email)).toBe(false)
  expect(links.read('../../etc/passwd')).toBeNull()
})

test('the link that stops mail names the address, and no other', () => {
  const stop = links.stop(email)
  expect(links.readStop(stop)).toBe('dana@northwind.test')
  const [, signature] = stop.split('.')
  expect(links.readStop(`${Buffer.from('kim@northwind.test').toString('base64url')}.${signature}`)).toBeNull()
  expect(links.readStop('')).toBeNull()
})
