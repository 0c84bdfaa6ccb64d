import { expect, test } from 'vitest'
import type { SignedIn } from './connector.ts'
import type { SendRequest, VendorReply } from './send-request.ts'
import { checkKeys, keysFrom, keysText } from './source-keys.ts'
import { createCallBudget, createVendorClient } from './vendor-client.ts'

const reply = (status: number, body: unknown = {}): VendorReply => ({
  status,
  headers: {},
  text: JSON.stringify(body),
})

const open = (answers: (token: string) => VendorReply, lastsMs: number | null) => {
  let now = 0
  let signIns = 0
  const asked: string[] = []
  const send: SendRequest = async ({ url, headers }) => {
    const token = headers['authorization'] ?? ''
    asked.push(`${url} ${token}`)
    return answers(token)
  }
  const client = createVendorClient({
    vendor: 'Northwind',
    secrets: ['velvet-orchard', 'ab'],
    signIn: async (): Promise<SignedIn & { api: string }> => {
      signIns += 1
      return {
        api: 'https://eu.northwind.test',
        headers: { authorization: `token ${signIns}` },
        until: lastsMs === null ? null : now + lastsMs,
      }
    },
    send,
    budget: createCallBudget({ perDay: null, now: () => now }),
    spacingMs: { usual: 0, search: 0 },
    now: () => now,
    sleep: async () => undefined,
    newKey: 'Make a new key',
    giveRights: 'Give the right',
    faultIn: (body) => ({ message: JSON.stringify(body) ?? null, scopes: [] }),
  })
  const call = () => client.call({ method: 'GET', path: '/deals' })
  const forward = (ms: number): void => {
    now += ms
  }
  return { client, call, asked, signIns: () => signIns, forward }
}

test('[N15] a sign-in serves until it is over, and where the vendor says', async () => {
  const { call, asked, signIns, forward } = open(() => reply(200), 60_000)
  await call()
  forward(59_999)
  await call()
  expect(signIns()).toBe(1)
  forward(1)
  await call()
  expect(signIns()).toBe(2)
  expect(asked.at(-1)).toBe('https://eu.northwind.test/deals token 2')
})

test('[N15] one that the vendor takes no more is made anew, once', async () => {
  const { call, signIns } = open((token) => reply(token === 'token 1' ? 401 : 200), null)
  await call()
  expect(signIns()).toBe(2)
  const never = open(() => reply(401), null)
  await expect(never.call()).rejects.toMatchObject({ kind: 'sign-in' })
  expect(never.signIns()).toBe(2)
})

test('[N15] several calls at once share one sign-in', async () => {
  const { call, signIns } = open(() => reply(200), null)
  await Promise.all([call(), call(), call()])
  expect(signIns()).toBe(1)
})

test('[N11] what a vendor says holds none of the keys', async () => {
  const { call } = open(() => reply(400, 'able but velvet-orchard is wrong'), null)
  await expect(call()).rejects.toMatchObject({ message: expect.stringContaining('able but … is wrong') })
})

const vendor = {
  name: 'Northwind',
  address: { example: 'acme.northwind.test' },
  keys: [
    { id: 'id', name: 'Consumer key', kind: 'token', optional: false },
    { id: 'pem', name: 'Private key', kind: 'lines', optional: true },
  ],
} as const

test('[N15] keys come back as they were kept; a single one from before is the vendor’s first', () => {
  const keys = { id: '3MVG9', pem: '-----BEGIN\nabc\n-----END' }
  expect(keysFrom(keysText(keys), vendor)).toEqual(keys)
  expect(keysFrom('pat-eu1-x', vendor)).toEqual({ id: 'pat-eu1-x' })
  expect(keysFrom('1234', vendor)).toEqual({ id: '1234' })
})

test.each([
  [{ id: '3MVG9' }, '', 'The address of your Northwind is missing.'],
  [{}, 'acme', 'The Consumer key is missing.'],
  [{ id: '3MV G9' }, 'acme', /^What was pasted as the Consumer key is none/],
  [{ id: '3MVG9', pem: 'a b\nc' }, 'acme', null],
])('[N15] keys %j at “%s” are asked for before anything is sent', (keys, address, fault) => {
  if (fault === null) checkKeys(vendor, keys, address)
  else expect(() => checkKeys(vendor, keys, address)).toThrow(fault)
})

test('[N86] what may be gone is null where the vendor does not find it, and a trouble where a page says so', async () => {
  const lacking = open(() => reply(404, { error: 'Not found' }), null)
  expect(await lacking.client.call({ method: 'GET', path: '/deals/1', mayLack: true })).toBeNull()
  await expect(lacking.call()).rejects.toThrow('refused a question (404)')
  const page = open(() => ({ ...reply(404), text: '<html>not here</html>' }), null)
  await expect(page.client.call({ method: 'GET', path: '/deals/1', mayLack: true })).rejects.toThrow('404')
})
