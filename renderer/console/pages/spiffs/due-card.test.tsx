// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import type { SpiffAnswer, SpiffLine } from '../../../../shared/wire/spiffs.ts'
import { createQueries } from '../../query-client.ts'
import { Words } from '../../words/words.tsx'
import { DueCard } from './due-card.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const file = FloorFile.parse({ floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' } })
const line = (key: string, person: string, more: Partial<SpiffLine> = {}): SpiffLine => ({
  ...{ key, spiff: 'hands', spiffName: 'Hands', person: { id: person, name: person }, for: 'help' },
  ...{ other: { id: 'bo', name: 'Bo Lind' }, how: 'sat-in', what: 'Took my demo.', account: null, nth: null },
  ...{ on: '2026-11-20', fullMinor: 1000, amountMinor: 1000, cut: null, state: 'due', decided: null },
  ...{ changed: null, mayDecide: true },
  ...more,
})
const answer: SpiffAnswer = {
  ...{ shown: null, name: 'Hands', decided: [], moreDue: 0, moreDecided: 0, currency: 'USD' },
  due: [
    line('one', 'Ana'),
    line('two', 'Ana', { amountMinor: 400, cut: 'per-week' }),
    line('three', 'Cy', { mayDecide: false }),
    line('four', 'Cy', { amountMinor: 0, cut: 'pair', mayDecide: false }),
  ],
}

const shown = () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: unknown, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return Response.json({ done: 1, changed: 0, already: 0, answer: { ...answer, due: [] } })
  })
  render(
    <QueryClientProvider client={createQueries()}>
      <Words locale="en-US" timeZone="UTC">
        <DueCard id="hands" of={answer} file={file} />
      </Words>
    </QueryClientProvider>,
  )
  return sent
}
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

test('[K32] all at once is asked for first, and says what was seen of those that may be decided', async () => {
  const sent = shown()
  expect(screen.getByText('Ana').closest('section')?.textContent).toContain('the most of one week is reached')
  press('Approve all: $14')
  expect(sent).toEqual([])
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Approve $14' }))
  await waitFor(() =>
    expect(sent).toEqual([
      {
        approve: true,
        lines: [
          { key: 'one', amountMinor: 1000 },
          { key: 'two', amountMinor: 400 },
        ],
      },
    ]),
  )
})

test('[K32][K33] one is refused with a reason; what somebody else decides has no buttons', async () => {
  const sent = shown()
  expect(screen.queryByRole('button', { name: /^Approve: Cy/ })).toBeNull()
  const [refuse] = screen.getAllByRole('button', { name: /^Refuse: Ana helped Bo Lind \(sat in\)/ })
  if (refuse) fireEvent.click(refuse)
  const dialog = within(screen.getByRole('dialog'))
  const button = dialog.getByRole('button', { name: 'Refuse' })
  expect(button).toHaveProperty('disabled', true)
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: ' Twice. ' } })
  fireEvent.click(button)
  await waitFor(() =>
    expect(sent).toEqual([{ approve: false, lines: [{ key: 'one', amountMinor: 1000 }], reason: 'Twice.' }]),
  )
})
