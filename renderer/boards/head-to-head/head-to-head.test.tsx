// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { HeadToHeadView } from '../../../shared/wire/boards/head-to-head-board.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { headToHeadAnswer } from './answer.ts'
import { views } from './gallery-states.ts'
import { HeadToHead } from './head-to-head.tsx'

const knotsOf = (view: HeadToHeadView): number =>
  renderOnWall(<HeadToHead view={view} page={0} pages={1} />).container.querySelectorAll('.rope-knot').length

test('[B245][B248] it says who leads in its largest letters, and by how many lines to how many once', () => {
  const [view] = views
  if (!view) throw new Error('no state')
  const said = (part: Partial<HeadToHeadView>) => {
    const answer = headToHeadAnswer({ ...view, ...part }, createFormat({ locale: 'en-US', currency: 'USD' }))
    return answer && `${answer.word} ${answer.rest}`.trim()
  }
  const { left, right } = view
  expect(said({ left: { ...left, won: 3 }, right: { ...right, won: 1 } })).toBe(`${left.name} is in front`)
  expect(said({ left: { ...left, won: 1 }, right: { ...right, won: 3 } })).toBe(`${right.name} is in front`)
  expect(said({ left: { ...left, won: 2 }, right: { ...right, won: 2 } })).toBe('Neck and neck')
  const score = renderOnWall(<HeadToHead view={view} page={0} pages={1} />).container
  expect(score.querySelectorAll('.versus-figures')).toHaveLength(1)
  const unjudged = Object.entries(view.rows).map(([id, row]) => [id, { ...row, leads: null }])
  expect(said({ rows: Object.fromEntries(unjudged) })).toBeNull()
  const begun = Object.entries(view.rows).map(([id, row]) => [
    id,
    { ...row, leads: 'level', left: { ...row.left, value: 0 }, right: { ...row.right, value: 0 } },
  ])
  expect(
    said({ rows: Object.fromEntries(begun), left: { ...left, won: 0 }, right: { ...right, won: 0 } }),
  ).toBeNull()
})

test('[B23] the rope has its knot once a line is judged: before that nobody is called level', () => {
  const [view] = views
  if (!view) throw new Error('no state')
  const unjudged = Object.entries(view.rows).map(([id, row]) => [id, { ...row, leads: null }])
  expect(knotsOf(view)).toBe(1)
  expect(knotsOf({ ...view, rows: Object.fromEntries(unjudged) })).toBe(0)
})
