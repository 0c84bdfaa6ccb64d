import { expect, test } from 'vitest'
import { isLoopbackAddress, isOwnOrigin } from './loopback.ts'

test('loopback addresses are known in all their spellings', () => {
  for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]', 'floor.localhost'])
    expect([host, isLoopbackAddress(host)]).toEqual([host, true])
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'localhost.evil.test', '127.0.0.1.evil.test'])
    expect([host, isLoopbackAddress(host)]).toEqual([host, false])
})

test('only programs and the feed’s own pages may write', () => {
  expect(isOwnOrigin(undefined, '127.0.0.1:4400')).toBe(true)
  expect(isOwnOrigin('http://127.0.0.1:4400', '127.0.0.1:4400')).toBe(true)
  expect(isOwnOrigin('http://127.0.0.1:3000', '127.0.0.1:4400')).toBe(false)
  expect(isOwnOrigin('https://evil.test', '127.0.0.1:4400')).toBe(false)
  expect(isOwnOrigin('null', '127.0.0.1:4400')).toBe(false)
})
