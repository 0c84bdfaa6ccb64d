import { expect, test } from 'vitest'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { isOff } from './playlist-uses.ts'

const status = (id: string, state: ScreenStatus['state']): ScreenStatus => ({
  id,
  state,
  since: null,
  lastSeen: null,
  tvs: [],
  playlist: null,
  because: '',
  board: null,
  next: null,
  hold: null,
  paired: null,
})

test('[S142] a screen is off while no TV of it is there, whether or not one ever was', () => {
  const statuses = (['live', 'held', 'calm', 'asleep', 'off', 'never'] as const).map((state) =>
    status(state, state),
  )
  const off = statuses.filter(({ id }) => isOff(statuses, id))
  expect(off.map(({ id }) => id)).toEqual(['off', 'never'])
  expect(isOff(statuses, 'unknown')).toBe(true)
})
