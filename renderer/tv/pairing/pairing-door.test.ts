import { expect, test, vi } from 'vitest'
import { createStore } from '../../live/store.ts'
import { emptyWall, type Wall } from '../../live/wall.ts'
import { createPairingDoor } from './pairing-door.ts'
import type { Pairing, PairingRun } from './pairing-run.ts'

const run: PairingRun = { now: createStore<Pairing>({ state: 'asking' }), close: () => undefined }
const refused: Wall = {
  ...emptyWall,
  link: {
    state: 'gone',
    since: null,
    refused: null,
    pairing: { pairing: 'revoked', screen: 'Kitchen', by: 'Maya', at: 0 },
  },
}

test('[S193] a TV that is taken off the wall forgets what it kept, once, also where it shows nothing yet', () => {
  const wall = createStore<Wall>(emptyWall)
  const forget = vi.fn()
  const door = createPairingDoor({ wall, isNew: false, startRun: () => run, forget })
  expect(forget).not.toHaveBeenCalled()
  wall.set(() => refused)
  wall.set(() => ({ ...refused }))
  expect(forget).toHaveBeenCalledTimes(1)
  expect(door.get()?.refused).toMatchObject({ pairing: 'revoked', screen: 'Kitchen' })
})

test('[S233] a TV whose new token is taken back before it came in shows a code again', () => {
  const wall = createStore<Wall>(emptyWall)
  const runs: ReturnType<typeof createStore<Pairing>>[] = []
  const startRun = (): PairingRun => {
    const now = createStore<Pairing>({ state: 'asking' })
    runs.push(now)
    return { now, close: () => undefined }
  }
  const door = createPairingDoor({ wall, isNew: true, startRun, forget: () => undefined })
  runs[0]?.set(() => ({ state: 'paired', screen: 'kitchen' }))
  wall.set(() => emptyWall)
  expect(runs).toHaveLength(1)
  wall.set(() => refused)
  wall.set(() => ({ ...refused }))
  expect(runs).toHaveLength(2)
  expect(door.get()).toMatchObject({ run: { now: runs[1] }, refused: { pairing: 'revoked' } })
})
