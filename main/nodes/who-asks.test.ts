import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { createIsProxy } from '../feed/access/trusted-proxy.ts'
import { readDeploymentKey } from './deployment-key.ts'
import { createWhoAsks, writeWhoAsks } from './who-asks.ts'

const key = readDeploymentKey('a key that all nodes of this deployment have in common')
const whoAsks = createWhoAsks({ isProxy: createIsProxy('10.0.0.0/8'), isProof: key.isProof })

/** What is found out, and what of the request is left for the feed. */
const asked = (remoteAddress: string, headers: Record<string, string>) => {
  const request = { socket: { remoteAddress }, headers: { ...headers } } as unknown as IncomingMessage
  const found = whoAsks(request)
  writeWhoAsks(request, found)
  return { ...found, headers: request.headers }
}

test('[Q101] what a stranger says of itself counts for nothing', () => {
  expect(
    asked('203.0.113.9', {
      host: 'ACME.example:4400',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'globex.example',
      'x-forwarded-proto': 'https',
      forwarded: 'for=127.0.0.1',
      'x-real-ip': '127.0.0.1',
    }),
  ).toEqual({
    name: 'acme.example',
    isNode: false,
    hops: 0,
    client: '203.0.113.9',
    host: 'ACME.example:4400',
    proto: 'http',
    headers: {
      host: 'ACME.example:4400',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'ACME.example:4400',
      'x-forwarded-proto': 'http',
    },
  })
})

test('[Q101] behind known proxies the client is the last address that none of them has', () => {
  const found = asked('10.0.0.2', {
    host: 'inside',
    'x-forwarded-for': '127.0.0.1, 198.51.100.4, 10.0.0.1',
    'x-forwarded-host': 'acme.example',
    'x-forwarded-proto': 'https',
  })
  expect(found).toMatchObject({ name: 'acme.example', client: '198.51.100.4', proto: 'https' })
})

test('[Q101] a node is believed by its proof alone', () => {
  const headers = {
    host: 'node:4400',
    'x-forwarded-for': '198.51.100.4',
    'x-forwarded-host': 'acme.example',
    'x-forwarded-proto': 'https',
    'floorboard-hops': '2',
  }
  const proved = asked('203.0.113.9', { ...headers, 'floorboard-node': key.proof })
  expect(proved).toMatchObject({ name: 'acme.example', client: '198.51.100.4', proto: 'https', hops: 2 })
  expect(proved.headers).not.toHaveProperty('floorboard-node')
  const other = readDeploymentKey('another key, which some other deployment uses')
  expect(asked('203.0.113.9', { ...headers, 'floorboard-node': other.proof })).toMatchObject({
    name: 'node',
    client: '203.0.113.9',
    hops: 0,
  })
})

test('a deployment tells nobody its key', () => {
  const said = [key.fingerprint, key.proof, key.firstAdminSecret('log')]
  expect(new Set(said).size).toBe(3)
  for (const each of said) expect(key.text).not.toContain(each)
  expect(() => readDeploymentKey('short')).toThrow('FLOORBOARD_SECRET_KEY')
})
