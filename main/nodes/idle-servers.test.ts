import { afterEach, expect, test } from 'vitest'
import type { RestingServer } from '../feed/when-asked.ts'
import { type IdleServers, openIdleServers } from './idle-servers.ts'

let idle: IdleServers | null = null
afterEach(() => {
  idle?.close()
  idle = null
})

const minute = 60_000
const open = () => {
  const clock = { ms: 0 }
  const servers = openIdleServers({ now: () => clock.ms })
  idle = servers
  const rested: string[] = []
  const serverOf = (name: string, since: number | null) => {
    const state = { since, onRest: (): void => undefined }
    const server: RestingServer = {
      idleSince: () => state.since,
      rest: async () => {
        rested.push(name)
        state.since = null
        state.onRest()
      },
    }
    return { state, forget: servers.add(server) }
  }
  return { clock, servers, rested, serverOf }
}

test('[Q107] one that nobody has used for five minutes rests, and no sooner; one in use does not', async () => {
  const { clock, servers, rested, serverOf } = open()
  serverOf('early', 0)
  serverOf('late', 1000)
  serverOf('busy', null)
  clock.ms = 5 * minute - 1
  await servers.look()
  expect(rested).toEqual([])
  clock.ms = 5 * minute
  await servers.look()
  expect(rested).toEqual(['early'])
  clock.ms = 5 * minute + 1000
  await servers.look()
  expect(rested).toEqual(['early', 'late'])
})

test('[Q107] of more than two hundred those rest at once that were used longest ago', async () => {
  const { clock, servers, rested, serverOf } = open()
  serverOf('busy', null)
  for (let nth = 0; nth < 203; nth += 1) serverOf(`floor ${nth}`, 100 - (nth % 100) + (nth < 3 ? -1000 : 0))
  clock.ms = 200
  await servers.look()
  expect(rested.toSorted()).toEqual(['floor 0', 'floor 1', 'floor 2'])
})

test('[Q108] one that was used again while others closed stays', async () => {
  const { clock, servers, rested, serverOf } = open()
  const first = serverOf('first', 1)
  const second = serverOf('second', 0)
  first.state.onRest = () => {
    second.state.since = 5 * minute
  }
  clock.ms = 5 * minute + 1
  await servers.look()
  expect(rested).toEqual(['first'])
})

test('one that was taken away is left alone', async () => {
  const { clock, servers, rested, serverOf } = open()
  serverOf('gone', 0).forget()
  clock.ms = 10 * minute
  await servers.look()
  expect(rested).toEqual([])
})
