// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { consoleQueries, someone } from '../../../../test/renderer/console-queries.ts'
import { tokensQuery } from '../../api/access.ts'
import { createFloorEdits, FloorEditsProvider } from '../../api/floor-edits.tsx'
import { Words } from '../../words/words.tsx'
import { Tokens } from './tokens.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('[H129] a token says when it was made and last used, and is revoked only after a question', async () => {
  const client = consoleQueries()
  const createdAt = Date.parse('2026-03-02T10:00:00Z')
  const tokens = [
    { id: 't1', name: 'Dialer', role: 'ingest', screen: null, createdAt, lastUsed: Date.now() - 3_600_000 },
    { id: 't2', name: 'Sheet', role: 'report', screen: null, createdAt, lastUsed: null },
  ]
  client.setQueryData(tokensQuery.queryKey, { tokens })
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    if (path === '/api/v1/me') return Response.json(someone)
    return Response.json(init?.method === 'DELETE' ? {} : { tokens })
  })
  const edits = createFloorEdits(client, { taken: () => undefined, refused: () => undefined })
  render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <FloorEditsProvider value={edits}>
          <Tokens />
        </FloorEditsProvider>
      </Words>
    </QueryClientProvider>,
  )
  expect(screen.getByText(/made Mar 2, 2026/, { selector: 'li:first-child p' }).textContent).toContain(
    '1 hour ago',
  )
  const revoke = (name: string) => fireEvent.click(screen.getByRole('button', { name: `Revoke ${name}` }))
  revoke('Sheet')
  const question = () => within(screen.getByRole('alertdialog'))
  expect(question().getByText('It was never used.')).toBeTruthy()
  fireEvent.click(question().getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(asked.filter((each) => each.startsWith('DELETE'))).toEqual([])
  revoke('Dialer')
  expect(question().getByText(/Last used/).textContent).toContain('1 hour ago')
  fireEvent.click(question().getByRole('button', { name: 'Revoke' }))
  await waitFor(() => expect(asked).toContain('DELETE /api/v1/tokens/t1'))
})
