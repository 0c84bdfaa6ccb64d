import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Terminal } from './options.ts'
import { createTokenIn, listTokensIn, revokeTokenIn } from './token.ts'

let data: string
let out: string
let err: string
const terminal: Terminal = {
  out: (text) => {
    out += text
  },
  err: (text) => {
    err += text
  },
  watched: false,
}
beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), 'floorboard-token-')), 'new')
  out = ''
  err = ''
})
afterEach(() => rmSync(join(data, '..'), { recursive: true, force: true }))

test('a token is printed once, alone on standard output, and a new data folder is made for it', async () => {
  expect(await createTokenIn({ data, role: 'ingest', name: 'CRM' }, terminal)).toBe(0)
  expect(out).toMatch(/^fb_ingest_[\w-]{32}\n$/)
  const token = out.trim()
  out = ''
  expect(await listTokensIn({ data }, terminal)).toBe(0)
  expect(out).toMatch(/^[0-9a-f]{8} {2}ingest {2}\d{4}-.*Z {2}CRM\n$/)
  expect(out).not.toContain(token)
})

test('programs get JSON', async () => {
  await createTokenIn({ data, role: 'screen', name: '', json: true }, terminal)
  const made = JSON.parse(out)
  expect(made).toMatchObject({ role: 'screen', token: expect.stringMatching(/^fb_screen_/) })
  out = ''
  await listTokensIn({ data, json: true }, terminal)
  expect(JSON.parse(out)).toEqual([{ id: made.id, role: 'screen', name: '', createdAt: expect.any(String) }])
})

test('a revoked token is gone; one that never was is said so, and nothing is done', async () => {
  await createTokenIn({ data, role: 'admin', name: '', json: true }, terminal)
  const { id } = JSON.parse(out)
  expect(await revokeTokenIn('00000000', { data }, terminal)).toBe(2)
  expect(err).toContain('There is no token 00000000')
  expect(await revokeTokenIn(id, { data }, terminal)).toBe(0)
  out = ''
  await listTokensIn({ data, json: true }, terminal)
  expect(JSON.parse(out)).toEqual([])
})
