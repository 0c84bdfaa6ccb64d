// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { Accountability } from './accountability.tsx'
import { accountabilityAnswer } from './answer.ts'
import { views } from './gallery-states.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const sumsOf = (view: (typeof views)[number]): readonly (string | null)[] => {
  const { container } = renderOnWall(<Accountability view={view} page={0} pages={1} />)
  return [...container.querySelectorAll('.work-sum')].map(({ textContent }) => textContent)
}

test.each(views.filter((view) => accountabilityAnswer(view, format)?.alarm === undefined))(
  '[B252] the columns of $id add up to what it says in its largest letters',
  (view) => {
    const said = accountabilityAnswer(view, format)
    const sums = sumsOf(view).flatMap((text) => {
      const [, kept, judged] = /^(\d+)of (\d+)$/.exec(text ?? '') ?? []
      return kept === undefined ? [] : [{ kept: Number(kept), judged: Number(judged) }]
    })
    const all = (of: 'kept' | 'judged') => sums.reduce((sum, column) => sum + column[of], 0)
    if (said === null) expect(sums).toEqual([])
    else expect(`${said.word} ${said.rest}`).toContain(`${all('kept')} of ${all('judged')} goals`)
  },
)

test('[B252] a column of which nothing is judged says why', () => {
  const whyOf = (id: string) => sumsOf(views.find((view) => view.id === id) ?? views[0] ?? never())[0]
  expect(whyOf('accountability-not-due')).toBe('nothing due yet')
  expect(whyOf('accountability-unknown')).toBe('–')
  expect(whyOf('accountability-no-goals')).toBe('no goal set')
})

const never = (): never => {
  throw new Error('no state')
}
