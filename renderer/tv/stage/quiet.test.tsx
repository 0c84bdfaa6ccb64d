// @vitest-environment happy-dom
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { stageOf } from '../../../test/renderer/stage.ts'
import { createStore } from '../../live/store.ts'
import { emptyWall, type Wall } from '../../live/wall.ts'
import { Quiet } from './quiet.tsx'

const stage = stageOf([], {
  playlists: { day: [{ board: 'revenue', seconds: 20 }], review: [], empty: [] },
  withheld: ['review'],
})
const said = (wall: Partial<Wall>, playlist: string | null): string | null => {
  const element = document.createElement('div')
  const store = createStore({ ...emptyWall, ...wall })
  const quiet = <Quiet wall={store} playlist={playlist} now={0} feedUrl="http://127.0.0.1:4400" />
  flushSync(() => createRoot(element).render(quiet))
  return element.textContent
}

test('[S143] a preview of what is not for its viewer says that it is not, and not where it would stand', () => {
  const unseen = stageOf([], { playlists: { preview: [] }, withheld: ['preview'] })
  expect(said({ stage: unseen, link: { state: 'connected' } }, 'preview')).toContain('Not for you to see')
})

test('[S2] while nothing on the playlist is for the floor the wall says so, and nothing of what is', () => {
  const link = { state: 'connected' } as const
  expect(said({ stage, link }, 'review')).toContain('Nothing on this playlist is for the floor')
  expect(said({ stage, link }, 'day')).toContain('on their way')
  expect(said({ stage, link }, 'empty')).not.toContain('is for the floor')
})
