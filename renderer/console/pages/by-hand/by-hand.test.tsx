// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { HandAnswer } from '../../../../shared/wire/by-hand.ts'
import { handQuery } from '../../api/by-hand.ts'
import { createQueries } from '../../query-client.ts'
import { Words } from '../../words/words.tsx'
import { ByHand } from './by-hand.tsx'
import { instantOf, whenOf } from './when-fields.tsx'

/** The network is down, until it asks for somebody to sign in: then nothing tries again by itself. */
beforeEach(() => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
})
afterEach(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'unauthorized', message: 'x' }, { status: 401 }))
  window.dispatchEvent(new Event('online'))
  await new Promise((done) => setImmediate(done))
  cleanup()
  window.localStorage.clear()
  vi.unstubAllGlobals()
})

const now = Date.now()
const answer: HandAnswer = {
  person: { id: 'ana', name: 'Ana Ruiz' },
  choices: [
    { what: 'call', name: null, outcomes: [], mostMinor: null, today: 3 },
    { what: 'deal', name: null, outcomes: [], mostMinor: 10_000_000, today: 0 },
  ],
  entries: [],
  people: [],
  colleagues: [],
  isShared: true,
  currency: 'USD',
  timeZone: 'America/New_York',
  now,
}

const shown = (account: string, more: Partial<HandAnswer> = {}) => {
  const client = createQueries()
  client.setQueryData(handQuery(null).queryKey, { ...answer, ...more })
  return render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <ByHand person={null} account={account} />
      </Words>
    </QueryClientProvider>,
  )
}

const press = (name: RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

test('[H125] one press logs a call; without a feed it says that it is kept on the phone', async () => {
  shown('one')
  expect(screen.getByRole('button', { name: /Log a call/ }).textContent).toContain('3 today')
  press(/Log a call/)
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toContain('One entry is kept on this phone'),
  )
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByRole('listitem').textContent).toContain('waits for the network')
  // Another visit finds it again.
  cleanup()
  shown('one')
  expect(screen.getByRole('listitem').textContent).toContain('Call')
  press(/Take “Call” back/)
  expect(screen.queryByRole('listitem')).toBeNull()
})

test('[H126] a deal is rung for what it says, and nonsense is refused before it is sent', async () => {
  shown('two')
  press(/Ring the gong/)
  const dialog = within(screen.getByRole('dialog'))
  const amount = dialog.getByLabelText('Amount in USD')
  const ring = (name: RegExp) => dialog.getByRole<HTMLButtonElement>('button', { name })
  expect(ring(/Ring the gong/).disabled).toBe(true)
  fireEvent.change(amount, { target: { value: '-5' } })
  expect(dialog.getByRole('alert').textContent).toContain('How much is the deal worth?')
  fireEvent.change(amount, { target: { value: '250,000' } })
  expect(dialog.getByRole('alert').textContent).toContain('more than a deal here can be')
  expect(ring(/Ring it for/).disabled).toBe(true)
  fireEvent.change(amount, { target: { value: '18.2k' } })
  expect(dialog.queryByRole('alert')).toBeNull()
  fireEvent.change(dialog.getByLabelText('Customer'), { target: { value: 'Northwind Traders' } })
  fireEvent.click(ring(/Ring it for \$18,200/))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('listitem').textContent).toContain('$18,200')
  expect(screen.getByRole('listitem').textContent).toContain('Northwind Traders')
})

test('[H126] a call’s outcome is one more press; what only managers enter has no buttons', () => {
  const entry = {
    ...{ what: 'deal', at: now, outcome: null, account: 'Globex', amountMinor: 100, version: 1 },
    ...{ helper: null, helperPercent: null },
  }
  const id = '7f1f3a54-6a58-4a3e-9a39-1b7a2f0f8f01'
  shown('three', {
    choices: [
      { what: 'call', name: null, outcomes: ['conversation', 'demo set'], mostMinor: null, today: 0 },
    ],
    entries: [{ ...entry, id, mayChange: false, mayWithdraw: false }],
  })
  expect(within(screen.getByRole('listitem')).queryAllByRole('button')).toEqual([])
  press(/Log a call/)
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Spoke with them', 'demo set', 'No answer']),
  )
  fireEvent.click(dialog.getByRole('button', { name: 'Spoke with them' }))
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Spoke with them')
})

test('[H126] a time is that of the person’s own clock, also where it was changed that night', () => {
  const zone = createZone('America/New_York')
  const noon = Date.parse('2026-11-01T17:00:00Z')
  expect(whenOf(noon, noon, zone)).toEqual({ ago: 0, time: '12:00' })
  expect(instantOf({ ago: 1, time: '12:00' }, noon, zone, null)).toBe(Date.parse('2026-10-31T16:00:00Z'))
  expect(instantOf({ ago: 0, time: '' }, noon, zone, null)).toBeNull()
  expect(instantOf({ ago: 0, time: '12:00' }, noon, zone, noon + 31_000)).toBe(noon + 31_000)
})
