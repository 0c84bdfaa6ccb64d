// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { SceneNow } from '../../../shared/domain/screens/rotation.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import { renderOnWall } from '../../../test/renderer/render-on-wall.tsx'
import { stageOf } from '../../../test/renderer/stage.ts'
import { ordinaryOf } from '../../gallery/catalogue.ts'
import { createStore } from '../../live/store.ts'
import { emptyWall, type Link, withBoard, withBoardError, withStage } from '../../live/wall.ts'
import { Chrome } from './chrome.tsx'

const minuteMs = 60_000
/** 2:41 PM in New York. */
const now = Date.parse('2026-11-20T19:41:00Z')

const sceneOf = (board: string, more: Partial<SceneNow> = {}): SceneNow => ({
  playlist: 'day',
  held: false,
  board,
  page: 0,
  pages: 1,
  slot: 0,
  slots: 2,
  startedAt: now - 1000,
  endsAt: now + 19_000,
  nextChangeAt: now + 19_000,
  ...more,
})

const leaderboard: BoardView = { ...ordinaryOf('leaderboard'), changedAt: now - 3 * minuteMs }
const connected: Link = { state: 'connected' }

const chromeOf = (view: BoardView, link: Link = connected, more: Partial<SceneNow> = {}) => {
  const stage = stageOf([view.id])
  const wall = createStore(withBoard(withStage({ ...emptyWall, link }, stage), { version: 1, view }))
  return {
    wall,
    ...renderOnWall(<Chrome wall={wall} stage={stage} scene={sceneOf(view.id, more)} now={now} />),
  }
}

test('the clock is the screen’s own', () => {
  expect(chromeOf(leaderboard).queryByText('2:41 PM')).not.toBeNull()
})

test('the page is told where there are several', () => {
  expect(chromeOf(leaderboard).queryByText(/^page/)).toBeNull()
  expect(chromeOf(leaderboard, connected, { page: 1, pages: 3 }).queryByText('page 2 of 3')).not.toBeNull()
})

test('a page of a spotlight is a person, and is not told', () => {
  const { queryByText } = chromeOf(ordinaryOf('spotlight'), connected, { page: 1, pages: 3 })
  expect(queryByText(/^page/)).toBeNull()
})

describe('how old the numbers are', () => {
  test('while the feed speaks', () => {
    expect(chromeOf(leaderboard).queryByText('updated 3 min ago')).not.toBeNull()
    expect(chromeOf({ ...leaderboard, changedAt: null }).queryByText('no numbers yet')).not.toBeNull()
  })

  test('once it does not, as a status that a screen reader tells', () => {
    const { wall, getByRole, queryByRole } = chromeOf(leaderboard)
    expect(queryByRole('status')).toBeNull()
    act(() =>
      wall.set((before) => ({
        ...before,
        link: { state: 'gone', since: now - 10 * minuteMs, refused: null },
      })),
    )
    expect(getByRole('status').textContent).toContain('Numbers from 2:31 PM · 10 min ago')
  })

  test('when it was never heard, as of the last change', () => {
    const gone: Link = { state: 'gone', since: null, refused: null }
    expect(chromeOf(leaderboard, gone).getByRole('status').textContent).toContain('Numbers from 2:38 PM')
    expect(chromeOf({ ...leaderboard, changedAt: null }, gone).getByRole('status').textContent).toContain(
      'No word from the feed',
    )
  })

  test('on a calm board, only that they are stale', () => {
    const calm = ordinaryOf('calm')
    expect(chromeOf(calm).container.querySelector('.fresh')).toBeNull()
    expect(chromeOf(calm, { state: 'gone', since: now, refused: null }).queryByRole('status')).not.toBeNull()
  })
})

test('a board that is skipped is named', () => {
  const stage = stageOf([leaderboard.id, 'forecast'])
  const failed = { board: 'forecast', title: 'Forecast', error: 'a metric it needs is gone' }
  const wall = createStore(
    withBoardError(
      withBoard(withStage({ ...emptyWall, link: connected }, stage), { version: 1, view: leaderboard }),
      failed,
    ),
  )
  const scene = sceneOf(leaderboard.id)
  const { getByRole } = renderOnWall(<Chrome wall={wall} stage={stage} scene={scene} now={now} />)
  expect(getByRole('status').textContent).toBe('Skipping Forecast')
})

test('where the rotation is has one mark per scene, and is for eyes alone', () => {
  const { container } = chromeOf(leaderboard, connected, { slot: 1, slots: 3 })
  const marks = [...container.querySelectorAll('.progress-mark')]
  expect(marks.map((mark) => mark.hasAttribute('data-past'))).toEqual([true, false, false])
  expect(container.querySelector('.progress')?.getAttribute('aria-hidden')).toBe('true')
})

test('[S78] a hold takes the place of the rotation’s marks, until its time and while the feed is there', () => {
  const hold = {
    kind: 'hold' as const,
    holder: { id: 'dana', name: 'Dana' },
    board: leaderboard.id,
    page: null,
    since: now,
    until: now + minuteMs,
    huddle: null,
  }
  const held = (link: Link, at: number) => {
    const stage = { ...stageOf([leaderboard.id]), hold }
    const wall = createStore(
      withBoard(withStage({ ...emptyWall, link }, stage), { version: 1, view: leaderboard }),
    )
    const scene = sceneOf(leaderboard.id, { held: at < hold.until })
    const { container } = renderOnWall(<Chrome wall={wall} stage={stage} scene={scene} now={at} />)
    return ['.held', '.progress'].map((part) => container.querySelector(part) !== null)
  }
  expect(held(connected, now)).toEqual([true, false])
  expect(held(connected, now + minuteMs)).toEqual([false, true])
  expect(held({ state: 'gone', since: now, refused: null }, now)).toEqual([false, false])
})
