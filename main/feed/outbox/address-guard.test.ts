import { expect, test } from 'vitest'
import { AddressRefused, checkLiteral, guardedLookup, isPublicAddress } from './address-guard.ts'

test.each([
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.8',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '2001::1',
  // As some resolvers read it.
  '0177.0.0.1',
  '2130706433',
  'not an address',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '52.1.2.3', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('a host that is an address is refused, and a name is left to the lookup', () => {
  for (const host of ['127.0.0.1', '[::1]', '[::ffff:10.0.0.1]', '169.254.169.254'])
    expect(() => checkLiteral(host)).toThrow(AddressRefused)
  for (const host of ['8.8.8.8', 'hooks.slack.com']) checkLiteral(host)
})

const looked = (addresses: readonly string[], all: boolean): Promise<unknown> =>
  new Promise((resolve) =>
    guardedLookup((_host, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    )('hooks.northwind.test', { all }, (error, address) => resolve(error ?? address)),
  )

test('one local address among public ones is enough to refuse a name', async () => {
  expect(await looked(['8.8.8.8'], false)).toBe('8.8.8.8')
  expect(await looked(['8.8.8.8', '2606:4700::1'], true)).toHaveLength(2)
  expect(await looked(['8.8.8.8', '::1'], true)).toBeInstanceOf(AddressRefused)
  expect(await looked(['10.0.0.1'], false)).toBeInstanceOf(AddressRefused)
  expect(await looked([], false)).toBeInstanceOf(Error)
})
