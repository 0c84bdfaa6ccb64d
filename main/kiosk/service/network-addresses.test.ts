import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { networkAddresses } from './network-addresses.ts'

const card = (address: string, family: 'IPv4' | 'IPv6', internal = false): NetworkInterfaceInfo =>
  family === 'IPv4'
    ? { address, family, internal, netmask: '', mac: '', cidr: null }
    : { address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }

test('a TV names the addresses by which others reach it, the short ones first', () => {
  expect(
    networkAddresses({
      lo: [card('127.0.0.1', 'IPv4', true), card('::1', 'IPv6', true)],
      eth0: [card('fe80::1', 'IPv6'), card('fd00::20', 'IPv6'), card('10.0.0.20', 'IPv4')],
    }),
  ).toEqual(['10.0.0.20', 'fd00::20'])
  expect(networkAddresses({})).toEqual([])
})
