// @vitest-environment happy-dom

import { screen as page } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { consoleQueries } from '../../../../test/renderer/console-queries.ts'
import { renderInConsole } from '../../../../test/renderer/render-in-console.tsx'
import { sampleCoaching } from '../../../../test/renderer/sample-coaching.ts'
import { coachingQuery } from '../../api/coaching.ts'
import { OwnPlan } from './own-plan.tsx'

const shown = async (more: Partial<CoachingAnswer> = {}): Promise<HTMLElement> => {
  vi.stubGlobal('fetch', async () => Response.json(sampleCoaching(more)))
  const client = consoleQueries()
  client.setQueryData(coachingQuery('elena').queryKey, sampleCoaching(more))
  return renderInConsole(client, () => (
    <main>
      <OwnPlan person="elena" />
    </main>
  ))
}

test('today’s steps are told against what the plan asks, then the need from now on', async () => {
  const main = await shown()
  expect(page.getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    'Dials21 of 35',
    'Conversations3 of 3 ★',
    'Meetings0 of 1',
    'Pipeline$0 of $17K',
    'Revenue$0 of $4.8K',
  ])
  expect(main.textContent).toContain('34dials a day from now to make quota')
  expect(main.textContent).toContain('Plan 35 · how it is worked out')
  expect(page.getByRole('link').getAttribute('href')).toBe('/coaching/elena')
})

test('once the period is over for them only the plan stands there', async () => {
  const { live } = sampleCoaching()
  const main = await shown({ live: live && { ...live, days: 0 } })
  expect(main.textContent).not.toContain('from now')
  expect(main.textContent).toContain('Plan 35')
})

test('without a plan there is nothing', async () => {
  const main = await shown({ plans: [], live: null, none: { kind: 'no quota' } })
  expect(main.textContent).toBe('')
})
