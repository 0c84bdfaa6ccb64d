// @vitest-environment happy-dom

import { fireEvent, screen as page, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { TalksAnswer } from '../../../../shared/wire/coaching-talks.ts'
import { consoleQueries, someone } from '../../../../test/renderer/console-queries.ts'
import { renderInConsole } from '../../../../test/renderer/render-in-console.tsx'
import { sampleCoaching } from '../../../../test/renderer/sample-coaching.ts'
import { action, note, sampleTalks, talkedAt } from '../../../../test/renderer/sample-talks.ts'
import { coachingQuery } from '../../api/coaching.ts'
import { talksQuery } from '../../api/talks.ts'
import { Talk } from './one-to-one.tsx'
import { TalksCard } from './talks-card.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  window.sessionStorage.clear()
})

interface Asked {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown> | null
}

/** A feed of one person: what was asked of it, and what stands there. */
const feedOf = (first: TalksAnswer, refuse: (asked: Asked) => Response | null = () => null) => {
  const asked: Asked[] = []
  let stands = first
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const method = init?.method ?? (init?.body === undefined ? 'GET' : 'POST')
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    if (path === '/api/v1/me') return Response.json(someone)
    if (method !== 'GET') asked.push({ method, path, body })
    return (method === 'GET' ? null : refuse({ method, path, body })) ?? Response.json(stands)
  })
  const client = consoleQueries()
  client.setQueryData(talksQuery('elena').queryKey, first)
  client.setQueryData(coachingQuery('elena').queryKey, sampleCoaching())
  return {
    asked,
    client,
    put: (next: TalksAnswer) => {
      stands = next
      client.setQueryData(talksQuery('elena').queryKey, next)
    },
  }
}

const shownCard = (client: ReturnType<typeof consoleQueries>) =>
  renderInConsole(client, () => (
    <main>
      <TalksCard answer={sampleCoaching()} />
    </main>
  ))

test('an agreed action says its step, its day and what became of the step, and is ticked off over its version', async () => {
  const feed = feedOf(sampleTalks())
  const main = await shownCard(feed.client)
  expect(main.textContent).toContain('Ask for the meeting earlierConversations → Meetingsby Dec 4')
  expect(main.textContent).toContain('22% then, 67% since (40 of 60, 54% to 77%): better')
  expect(main.textContent).toContain('Dana Whitfield · Nov 20, 10:00')
  fireEvent.click(page.getByRole('checkbox'))
  await waitFor(() =>
    expect(feed.asked).toMatchObject([
      {
        method: 'PATCH',
        path: expect.stringContaining('/actions/ask-earlier'),
        body: { over: 1, isDone: true },
      },
    ]),
  )
})

test('an overdue action says since when', async () => {
  const feed = feedOf(sampleTalks({ actions: [action({ isOverdue: true, became: null })] }))
  expect((await shownCard(feed.client)).textContent).toContain('overdue since Dec 4')
})

test('a note that could not be sent stays in its field, and is sent again under the same id', async () => {
  let isDown = true
  const feed = feedOf(sampleTalks({ notes: [], actions: [] }), () =>
    isDown ? Response.json({ code: 'log-unavailable', message: 'The disk is full.' }, { status: 503 }) : null,
  )
  await shownCard(feed.client)
  const field = page.getByRole('textbox', { name: 'Note, seen by both' })
  fireEvent.change(field, { target: { value: 'She asks too late.' } })
  const send = () => fireEvent.click(page.getByRole('button', { name: 'Write it down' }))
  send()
  await page.findByRole('alert')
  expect(page.getByDisplayValue('She asks too late.')).toBeTruthy()
  isDown = false
  send()
  await waitFor(() => expect(feed.asked).toHaveLength(2))
  expect(feed.asked[1]?.body).toEqual(feed.asked[0]?.body)
  await waitFor(() => expect(page.queryByDisplayValue('She asks too late.')).toBeNull())
})

test('[L13] whoever would write over something newer is shown it, keeps what they typed, and may then keep theirs', async () => {
  const feed = feedOf(sampleTalks({ actions: [] }))
  await shownCard(feed.client)
  fireEvent.click(page.getByRole('button', { name: 'Change or remove this note' }))
  fireEvent.click(await page.findByRole('menuitem', { name: 'Change' }))
  fireEvent.change(await page.findByRole('textbox', { name: 'In other words' }), {
    target: { value: 'Mine, in other words.' },
  })
  feed.put(sampleTalks({ actions: [], notes: [note({ version: 2, text: 'From my other window.' })] }))
  expect((await page.findByText('From my other window.')).textContent).toBeTruthy()
  expect(page.getByDisplayValue('Mine, in other words.')).toBeTruthy()
  expect(page.getByRole('button', { name: 'Write it down' }).hasAttribute('disabled')).toBe(true)
  fireEvent.click(page.getByRole('button', { name: 'Keep what I wrote' }))
  fireEvent.click(page.getByRole('button', { name: 'Write it down' }))
  await waitFor(() =>
    expect(feed.asked).toMatchObject([{ body: { over: 2, text: 'Mine, in other words.' } }]),
  )
})

test('[L14] a one-to-one has what was kept and the point, ends with what was agreed, and is sent with its day', async () => {
  vi.setSystemTime(talkedAt)
  const before = action({ id: 'from-last-time', at: talkedAt - 86_400_000, what: 'Follow up the same day' })
  const feed = feedOf(sampleTalks({ actions: [before], notes: [] }))
  const main = await renderInConsole(feed.client, () => (
    <Talk answer={sampleCoaching()} talks={sampleTalks({ actions: [before, action()] })} />
  ))
  const parts = page.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(parts).toEqual([
    '1Kept from last time',
    'Fewer conversations become meetings',
    '2Talk about it',
    '3Agree',
    '4Notes',
  ])
  expect(main.textContent).toContain('One-to-one with Elena')
  fireEvent.click(page.getByRole('button', { name: 'End the one-to-one' }))
  expect((await page.findByRole('heading', { level: 1 })).textContent).toBeTruthy()
  await page.findByText('What was agreed')
  expect(feed.asked).toMatchObject([
    { path: expect.stringContaining('/one-to-ones'), body: { startedAt: talkedAt, nextOn: '2026-12-04' } },
  ])
  const agreed = page.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(agreed).toHaveLength(1)
  expect(agreed[0]).toContain('Ask for the meeting earlier')
  vi.useRealTimers()
})

test('[L28] the boards of a one-to-one are looked at one after the other, beside what the two talk about', async () => {
  const feed = feedOf(sampleTalks())
  const boards = [
    { id: 'plan', title: 'Everybody’s own day' },
    { id: 'improving', title: 'Most improved' },
  ]
  const main = await renderInConsole(feed.client, () => (
    <Talk answer={sampleCoaching({ boards })} talks={sampleTalks()} />
  ))
  const headings = within(main)
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent)
  expect(headings).toContain('2Look at together')
  expect(headings).toContain('3Talk about it')
  expect(main.textContent).toContain('Everybody’s own day1 of 2')
  fireEvent.click(page.getByRole('button', { name: 'On to Most improved' }))
  expect(main.textContent).toContain('Most improved2 of 2')
  expect(page.getByRole('img', { name: 'Most improved' })).toBeTruthy()
})
