// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ServiceFacts, ServiceRequest, ServiceState } from '../../../shared/wire/service.ts'
import { createStore } from '../../live/store.ts'
import { ServiceMenu } from './service-menu.tsx'
import type { TvPlace } from './tv-place.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const facts: ServiceFacts = {
  version: '0.9.1',
  name: 'tv-kitchen',
  addresses: ['10.0.0.20', 'fd00::20'],
  feedUrl: 'https://10.0.0.7:4400',
  runningMs: 3 * 3_600_000,
  recoveries: { count: 2, last: 'graphics', lastAt: 0 },
  acts: ['pair', 'restart'],
}
const place: TvPlace = {
  screen: 'Kitchen',
  floor: 'Boston',
  isConnected: false,
  heardAt: 0,
  feedNow: 12 * 60_000,
  volume: 0.35,
  locale: 'en-US',
  theme: 'night',
  isCalm: false,
}

const open = (locale = 'en-US') => {
  const state = createStore<ServiceState>({ kind: 'closed' })
  const asked: ServiceRequest[] = []
  const turned: string[] = []
  const service = async (request: ServiceRequest) => {
    asked.push(request)
    return request.kind === 'look' ? facts : null
  }
  const tv = {
    place: () => ({ ...place, locale }),
    louder: () => void turned.push('louder'),
    quieter: () => void turned.push('quieter'),
  }
  render(<ServiceMenu kiosk={{ service }} state={state} tv={tv} locale="en-US" />)
  const set = (next: ServiceState) => act(async () => state.set(() => next))
  return { set, asked, turned }
}
const press = (...keys: readonly string[]) =>
  act(async () => {
    for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })

test('[S203] it says that a PIN was wrong, and how long it waits, until it waits no more', async () => {
  vi.useFakeTimers()
  const { set } = open()
  await set({ kind: 'locked', waitMs: 0, wasWrong: false })
  expect(screen.getByRole('status').textContent).toBe('It stands in the console, under Screens.')
  for (let n = 0; n < 4; n += 1) await set({ kind: 'locked', waitMs: 0, wasWrong: true })
  expect(screen.getByRole('status').textContent).toBe('That is not the PIN.')
  await set({ kind: 'locked', waitMs: 120_000, wasWrong: true })
  expect(screen.getByRole('status').textContent).toBe(
    'Too many wrong PINs. The next one is looked at in 2 minutes.',
  )
  await act(async () => vi.advanceTimersByTime(61_000))
  expect(screen.getByRole('status').textContent).toContain('in a minute')
  await act(async () => vi.advanceTimersByTime(60_000))
  expect(screen.getByRole('status').textContent).toBe('That is not the PIN.')
  await set({ kind: 'closed' })
  expect(screen.queryByRole('status')).toBeNull()
})

test('[S202] a PIN is typed with digits, and sent with OK once it is long enough', async () => {
  const { set, asked } = open()
  await set({ kind: 'locked', waitMs: 0, wasWrong: false })
  await press('4', '8', '2')
  await act(async () => screen.getByText('OK').click())
  expect(asked).toEqual([])
  await press('9', '9', 'Backspace', '1', 'x')
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('5 digits')
  await act(async () => screen.getByText('OK').click())
  expect(asked).toEqual([{ kind: 'pin', pin: '48291' }])
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('0 digits')
})

test('[S204] what it knows of the TV, its sound, and what is asked twice', async () => {
  const { set, asked, turned } = open()
  await set({ kind: 'open' })
  const text = document.body.textContent
  for (const words of ['Kitchen', 'Boston', 'https://10.0.0.7:4400', '12 min ago', 'tv-kitchen', '0.9.1'])
    expect(text).toContain(words)
  expect(text).toContain('10.0.0.20, fd00::20')
  expect(text).toContain('2 times, last the graphics')
  expect(text).not.toContain('Shut down')
  await act(async () => screen.getByLabelText('Louder').click())
  expect(turned).toEqual(['louder'])
  await act(async () => screen.getByText('Pair it anew').click())
  expect(asked.some(({ kind }) => kind === 'act')).toBe(false)
  expect(document.activeElement?.textContent).toBe('Back')
  await act(async () => screen.getByText('Pair it anew').click())
  expect(asked.at(-1)).toEqual({ kind: 'act', act: 'pair' })
})

test('it speaks the language of the floor', async () => {
  const { set } = open('de-DE')
  await set({ kind: 'locked', waitMs: 0, wasWrong: false })
  expect(screen.getByRole('status').textContent).toBe('Sie steht in der Konsole unter Bildschirme.')
})
