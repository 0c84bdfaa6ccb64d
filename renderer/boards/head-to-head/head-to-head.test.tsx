// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { HeadToHeadView } from '../../../shared/wire/boards/head-to-head-board.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { views } from './gallery-states.ts'
import { HeadToHead } from './head-to-head.tsx'

const knotsOf = (view: HeadToHeadView): number =>
  renderOnWall(<HeadToHead view={view} page={0} pages={1} />).container.querySelectorAll('.rope-knot').length

test('[B23] the rope has its knot once a line is judged: before that nobody is called level', () => {
  const [view] = views
  if (!view) throw new Error('no state')
  const unjudged = Object.entries(view.rows).map(([id, row]) => [id, { ...row, leads: null }])
  expect(knotsOf(view)).toBe(1)
  expect(knotsOf({ ...view, rows: Object.fromEntries(unjudged) })).toBe(0)
})
