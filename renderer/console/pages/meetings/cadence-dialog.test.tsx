// @vitest-environment happy-dom

import { fireEvent, screen as page, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { floorOf, metricOf, person } from '../../../../shared/domain/test-support/test-floor.ts'
import { renderInConsole } from '../../../../test/renderer/render-in-console.tsx'
import { createFloorEdits, FloorEditsProvider } from '../../api/floor-edits.tsx'
import { floorQuery } from '../../api/queries.ts'
import { createQueries } from '../../query-client.ts'
import { CadenceDialog } from './cadence-dialog.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  window.sessionStorage.clear()
})

const file = floorOf({
  teams: [{ id: 'east', name: 'East' }],
  people: [person('ana'), person('bo')],
  metrics: [metricOf('dials', { from: 'activity', date: 'at' })],
  boards: ['results', 'wins', 'pipeline'].map((id) => ({
    ...{ id, title: `Board ${id}`, kind: 'leaderboard', metric: 'dials', window: 'week' },
  })),
  playlists: [{ id: 'all', name: 'All', items: [{ board: 'results' }] }],
  cadences: [
    { id: 'monday', name: 'Monday review', owner: 'ana', team: 'east', boards: ['results', 'wins'] },
  ],
})

/** The form of a meeting, and what it sent to the feed. */
const shown = async (id: string | null) => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (path.endsWith('/floor/edits')) sent.push(JSON.parse(String(init?.body)).edits)
    return Response.json({ version: 2 })
  })
  const client = createQueries()
  client.setQueryData(floorQuery.queryKey, { version: 1, file })
  const edits = createFloorEdits(client, { taken: () => undefined, refused: () => undefined })
  const before = file.cadences.find((cadence) => cadence.id === id) ?? null
  await renderInConsole(client, () => (
    <FloorEditsProvider value={edits}>
      <main />
      <CadenceDialog file={file} before={before} onClose={() => undefined} />
    </FloorEditsProvider>
  ))
  return { sent, dialog: within(await page.findByRole('dialog')) }
}

test('[L29] a meeting is changed: another order, nobody who leads it; what it had and has no more is taken out', async () => {
  const { sent, dialog } = await shown('monday')
  fireEvent.click(dialog.getByRole('button', { name: 'Board wins earlier' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Without ana' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject([
    {
      ...{ do: 'set', list: 'cadences', id: 'monday' },
      fields: { day: 'monday', at: '09:00', team: 'east', owner: null, boards: ['wins', 'results'] },
    },
  ])
})

test('[L29] a new one needs a name and a board, unless it is for one-to-ones', async () => {
  const { sent, dialog } = await shown(null)
  const save = dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' })
  fireEvent.change(dialog.getByRole('textbox', { name: 'What the meeting is called' }), {
    target: { value: 'Dana and each of us' },
  })
  expect(save.disabled).toBe(true)
  fireEvent.click(dialog.getByRole('switch'))
  expect(save.disabled).toBe(false)
  expect(dialog.queryByRole('searchbox', { name: 'Who leads it' })).toBeNull()
  fireEvent.click(save)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject([
    { do: 'add', list: 'cadences', entry: { id: 'dana-and-each-of-us', oneToOnes: true, boards: [] } },
  ])
})
