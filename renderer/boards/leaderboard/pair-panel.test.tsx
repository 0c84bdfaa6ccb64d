// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { views } from './gallery-states.ts'
import { Leaderboard } from './leaderboard.tsx'

const panelOf = (change: (view: (typeof views)[number]) => (typeof views)[number]): string => {
  const view = views.find(({ id }) => id === 'leaderboard')
  if (!view) throw new Error('no state')
  const { container } = renderOnWall(<Leaderboard view={change(view)} page={0} pages={1} />)
  return container.querySelector('.pair')?.textContent ?? ''
}

test('[B247] the panel counts who is at goal only where the headline counts nobody', () => {
  expect(panelOf((view) => view)).not.toContain('at goal')
  const nobodyOver = panelOf((view) => ({
    ...view,
    rows: Object.fromEntries(
      Object.entries(view.rows).map(([id, row]) => [id, { ...row, state: 'on pace' as const }]),
    ),
  }))
  expect(nobodyOver).toContain('3 of 8 at goal')
  expect(panelOf((view) => ({ ...view, rankBy: 'improvement' }))).toContain('3 of 8 at goal')
})
