import { expect, test } from 'vitest'
import { createIsProxy } from './trusted-proxy.ts'

test('[S151] a proxy is known by its address or its range, also where IPv4 is written as IPv6', () => {
  const isProxy = createIsProxy('127.0.0.1, ::1, 172.16.0.0/12')
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1', '172.20.3.4'])
    expect([address, isProxy?.(address)]).toEqual([address, true])
  for (const address of ['127.0.0.2', '172.32.0.1', 'fe80::1%eth0', 'unknown', undefined])
    expect([address, isProxy?.(address)]).toEqual([address, false])
})

test('what is no address is refused', () => {
  for (const text of ['', 'nginx', '127.0.0.1,', '10.0.0.0/40'])
    expect([text, createIsProxy(text)]).toEqual([text, null])
})
