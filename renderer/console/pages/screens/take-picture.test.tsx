// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen as page, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Screen } from '../../../../shared/wire/floor.ts'
import { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { eventually } from '../../../../test/eventually.ts'
import { createQueries } from '../../query-client.ts'
import { Words } from '../../words/words.tsx'
import { TakePicture } from './take-picture.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const tv = (shell: 'browser' | 'kiosk') => ({
  since: 0,
  health: { shell, build: 'b', scene: null, width: 1920, height: 1080, clockOffsetMs: 0, skipped: 0 },
})

const shown = (shell: 'browser' | 'kiosk', answer: object): void => {
  vi.stubGlobal('fetch', async () => Response.json(answer))
  const status = ScreenStatus.parse({
    id: 'wall',
    state: 'live',
    since: 0,
    lastSeen: 0,
    playlist: 'day',
    because: '',
    board: null,
    next: null,
    hold: null,
    paired: null,
    tvs: [tv(shell)],
  })
  render(
    <QueryClientProvider client={createQueries()}>
      <Words locale="en-US" timeZone="UTC">
        <TakePicture known={{ screen: Screen.parse({ id: 'wall', name: 'Kitchen' }), status }} />
      </Words>
    </QueryClientProvider>,
  )
  fireEvent.click(page.getByRole('button', { name: 'Take a picture' }))
}

test('a picture that came is shown', async () => {
  shown('kiosk', { reached: 1, screenshot: 'p-1' })
  expect((await page.findByRole('img')).getAttribute('src')).toBe('/api/v1/screenshots/p-1')
  expect(page.getByText(/Taken at/)).toBeTruthy()
})

test('where none came it is said, and of a browser why', async () => {
  shown('browser', { reached: 0 })
  await eventually(() => expect(document.body.textContent).toContain('not every browser can draw'))
  cleanup()
  shown('kiosk', { reached: 0 })
  await eventually(() => expect(document.body.textContent).toContain('No picture came from Kitchen in time'))
})
