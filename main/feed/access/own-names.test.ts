import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { createOwnNames } from './own-names.ts'

const namesOf = (listenHost: string, names: readonly string[] = [], behindProxy = false) =>
  createOwnNames({ listenHost, names, behindProxy })

test('a loopback feed answers to loopback names, and to the names that it was given', () => {
  const isOwn = namesOf('127.0.0.1', ['wall.northwind.test'])
  for (const host of ['127.0.0.1:4400', 'localhost:4400', '[::1]:4400', 'wall.northwind.test'])
    expect([host, isOwn(host)]).toEqual([host, true])
  for (const host of ['rebound.evil.test:4400', '192.168.1.5:4400', undefined, ''])
    expect([host, isOwn(host)]).toEqual([host, false])
})

test('a feed on an open address answers to addresses and to its own names: only a name can be rebound', () => {
  const isOwn = namesOf('0.0.0.0', ['wall.northwind.test'])
  const own = [
    '192.168.1.5:4400',
    '[fe80::1]:4400',
    `${hostname()}:4400`,
    `${hostname()}.local`,
    'WALL.northwind.test',
  ]
  for (const host of own) expect([host, isOwn(host)]).toEqual([host, true])
  for (const host of [
    'rebound.evil.test:4400',
    'wall.northwind.test.evil.test',
    '1.2.3.4.evil.test',
    undefined,
  ])
    expect([host, isOwn(host)]).toEqual([host, false])
})

test('behind a proxy the proxy knows the names, unless some are given', () => {
  expect(namesOf('127.0.0.1', [], true)('wall.northwind.test')).toBe(true)
  expect(namesOf('127.0.0.1', ['wall.northwind.test'], true)('rebound.evil.test')).toBe(false)
})
