import { describe, expect, test } from 'vitest'
import type { HandAnswer, HandEntry, HandShown } from '../../../shared/wire/by-hand.ts'
import { memoryShelf } from '../../live/page-shelf.ts'
import { withWaiting } from './by-hand.ts'
import { createHandQueue, type HandOp } from './hand-queue.ts'
import { newUuid } from './new-uuid.ts'
import { ApiFailure } from './request.ts'

const entry = (more: Partial<HandEntry> = {}): HandEntry => ({
  ...{ person: 'ana', what: 'call', at: 1000, outcome: null, account: null, amountMinor: null, version: 1 },
  ...{ helper: null, helperPercent: null },
  ...more,
})
const answer = { entries: [] } as unknown as HandAnswer
const cut = new ApiFailure(0, { code: 'unreachable', message: 'The feed does not answer.' })

/** A phone whose network is down while `down`, and a clock that the test turns. */
const phone = (shelf = memoryShelf(), account = 'a1') => {
  const network = { down: false, refuses: null as ApiFailure | null }
  const sent: HandOp[] = []
  const timers: (() => void)[] = []
  const queue = createHandQueue({
    shelf,
    account,
    send: async (op) => {
      if (network.down) throw cut
      if (network.refuses) throw network.refuses
      sent.push(op)
      return answer
    },
    taken: () => undefined,
    later: (run) => void timers.push(run),
  })
  const settled = () => new Promise<void>((done) => setImmediate(done))
  const tick = () => {
    for (const run of timers.splice(0)) run()
  }
  return { queue, network, sent, shelf, settled, tick }
}

describe('[H125] what is entered without a network', () => {
  test('waits on the phone, and is sent in its order once the feed answers', async () => {
    const { queue, network, sent, settled, tick } = phone()
    network.down = true
    const id = newUuid()
    queue.put(id, entry())
    queue.put(id, entry({ version: 2, account: 'Northwind' }))
    queue.withdraw(id, entry({ version: 2 }))
    await settled()
    expect(queue.state.get()).toMatchObject({ trouble: 'unreachable', waiting: [{}, {}, {}] })
    tick()
    await settled()
    expect(queue.state.get().waiting).toHaveLength(3)
    network.down = false
    tick()
    await settled()
    expect(sent.map((op) => [op.do, op.entry.version])).toEqual([
      ['put', 1],
      ['put', 2],
      ['withdraw', 3],
    ])
    expect(queue.state.get()).toEqual({ waiting: [], trouble: null, refused: [] })
  })

  test('outlives a reload, beside what another window and another person kept', async () => {
    const first = phone()
    first.network.down = true
    first.queue.put(newUuid(), entry({ account: 'one' }))
    await first.settled()
    const window = phone(first.shelf)
    window.network.down = true
    window.queue.put(newUuid(), entry({ account: 'two' }))
    await window.settled()
    const others = phone(first.shelf, 'a2')
    expect(others.queue.state.get().waiting).toEqual([])
    const reloaded = phone(first.shelf)
    reloaded.queue.resume()
    await reloaded.settled()
    expect(reloaded.sent.map((op) => op.entry.account)).toEqual(['one', 'two'])
    expect(first.shelf.length).toBe(0)
  })

  test('a feed that is busy is asked again, one that has signed somebody out waits for them', async () => {
    const { queue, network, sent, settled, tick } = phone()
    network.refuses = new ApiFailure(503, { code: 'log-unavailable', message: 'try again' })
    queue.put(newUuid(), entry())
    await settled()
    expect(queue.state.get().trouble).toBe('unreachable')
    network.refuses = new ApiFailure(401, { code: 'unauthorized', message: 'Sign in.' })
    tick()
    await settled()
    expect(queue.state.get().trouble).toBe('signed-out')
    network.refuses = null
    tick()
    await settled()
    expect(sent).toEqual([])
    queue.resume()
    await settled()
    expect(sent).toHaveLength(1)
  })

  test('what the feed refuses is told until it is seen, and keeps nothing else back', async () => {
    const { queue, network, sent, settled } = phone()
    network.refuses = new ApiFailure(400, { code: 'bad-body', message: 'That is in the future.' })
    queue.put(newUuid(), entry())
    await settled()
    network.refuses = null
    queue.put(newUuid(), entry())
    await settled()
    expect(sent).toHaveLength(1)
    const [refused] = queue.state.get().refused
    expect(refused?.failure.message).toBe('That is in the future.')
    queue.dismiss(refused?.op.key ?? '')
    expect(queue.state.get().refused).toEqual([])
  })
})

test('[H125] what waits stands on top of what the feed has, and only for whom it is', () => {
  const id = newUuid()
  const { person: _, ...rest } = entry()
  const known: HandShown = { ...rest, id, mayChange: true, mayWithdraw: true }
  const op = (more: Partial<HandOp> = {}) =>
    ({ key: newUuid(), nth: 1, do: 'put', id: newUuid(), entry: entry({ at: 2000 }), ...more }) as HandOp
  const shown = withWaiting([known], [op(), op({ entry: entry({ person: 'bo' }) })], 'ana')
  expect(shown.map(({ at, isWaiting }) => [at, isWaiting])).toEqual([
    [2000, true],
    [1000, false],
  ])
  expect(withWaiting([known], [op({ id, do: 'withdraw' })], 'ana')).toEqual([])
  expect(withWaiting([known], [op({ id, entry: entry({ account: 'new' }) })], 'ana')).toMatchObject([
    { account: 'new', isWaiting: true },
  ])
})
