import { expect, test } from 'vitest'
import { createIsOwnPage, isLoopbackAddress } from './loopback.ts'

test('loopback addresses are known in all their spellings', () => {
  for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]', 'floor.localhost'])
    expect([host, isLoopbackAddress(host)]).toEqual([host, true])
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'localhost.evil.test', '127.0.0.1.evil.test'])
    expect([host, isLoopbackAddress(host)]).toEqual([host, false])
})

test('only programs and the feed’s own pages may write', () => {
  const isOwnPage = createIsOwnPage(null)
  expect(isOwnPage(undefined, '127.0.0.1:4400')).toBe(true)
  expect(isOwnPage('http://127.0.0.1:4400', '127.0.0.1:4400')).toBe(true)
  expect(isOwnPage('http://127.0.0.1:3000', '127.0.0.1:4400')).toBe(false)
  expect(isOwnPage('https://evil.test', '127.0.0.1:4400')).toBe(false)
  expect(isOwnPage('null', '127.0.0.1:4400')).toBe(false)
})

test('[S150] pages of where people reach the feed are its own, whatever a proxy makes of the host', () => {
  const isOwnPage = createIsOwnPage('https://wall.northwind.test')
  expect(isOwnPage('https://wall.northwind.test', '127.0.0.1:4400')).toBe(true)
  for (const origin of [
    'http://wall.northwind.test',
    'https://wall.northwind.test:8443',
    'https://evil.test',
  ])
    expect([origin, isOwnPage(origin, '127.0.0.1:4400')]).toEqual([origin, false])
})
