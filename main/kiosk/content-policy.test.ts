import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy.ts'

test('the page may talk to its feed, by HTTP and by socket, and to nobody else', () => {
  const policy = contentPolicy('https://floor.local:4400')
  expect(policy).toContain("connect-src 'self' https://floor.local:4400 wss://floor.local:4400;")
  expect(contentPolicy('http://127.0.0.1:4400')).toContain('ws://127.0.0.1:4400;')
})

test('nothing is allowed that is not named, and nothing inline or made up at run time', () => {
  const policy = contentPolicy('http://127.0.0.1:4400')
  expect(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")).toBe(true)
  expect(policy).not.toMatch(/unsafe|\*/)
})

test('pictures and films come from the feed, by https, or from what the page has fetched ahead', () => {
  const policy = contentPolicy('http://10.0.0.5:4400')
  expect(policy).toContain("img-src 'self' data: blob: https: http://10.0.0.5:4400;")
  expect(policy).toContain("media-src 'self' blob: https: http://10.0.0.5:4400;")
})
