import { expect, test } from 'vitest'
import { createReachWatch, type Reach, readReach } from './reach.ts'

test('[S152] a refusal is told in the words of the feed; what is no feed says nothing', () => {
  const said = 'Pages of https://wall.test may not write here.'
  expect(readReach(200, { reached: true })).toEqual({ kind: 'open' })
  expect(readReach(403, { code: 'foreign-origin', message: said })).toEqual({ kind: 'refused', said })
  for (const [status, body] of [
    [200, '<html>'],
    [403, { message: said }],
    [502, { code: 'internal', message: said }],
  ] as const)
    expect(readReach(status, body)).toEqual({ kind: 'silent' })
})

test('[S152] a line is blocked where the feed answered before, and the next try failed all the same', async () => {
  const answers: Reach['kind'][] = ['silent', 'open', 'open', 'silent', 'open', 'open']
  const watch = createReachWatch(async () => {
    const kind = answers.shift() ?? 'silent'
    return kind === 'refused' ? { kind, said: '' } : { kind }
  })
  const next = async () => (await watch.failed())?.kind ?? null
  expect([await next(), await next(), await next(), await next(), await next()]).toEqual([
    null,
    null,
    'blocked',
    null,
    null,
  ])
  watch.opened()
  expect(await next()).toBeNull()
})
