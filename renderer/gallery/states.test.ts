import { expect, test } from 'vitest'
import { BoardView } from '../../shared/wire/view.ts'
import { kinds, ordinaryOf } from './catalogue.ts'

const files = import.meta.glob<readonly BoardView[]>('../boards/*/gallery-states.ts', {
  eager: true,
  import: 'views',
})

test.each(kinds)('a %s board has its states in its own folder, the ordinary one first', (kind) => {
  const views = files[`../boards/${kind}/gallery-states.ts`] ?? []
  expect(views.map((view) => view.kind)).toEqual(views.map(() => kind))
  expect(ordinaryOf(kind)).toBe(views[0])
})

test('every state is a view that a TV takes', () => {
  for (const view of Object.values(files).flat())
    expect(BoardView.safeParse(view).error, view.id).toBeUndefined()
})
