// @vitest-environment happy-dom
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderOnWall } from '../../test/renderer/render-on-wall.tsx'
import { createGold, type Gold, GoldProvider, GoldSubject } from './gold.ts'
import { useCrossed } from './use-crossed.ts'

type Standing = Parameters<typeof useCrossed>[1]['standing']
const short: Standing = { value: 90, goal: 100, pace: 50, state: 'on pace' }
const over: Standing = { value: 104, goal: 100, pace: 50, state: 'reached' }

interface RowProps {
  readonly standing: Standing
  readonly isQuiet?: boolean
}

const Row = ({ standing, isQuiet = false }: RowProps) => {
  const row = useRef<HTMLDivElement>(null)
  useCrossed(row, { id: 'ana', standing, afterMs: 300, isQuiet })
  return <div ref={row} data-testid="row" />
}

/** A wall of its own, and when on it a crossing was heard. */
const onWall = (surroundings: Parameters<typeof renderOnWall>[1] = {}) => {
  const heard: number[] = []
  const gold = createGold((afterMs) => void heard.push(afterMs))
  return { heard, gold, surroundings }
}

const put = ({ gold, surroundings }: ReturnType<typeof onWall>, first: RowProps, subject = 'won, Q4') => {
  const drawn = (props: RowProps, of: Gold = gold) => (
    <GoldProvider value={of}>
      <GoldSubject value={subject}>
        <Row {...props} />
      </GoldSubject>
    </GoldProvider>
  )
  const { rerender, getByTestId, unmount } = renderOnWall(drawn(first), surroundings)
  return {
    becomes: (props: RowProps) => rerender(drawn(props)),
    isLit: () => 'crossed' in getByTestId('row').dataset,
    unmount,
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[S235][B230] who passes their goal before anything is due is lit as well; whom nothing was known of is not', () => {
  const row = put(onWall(), { standing: { ...short, pace: 0, state: null } })
  row.becomes({ standing: { ...over, pace: 0 } })
  expect(row.isLit()).toBe(true)
  const unjudged = put(onWall(), { standing: { ...short, pace: null, state: null } })
  unjudged.becomes({ standing: over })
  expect(unjudged.isLit()).toBe(false)
})

test('[S235] who passes their goal is lit until their light is out, and heard', () => {
  const wall = onWall()
  const row = put(wall, { standing: short })
  expect(row.isLit()).toBe(false)
  row.becomes({ standing: over })
  expect(row.isLit()).toBe(true)
  expect(wall.heard).toEqual([300])
  vi.advanceTimersByTime(2299)
  expect(row.isLit()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(row.isLit()).toBe(false)
})

test('[S236] what comes on with its goal reached, or falls back by a correction, is neither lit nor heard', () => {
  const wall = onWall()
  const row = put(wall, { standing: over })
  expect(row.isLit()).toBe(false)
  row.becomes({ standing: short })
  expect(row.isLit()).toBe(false)
  expect(wall.heard).toEqual([])
})

test('[S236] a crossing that a correction took back is not shown again when it comes again', () => {
  const wall = onWall()
  const row = put(wall, { standing: short })
  row.becomes({ standing: over })
  vi.advanceTimersByTime(5000)
  row.becomes({ standing: short })
  row.becomes({ standing: { ...over, value: 108 } })
  expect(row.isLit()).toBe(false)
  expect(wall.heard).toHaveLength(1)
})

test('[S236] the same crossing on another board, or on the same one when its page comes on again, is not shown again', () => {
  const wall = onWall()
  put(wall, { standing: short }).becomes({ standing: over })
  const again = put(wall, { standing: short })
  again.becomes({ standing: over })
  expect(again.isLit()).toBe(false)
  expect(wall.heard).toHaveLength(1)
})

test('[S236] another goal, and the next window, are other crossings', () => {
  const wall = onWall()
  const row = put(wall, { standing: short })
  row.becomes({ standing: over })
  row.becomes({ standing: { value: 104, goal: 120, pace: 0.5, state: 'on pace' } })
  row.becomes({ standing: { value: 121, goal: 120, pace: 0.5, state: 'reached' } })
  expect(wall.heard).toHaveLength(2)
  const next = put(wall, { standing: short }, 'won, Q1')
  next.becomes({ standing: over })
  expect(next.isLit()).toBe(true)
})

test('[S236] a goal that is lowered to what is there, or set, or judged for the first time, was not passed', () => {
  const wall = onWall()
  const row = put(wall, { standing: short })
  row.becomes({ standing: { ...short, goal: 80, pace: 0.5, state: 'reached' } })
  expect(row.isLit()).toBe(false)
  const first = put(wall, { standing: { value: 90, goal: 100, pace: 0.5, state: null } })
  first.becomes({ standing: over })
  expect(first.isLit()).toBe(false)
  expect(wall.heard).toEqual([])
})

test('[S237] on a calm screen, and of who does not want the stage, nothing is lit or heard', () => {
  const calm = onWall({ calm: true })
  const still = put(calm, { standing: short })
  still.becomes({ standing: over })
  expect(still.isLit()).toBe(false)
  const wall = onWall()
  const shy = put(wall, { standing: short, isQuiet: true })
  shy.becomes({ standing: over, isQuiet: true })
  expect(shy.isLit()).toBe(false)
  expect([...calm.heard, ...wall.heard]).toEqual([])
})
