import { expect, test } from 'vitest'
import { createRefusals } from './refusals.ts'

test('[S211] of refused messages twenty a minute are written down, and the others counted', () => {
  const lines: string[] = []
  let now = 0
  const refusals = createRefusals(
    { warn: (message, detail) => void lines.push(`${message} ${JSON.stringify(detail)}`) },
    () => now,
  )
  for (let n = 0; n < 1000; n += 1) refusals.note('heartbeat', 'bad')
  expect(lines).toHaveLength(20)
  expect(lines[0]).toBe('message refused {"channel":"heartbeat","why":"bad"}')
  now = 60_000
  refusals.note('heartbeat', 'bad')
  expect(lines.slice(20)).toEqual([
    'more messages refused {"count":980}',
    'message refused {"channel":"heartbeat","why":"bad"}',
  ])
})
