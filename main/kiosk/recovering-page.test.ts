import { expect, test } from 'vitest'
import { recoveringPage } from './recovering-page.ts'

const now = new Date('2026-11-29T15:00:00Z')

test('[S194] a picture of today is dated by its hour, an older one by its day too', () => {
  expect(recoveringPage(new Date('2026-11-29T14:05:00Z'), now)).toContain('As of 14:05.')
  expect(recoveringPage(new Date('2026-11-28T14:05:00Z'), now)).toContain('As of 28 November, 14:05.')
})

test('[S194] without a picture it says in words that the wall recovers', () => {
  const page = recoveringPage(null, now)
  expect(page).toContain('This wall is recovering')
  expect(page).not.toContain('<img')
})
