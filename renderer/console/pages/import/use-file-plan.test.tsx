// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ImportFile, TriedImportFile } from '../../../../shared/wire/import-files.ts'
import { createQueries } from '../../query-client.ts'
import { useFilePlan } from './use-file-plan.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const file: ImportFile = {
  ...{ id: '0123456789abcdef', name: 'deals.csv', bytes: 10, received: 10, by: 'Ana', at: 0 },
  ...{ state: 'here', progress: 0, check: null, result: null, import: null, isUndone: false, asked: null },
}

const triedWith = (columns: readonly string[], delimiter: string): TriedImportFile => ({
  ...{ trouble: null, advice: [], rows: [], refused: [], period: null, isCut: false, names: [], kept: null },
  columns: columns.map((name) => ({ name, values: ['1'], isFew: true })),
  counts: { rows: 1, facts: 1, refused: 0, passedOver: 0, repeated: 0 },
  people: { matched: 0, of: 0, unknown: [] },
  sheets: [],
  text: { encoding: 'utf-8', isGuess: false, delimiter },
})

function Plan() {
  const { plan, change } = useFilePlan(file, [], 'USD')
  return (
    <button type="button" onClick={() => change({ delimiter: ';', form: null })}>
      {plan.form === null ? 'unknown' : `id: ${plan.form.id}, rep: ${plan.form.rep}`}
    </button>
  )
}

test('[H51] a file that is to be read in another way has its columns recognised anew, by those that it has then', async () => {
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    const { rules } = JSON.parse(String(body))
    return Response.json(
      rules.delimiter === ';' ? triedWith(['Id', 'Owner'], ';') : triedWith(['Id;Owner'], ','),
    )
  })
  render(
    <QueryClientProvider client={createQueries()}>
      <Plan />
    </QueryClientProvider>,
  )
  const shown = () => screen.getByRole('button')
  await waitFor(() => expect(shown().textContent).toBe('id: , rep: '))
  fireEvent.click(shown())
  await waitFor(() => expect(shown().textContent).toBe('id: Id, rep: Owner'))
})
