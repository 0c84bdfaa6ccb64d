// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { OwnNumber, OwnNumbersAnswer } from '../../../../shared/wire/own-numbers.ts'
import { consoleQueries } from '../../../../test/renderer/console-queries.ts'
import { boardsQuery, ownNumbersQuery } from '../../api/own-numbers.ts'
import { Words } from '../../words/words.tsx'
import { OwnDay } from './own-day.tsx'

afterEach(cleanup)

const priya = { name: 'Priya Raman', short: 'Priya', initials: 'PR', hue: 1, photo: null }

const number = (more: Partial<OwnNumber> = {}): OwnNumber => ({
  metric: {
    id: 'calls',
    name: 'Calls',
    noun: 'calls',
    objective: 'How much do we call?',
    unit: 'count',
    indicator: 'input',
    better: 'higher',
  },
  window: { start: '2026-11-20', end: '2026-11-21', label: 'Today', progress: '' },
  value: 21,
  goal: 35,
  attainment: 0.6,
  pace: 19.5,
  state: 'on pace',
  words: { value: '21', goal: '35' },
  left: { amount: 14, words: '14' },
  ahead: { amount: 1, words: '1' },
  streak: null,
  ...more,
})

const shown = (own: OwnNumbersAnswer) => {
  const client = consoleQueries()
  client.setQueryData(ownNumbersQuery.queryKey, own)
  client.setQueryData(boardsQuery.queryKey, { boards: [] })
  const { container } = render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <OwnDay />
      </Words>
    </QueryClientProvider>,
  )
  return container
}

test('[B251] [H130] what is behind its pace has the clock of the walls, and no triangle', () => {
  const behind = { state: 'behind', ahead: { amount: -3, words: '3' } } as const
  const page = shown({ person: priya, awaits: null, numbers: [number(behind)] })
  expect(page.textContent).toContain('3 behind pace')
  expect(page.textContent).not.toMatch(/[▼▲]/)
  expect(page.querySelectorAll('.own-pace svg')).toHaveLength(1)
})

test('what is left comes first, in figures and cells, and how it stands against the pace', () => {
  const page = shown({ person: priya, awaits: null, numbers: [number()] })
  expect(page.textContent).toContain('14 to go')
  expect(page.textContent).toContain('1 ahead of pace')
  expect(page.textContent).toContain('21 of 35')
  expect(page.querySelectorAll('.own-cells > span')).toHaveLength(35)
  expect(page.querySelectorAll('.own-cells > [data-full]')).toHaveLength(21)
})

test('a goal that is reached leaves nothing to do', () => {
  const reached = number({ value: 35, state: 'reached', left: null, words: { value: '35', goal: '35' } })
  const page = shown({ person: priya, awaits: null, numbers: [reached] })
  expect(page.textContent).toContain('1 of 1 goal reached')
  expect(page.textContent).toContain('goal reached')
  expect(page.textContent).not.toContain('to go')
})

test('[B219] days in a row are told, in the first number and in the others', () => {
  const second = number({ streak: { days: 250, capped: true } })
  const numbers = [
    number({ streak: { days: 4, capped: false } }),
    { ...second, metric: { ...second.metric, id: 'talks' } },
  ]
  const page = shown({ person: priya, awaits: null, numbers })
  expect(page.querySelector('.own-first')?.textContent).toContain('4 days in a row')
  expect(page.querySelector('.own-line')?.textContent).toContain('250 days in a row and more')
})

test('whoever is nobody of the floor is told what to do about it', () => {
  const page = shown({ person: null, awaits: null, numbers: [] })
  expect(page.textContent).toContain('Nobody has said which person of the floor you are')
})

test('before the first fact nothing is judged', () => {
  const early = number({ value: 0, state: null, pace: null, ahead: null, attainment: null })
  const page = shown({ person: priya, awaits: 'first fact', numbers: [early] })
  expect(page.textContent).toContain('Nothing to judge yet')
  expect(page.textContent).not.toMatch(/pace|reached/)
})
