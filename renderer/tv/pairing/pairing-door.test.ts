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
