// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { MovedAnswer } from '../../../../shared/wire/moved.ts'
import { createQueries } from '../../query-client.ts'
import { Words } from '../../words/words.tsx'
import { movedQuery, WhatMoved } from './what-moved.tsx'

afterEach(cleanup)

const since = Date.parse('2026-11-20T00:00:00Z')

const shown = (answer: Pick<MovedAnswer, 'awaits' | 'moves'>): string | null => {
  const client = createQueries()
  client.setQueryData(movedQuery.queryKey, { since, ...answer })
  const { container } = render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <WhatMoved />
      </Words>
    </QueryClientProvider>,
  )
  return container.textContent
}

const about = { metric: 'Bookings', window: 'Q4 2026' }

test('each move is a sentence, with what it is about', () => {
  const text = shown({
    awaits: null,
    moves: [
      { what: 'goal', who: 'Priya Raman', isTeam: false, goalWords: '$300K', ...about },
      { what: 'first', who: 'Elena Voss', before: 'Priya Raman', valueWords: '$412K', ...about },
      { what: 'win', who: 'Elena Voss', account: 'Northwind', amountWords: '$182K', at: since + 3_600_000 },
      { what: 'team', who: 'Mid-market', fromWords: '61%', toWords: '64%', ...about },
    ],
  })
  expect(text).toContain('Priya Raman passed the goal of $300K')
  expect(text).toContain('Elena Voss leads with $412K, before Priya Raman')
  expect(text).toMatch(/biggest deal, \$182KNorthwind · 1:00/)
  expect(text).toContain('Mid-market went from 61% to 64% of its goalBookings · Q4 2026')
})

test('before the first fact, while history comes in and on a quiet day it says so', () => {
  expect(shown({ awaits: 'first fact', moves: [] })).toContain('It begins with the first fact')
  cleanup()
  expect(shown({ awaits: 'history', moves: [] })).toContain('still coming in')
  cleanup()
  expect(shown({ awaits: null, moves: [] })).toContain('Nothing worth a line yet today')
})
