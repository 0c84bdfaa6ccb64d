// @vitest-environment happy-dom

import { fireEvent, screen as page, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { eventually } from '../../../../test/eventually.ts'
import { consoleQueries, everything, someone } from '../../../../test/renderer/console-queries.ts'
import { renderInConsole } from '../../../../test/renderer/render-in-console.tsx'
import { sampleCoaching, samplePlan } from '../../../../test/renderer/sample-coaching.ts'
import { sampleTalks } from '../../../../test/renderer/sample-talks.ts'
import { Coached } from './coach-person.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
})

const me = { ...someone, may: everything }

const shown = async (more: Partial<CoachingAnswer> = {}, isSelf = false): Promise<HTMLElement> => {
  return renderInConsole(consoleQueries(me), () => <Coached answer={sampleCoaching(more)} isSelf={isSelf} />)
}

/** The values of sliders are outputs as well, and come after it. */
const need = () => page.getAllByRole('status')[0]?.textContent

test('the page has the point, the chain with counts, four figures and the plan', async () => {
  const text = (await shown()).textContent ?? ''
  expect(text).toContain('Fewer conversations become meetings')
  expect(text).toContain('22 of 98 conversations became meetings in Q4 2026. At their own 34% it would be 33')
  expect(text).toContain('Only Elena, their managers and the admins see this')
  const links = within(page.getByRole('heading', { name: /The chain/ }).closest('section') as HTMLElement)
    .getAllByRole('listitem')
    .map((item) => item.textContent)
  expect(links).toEqual([
    'Dials → Conversations98 of 1,3327.4%6.1% to 8.9% · own 7.1% · role 6.9%▲ holds',
    'Conversations → Meetings22 of 9822%15% to 32% · own 34% · role 33%▼ sank',
    'Meetings → Pipeline$451K of 22 meetings$21K' + 'own $20K · role $21K▲ holds',
    'Pipeline → Revenue$120K of $420K decided–own 27%too little to tell',
  ])
  const figures = page.getAllByRole('definition').map((figure) => figure.textContent)
  expect(figures).toEqual([
    '35dials a day',
    '36dials a day',
    '34a day at the plan’s rates',
    '48a day from now',
  ])
  expect(text).toContain('Version 1, from Oct 1drawn up when the period began, for $300K in 63 days')
  expect(text).toContain('rates of Apr 1 to Sep 30')
  expect(text).toContain('$20K the role’s')
})

test('a step that lags the role is marked as such', async () => {
  const [dials, meetings] = sampleCoaching().readings
  const main = await shown({
    readings: dials && meetings ? [dials, { ...meetings, verdict: 'holds', short: null }] : [],
    point: { kind: 'lags', link: 1 },
  })
  expect(main.textContent).toContain('▼ lags the role')
})

test('where there is no plan the page says why, and asks nothing', async () => {
  const main = await shown({ plans: [], live: null, none: { kind: 'no quota' } })
  expect(main.textContent).toContain('No plan: there is no quota')
  expect(main.textContent).not.toContain('What if')
  expect(page.queryAllByRole('definition')).toEqual([])
})

test('steps that nobody logged are named', async () => {
  const main = await shown({ unlogged: ['conversations'] })
  expect(main.textContent).toContain('Not logged: Conversations')
})

test('a re-plan has its reason, and the version before it can be opened', async () => {
  const second = { ...samplePlan, version: 2, reason: 'Two weeks of leave', won: 5_000_000, days: 30 }
  const main = await shown({ plans: [samplePlan, { ...second, holdsFrom: '2026-11-02' }] })
  expect(main.textContent).toContain(
    'Version 2, from Nov 2“Two weeks of leave” · for $300K, of which $50K was won, in 30 days',
  )
  fireEvent.click(page.getByRole('button', { name: 'The version before it' }))
  expect(main.textContent).toContain('Version 1, from Oct 1')
})

test('[L27] a rate whose history is counted otherwise by now says so, and the plan stays', async () => {
  const main = await shown({
    corrected: [{ metric: 'meetings', made: 60, from: 150, attempts: 150, value: 0.4 }],
  })
  expect(main.textContent).toContain('34% owncounted by now: 40%')
  expect(main.textContent).toContain('The plan stays as it was')
})

test('a rate that is tried out changes the need at once, and goes back to today', async () => {
  await shown()
  expect(need()).toBe('48dials a day from now')
  const slider = page.getByRole('slider', { name: 'Conversations → Meetings' })
  fireEvent.change(slider, { target: { value: '0.3' } })
  expect(need()).toBe('36dials a day from now not 48')
  fireEvent.click(page.getByRole('button', { name: 'Back to today' }))
  expect(need()).toBe('48dials a day from now')
})

const type = (name: string, text: string) => {
  const field = page.getByRole('textbox', { name })
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}
const typed = (name: string) => page.getByRole<HTMLInputElement>('textbox', { name }).value

test('the quota follows what is asked of a day, and the day what is asked of the quota', async () => {
  await shown()
  type('Or dials a day, and the quota follows', '40')
  expect(need()).toBe('40dials a day from now not 48')
  expect(typed('Quota, Q4 2026')).toBe('$279,521')
  type('Quota, Q4 2026', '300,000')
  expect(typed('Or dials a day, and the quota follows')).toBe('48')
})

test('a re-plan asks for the reason, and sends what was tried out over the version that was seen', async () => {
  const sent = vi.fn(async (path: string, _init: { readonly body: string }) => {
    if (path === '/api/v1/me') return Response.json(me)
    if (path === '/api/v1/coaching/elena/talks') return Response.json(sampleTalks())
    return Response.json({ plan: { ...samplePlan, version: 2 } })
  })
  vi.stubGlobal('fetch', sent)
  await shown()
  type('Quota, Q4 2026', '250,000')
  fireEvent.click(page.getByRole('button', { name: 'Make it a re-plan…' }))
  const dialog = within(await page.findByRole('dialog'))
  expect(dialog.getByText('Quota $250K, not $300K')).toBeTruthy()
  expect(dialog.getByText('Conversations → Meetings at 22.4%, not 34%')).toBeTruthy()
  const draw = dialog.getByRole<HTMLButtonElement>('button', { name: 'Draw up the plan' })
  expect(draw.disabled).toBe(true)
  fireEvent.change(dialog.getByRole('textbox', { name: 'Why' }), { target: { value: 'A smaller patch' } })
  fireEvent.click(draw)
  await eventually(() => expect(page.queryByRole('dialog')).toBeNull())
  const [, init] = sent.mock.calls.find(([path]) => path === '/api/v1/coaching/elena/plans') ?? []
  expect(JSON.parse(init?.body ?? '')).toEqual({
    reason: 'A smaller patch',
    over: 1,
    quota: 25_000_000,
    rates: { conversations: 98 / 1332, meetings: 22 / 98, pipeline: 2_050_000 },
  })
})

test('[L15] the period before is held beside this one where it is asked for', async () => {
  const main = await shown()
  expect(main.textContent).not.toContain('51 of 150')
  fireEvent.click(page.getByRole('button', { name: 'Compare with Q3 2026' }))
  expect(main.textContent).toContain('own 34% · role 33% · Q3 2026: 34%, 51 of 150')
  fireEvent.click(page.getByRole('button', { name: 'This period alone' }))
  expect(main.textContent).not.toContain('51 of 150')
})

test('about themselves a person may try out, and draws up nothing', async () => {
  const main = await shown({ mayPlan: false }, true)
  expect(main.textContent).toContain('At your own 34%')
  expect(main.textContent).toContain('Only you, your managers and the admins see this')
  expect(page.queryByRole('button', { name: 'Make it a re-plan…' })).toBeNull()
  expect(page.queryByRole('heading', { name: 'For the one-to-one' })).toBeNull()
})
