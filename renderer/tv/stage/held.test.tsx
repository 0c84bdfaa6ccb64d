// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { Hold } from '../../../shared/wire/control.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import type { Surroundings } from '../../ui/surroundings.tsx'
import { Held } from './held.tsx'

const minute = 60_000
const now = Date.parse('2026-11-20T19:41:00Z')
const hold: Hold = {
  kind: 'hold',
  holder: { id: 'dana', name: '<b>Dana</b>' },
  board: 'b',
  page: null,
  since: now,
  until: now + 6 * minute,
  huddle: null,
}

const heldOf = (more: Partial<Hold> = {}, surroundings: Partial<Surroundings> = {}) =>
  renderOnWall(<Held hold={{ ...hold, ...more }} now={now} time={() => '3:41 PM'} />, surroundings).container

test('[S78] who holds the wall and for how long, as text and nothing else', () => {
  expect(heldOf().textContent).toBe('<b>Dana</b> holds the wall6 min left')
  expect(heldOf({ until: now + 6 * minute + 900 }).textContent).toContain('6 min left')
  expect(heldOf({ until: now + 500 }).textContent).toContain('1 min left')
  expect(heldOf({ until: now + 60 * minute }).textContent).toContain('60 min left')
  expect(heldOf({ until: now + 61 * minute }).textContent).toContain('until 3:41 PM')
})

test('[S78] it is said in the floor’s language', () => {
  const format = createFormat({ locale: 'de-DE', currency: 'EUR' })
  expect(heldOf({}, { format }).textContent).toBe('<b>Dana</b> hält die Wandnoch 6 Min.')
})

test('[S78] a huddle has a mark for each board: those discussed, and the one that is on', () => {
  const boards = ['a', 'b', 'c'].map((board) => ({ board, discussed: board === 'a', spentMs: 0 }))
  const container = heldOf({ kind: 'huddle', huddle: { title: 'Monday review', boards } })
  expect(container.textContent).toBe('Monday review2 of 3<b>Dana</b>6 min left')
  const marks = [...container.querySelectorAll('.held-mark')]
  expect(marks.map((mark) => [mark.hasAttribute('data-discussed'), mark.hasAttribute('data-on')])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
  expect(container.querySelector('.held-marks')?.getAttribute('aria-hidden')).toBe('true')
})
