import { expect, test } from 'vitest'
import { holdFor } from './hold-for.ts'

const hold = {
  kind: 'hold' as const,
  holder: { id: 'dana', name: 'Dana' },
  board: 'a',
  page: null,
  since: 0,
  until: 100_000,
  huddle: null,
}

test('[S77] a hold is forgotten ten seconds after the feed is gone, and stands while it is there', () => {
  expect(holdFor({ hold }, null).hold.until).toBe(100_000)
  expect(holdFor({ hold }, 20_000).hold.until).toBe(30_000)
  expect(holdFor({ hold }, 95_000).hold.until).toBe(100_000)
  expect(holdFor({}, 20_000)).toEqual({})
})
