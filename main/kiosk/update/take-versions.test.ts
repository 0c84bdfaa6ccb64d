import { expect, test } from 'vitest'
import type { UpdateTurn, WentBack } from '../../../shared/wire/updates.ts'
import { createTakeVersions } from './take-versions.ts'

/** A wall with a feed and a channel; `done` is all that it did. */
const open = (given: { wentBack?: WentBack } = {}) => {
  const done: string[] = []
  const now: {
    take: UpdateTurn['take'] | null
    channel: string | null
    isNight: boolean
    fails: string | null
  } = {
    take: 'no',
    channel: '0.2.0',
    isNight: false,
    fails: null,
  }
  const doing = async (what: string) => {
    done.push(what)
    if (now.fails !== null && what.startsWith(now.fails)) throw new Error('the disk is full')
  }
  const wall = createTakeVersions({
    report: async ({ found, begins }) => {
      done.push(`report ${found ?? '-'}${begins ? ' begins' : ''}`)
      return now.take
    },
    look: async () => {
      await doing('look')
      return now.channel
    },
    fetch: (version) => doing(`fetch ${version}`),
    start: (version) => doing(`start ${version}`),
    wentBack: () => given.wentBack ?? null,
    isAsleep: () => false,
    night: {
      isTime: () => now.isNight,
      looked: () => {
        now.isNight = false
      },
    },
    journal: { info: () => undefined, warn: (what) => done.push(what) },
  })
  const did = () => done.splice(0)
  return { now, wall, did }
}

test('[S217] by day a wall says what it runs, and looks for nothing', async () => {
  const { now, wall, did } = open()
  now.take = 'tonight'
  await wall.tick()
  await wall.mayGo()
  expect(did()).toEqual(['report -'])
})

test('[S217] at night it looks, asks for its turn, fetches, and starts the new version when nobody misses it', async () => {
  const { now, wall, did } = open()
  now.take = 'tonight'
  now.isNight = true
  await wall.tick()
  expect(did()).toEqual(['report -', 'look', 'report 0.2.0 begins', 'fetch 0.2.0'])
  await wall.tick()
  expect(did()).toEqual(['report 0.2.0'])
  await wall.mayGo()
  expect(did()).toEqual(['report 0.2.0 begins', 'start 0.2.0'])
})

test('[S214] where it is not its turn it fetches nothing, and looks in the next night again', async () => {
  const { now, wall, did } = open()
  now.isNight = true
  await wall.tick()
  expect(did()).toEqual(['report -', 'look', 'report 0.2.0 begins'])
  await wall.tick()
  expect(did()).toEqual(['report 0.2.0'])
})

test('[S214] told that all may take it, it does not wait for the night', async () => {
  const { now, wall, did } = open()
  now.take = 'now'
  await wall.tick()
  await wall.mayGo()
  expect(did().slice(-2)).toEqual(['report 0.2.0 begins', 'start 0.2.0'])
})

test('[S215] what another screen has left meanwhile is not started', async () => {
  const { now, wall, did } = open()
  now.take = 'now'
  await wall.tick()
  now.take = 'no'
  await wall.mayGo()
  expect(did().at(-1)).toBe('report 0.2.0 begins')
})

test('[S215] a wall never takes what it left itself, whatever a feed says that has forgotten it', async () => {
  const { now, wall, did } = open({ wentBack: { version: '0.2.0', at: 1, why: 'ended' } })
  now.take = 'now'
  await wall.tick()
  expect(did()).toEqual(['report -', 'look'])
})

test.each(['look', 'fetch'])(
  '[S218] where it cannot %s, the version that runs goes on, and the next night tries again',
  async (what) => {
    const { now, wall, did } = open()
    now.take = 'tonight'
    now.isNight = true
    now.fails = what
    await wall.tick()
    await wall.mayGo()
    expect(did().at(-1)).toBe('no new version could be taken')
    await wall.tick()
    expect(did()).toHaveLength(1)
    now.fails = null
    now.isNight = true
    await wall.tick()
    await wall.mayGo()
    expect(did().at(-1)).toBe('start 0.2.0')
  },
)

test('[S218] a feed that does not answer starts nothing, and forgets nothing that is ready', async () => {
  const { now, wall, did } = open()
  now.take = 'now'
  await wall.tick()
  now.take = null
  await wall.mayGo()
  now.take = 'tonight'
  await wall.mayGo()
  expect(did().at(-1)).toBe('start 0.2.0')
})
