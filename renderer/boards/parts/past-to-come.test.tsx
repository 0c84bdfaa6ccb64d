// @vitest-environment happy-dom
// While a source still sends its past, a wall shows no number that is made of a part of it.
import { expect, test } from 'vitest'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { kinds, ordinaryOf } from '../../gallery/catalogue.ts'
import { Scene } from '../../tv/stage/scene.tsx'

/** Words of people alone. */
const wordsOnly = ['announcement', 'from-the-top', 'thanks']

test.each(kinds.filter((kind) => !wordsOnly.includes(kind)))(
  '[G13] a %s board says that it loads, and shows no number of it',
  (kind) => {
    const view = { ...ordinaryOf(kind), awaits: 'history' as const }
    const { container } = renderOnWall(<Scene view={view} page={0} pages={1} now={0} />)
    if (kind === 'calm') {
      expect(container.querySelector('.calm-time')).not.toBeNull()
      expect(container.querySelector('.calm-lines')).toBeNull()
      return
    }
    expect(container.querySelector('.board-body')?.textContent).toBe(
      'Loading past numbersThe board appears by itself as soon as all of them are here.',
    )
    expect(container.querySelector('.board-foot')?.textContent).toBe('')
  },
)
