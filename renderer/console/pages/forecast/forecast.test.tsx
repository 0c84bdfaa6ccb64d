// @vitest-environment happy-dom

import { screen as page } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ForecastAnswer, NoForecast } from '../../../../shared/wire/forecast.ts'
import { renderInConsole } from '../../../../test/renderer/render-in-console.tsx'
import { forecastQuery } from '../../api/forecast.ts'
import { createQueries } from '../../query-client.ts'
import { Forecast } from './forecast.tsx'

const range = { p10: 200_000_00, p50: 250_000_00, p90: 300_000_00 }
const answer: ForecastAnswer = {
  teams: [{ id: 'east', name: 'East' }],
  team: 'east',
  period: 'this',
  window: { start: '2026-10-01', end: '2027-01-01', label: 'Q4 2026', progress: 'day 60 of 92' },
  metric: {
    id: 'won',
    name: 'Bookings',
    noun: 'booked',
    objective: 'How much?',
    unit: 'money',
    indicator: 'output',
    better: 'higher',
  },
  grain: 'quarter',
  goal: 280_000_00,
  soFar: 150_000_00,
  why: null,
  range,
  weeks: 30,
  methods: [
    {
      id: 'run-rate',
      why: null,
      range,
      weight: 0.25,
      on: { method: 'run-rate', amount: 150_000_00, workingDays: 41 },
    },
    {
      id: 'pipeline',
      why: null,
      range,
      weight: 0.75,
      on: {
        method: 'pipeline',
        stages: [
          { stage: 'Demo', open: 4, seen: 50, won: 10 },
          { stage: null, open: 1, seen: 0, won: 0 },
        ],
        ofOpen: 80_000_00,
        ofNew: 20_000_00,
      },
    },
    { id: 'same-weeks', why: 'no earlier period', range: null, weight: 0, on: null },
  ],
  lookedBack: { inside: [true, false, true, true], offBy: 21_000_00 },
}

const shown = async (given: ForecastAnswer): Promise<HTMLElement> => {
  vi.stubGlobal('fetch', async (url: string) =>
    url.includes('/forecast') ? Response.json(given) : new Response(null, { status: 401 }),
  )
  const client = createQueries()
  client.setQueryData(forecastQuery(undefined, 'this').queryKey, given)
  return renderInConsole(client, Forecast)
}

test('[O1] [O2] a range, what it says of the goal, how good it was, and what each method rests on', async () => {
  const main = await shown(answer)
  expect(page.getByRole('heading', { level: 1 }).textContent).toBe('$200K to $300K, in eight of ten cases')
  for (const words of [
    'The goal is within reach, and more likely missed than not.',
    '3 of 4past weeks ended within the range',
    'off by less than $21K',
    '$150K came in on the last 41 working days',
    'Its part in the range: 25%.',
    '5 open deals, at what deals in the same stage brought within as much time: $80K. Deals that are not there yet: $20K.',
    'Demo 4, 20% won in time',
    'Stage unknown 1',
    'Left out: there is no earlier period to compare with.',
  ])
    expect(main.textContent).toContain(words)
  expect(main.textContent).not.toMatch(/NaN|∞|undefined/)
})

test.each<[NoForecast, string]>([
  ['no results board', 'No board says what is to be forecast'],
  ['one person', 'Nobody is forecast alone'],
  ['history coming', 'The history is still coming in'],
  ['reading deals', 'Looking through past deals'],
  ['too little', 'Too little to tell'],
])('[O5] without a range, because of "%s", it says why', async (why, words) => {
  const none = { range: null, methods: [], lookedBack: { inside: [], offBy: null }, goal: null, soFar: 0 }
  const main = await shown({ ...answer, ...none, why })
  expect(main.textContent).toContain(words)
  expect(main.textContent).not.toMatch(/NaN|∞|undefined|\$/)
})
