// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { consoleQueries, someone } from '../../../../test/renderer/console-queries.ts'
import { noteFeedTime } from '../../api/feed-time.ts'
import { Words } from '../../words/words.tsx'
import { LikelyDays } from './suggested.tsx'

afterEach(() => {
  cleanup()
  noteFeedTime(Date.now())
})

const suggestedIn = (timeZone: string): readonly (string | null)[] => {
  const client = consoleQueries({ ...someone, floor: { ...someone.floor, timeZone } })
  render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <LikelyDays date="2027-03-03" onChoose={() => undefined} />
      </Words>
    </QueryClientProvider>,
  )
  const days = screen.getAllByRole('button').map(({ textContent }) => textContent)
  cleanup()
  return days
}

test('[H104] what a date probably was is no day that is still to come where the floor is', () => {
  noteFeedTime(Date.parse('2026-03-03T02:00:00Z'))
  expect(suggestedIn('Europe/Berlin')).toEqual(['Mar 3, 2026'])
  expect(suggestedIn('America/Los_Angeles')).toEqual(['Mar 3, 2025'])
})
