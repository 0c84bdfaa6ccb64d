// @vitest-environment happy-dom

import { fireEvent, screen as page } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { CoachingList } from '../../../../shared/wire/coaching.ts'
import { eventually } from '../../../../test/eventually.ts'
import { consoleQueries } from '../../../../test/renderer/console-queries.ts'
import { renderInConsole } from '../../../../test/renderer/render-in-console.tsx'
import { chainMetrics, sampleCoaching } from '../../../../test/renderer/sample-coaching.ts'
import { coachingListQuery } from '../../api/coaching.ts'
import { Coaching } from './coaching.tsx'

type Person = CoachingList['people'][number]

const { who } = sampleCoaching()
const [first, from, metric] = chainMetrics
if (!first || !from || !metric) throw new Error('no metrics')

const person = (name: string, more: Partial<Person> = {}): Person => ({
  ...who,
  id: name.toLowerCase(),
  face: { ...who.face, name },
  none: null,
  point: { kind: 'holds' },
  step: null,
  planned: 34.2,
  needed: 40.1,
  first,
  talk: { lastAt: null, nextOn: null, isOverdue: false, openActions: 0 },
  ...more,
})

const shown = async (people: Person[]): Promise<HTMLElement> => {
  vi.stubGlobal('fetch', async () => Response.json({ people }))
  const client = consoleQueries()
  client.setQueryData(coachingListQuery.queryKey, { people })
  return renderInConsole(client, Coaching)
}

const lines = () => page.getAllByRole('listitem').map((line) => line.textContent)

test('each has the point, what is needed a day and the plan, rounded up; who is to be coached comes first', async () => {
  const main = await shown([
    person('Ana'),
    person('Bo', { point: { kind: 'sank', link: 1 }, step: { metric, from } }),
    person('Cy', { needed: null }),
    person('Di', { none: { kind: 'no quota' }, planned: null, needed: null }),
  ])
  expect(main.textContent).toContain('1 person to talk to first')
  expect(lines()).toEqual([
    'EVBoEnterprise AE▼ Conversations → Meetings sank41 dials a day from nowplan 35',
    'EVAnaEnterprise AEHolds41 dials a day from nowplan 35',
    'EVCyEnterprise AEHolds35 dials a dayno day left in this period',
    'EVDiEnterprise AEHoldsNo plan: no quota',
  ])
})

test('among many, people are found by what is typed', async () => {
  await shown(Array.from({ length: 150 }, (_, nth) => person(`Rep ${nth}`)))
  const search = page.getByRole('searchbox', { name: 'Find by name, role or team' })
  // 14, 114, and 140 to 149.
  fireEvent.change(search, { target: { value: 'rep 14' } })
  await eventually(() => expect(lines()).toHaveLength(12))
  fireEvent.change(search, { target: { value: 'nobody' } })
  expect(await page.findByText('Nobody by these words.')).toBeTruthy()
})

test('where no role has a formula it is said what to do', async () => {
  const main = await shown([])
  expect(main.textContent).toContain('Nobody has a sales formula here yet')
})

test('[L14] how long ago the last one-to-one was is told once there was one, with what is open and overdue', async () => {
  vi.setSystemTime(Date.UTC(2026, 10, 29, 12))
  const talk = { lastAt: Date.UTC(2026, 10, 20, 10), nextOn: '2026-11-27', isOverdue: true, openActions: 2 }
  await shown([person('Ana', { talk }), person('Bo')])
  expect(lines()).toEqual([
    expect.stringContaining('one-to-one 9 days agothe next one is overdue2 actions open'),
    expect.stringContaining('no one-to-one yet'),
  ])
  vi.useRealTimers()
})
