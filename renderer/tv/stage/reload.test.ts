import { expect, test, vi } from 'vitest'
import { protocolVersion } from '../../../shared/wire/socket.ts'
import { stageOf } from '../../../test/renderer/stage.ts'
import { createStore } from '../../live/store.ts'
import { emptyWall, type Link, type Wall } from '../../live/wall.ts'
import { createReloader, reloadWhenDue } from './reload.ts'

const set = (answers: boolean) => {
  const kept = new Map<string, string>()
  const reload = vi.fn()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  return {
    reload,
    to: createReloader({ ownBuild: 'own', storage, serverAnswers: async () => answers, reload }),
  }
}

test('the same build is no reason to reload', async () => {
  const { reload, to } = set(true)
  await to('own')
  expect(reload).not.toHaveBeenCalled()
})

test('another build is fetched once, not over and over where the server still has the old one', async () => {
  const { reload, to } = set(true)
  await to('next')
  await to('next')
  expect(reload).toHaveBeenCalledOnce()
  await to('the one after')
  expect(reload).toHaveBeenCalledTimes(2)
})

test('while the server does not answer the wall stays as it is', async () => {
  const { reload, to } = set(false)
  await to('next')
  expect(reload).not.toHaveBeenCalled()
})

test('one reload is asked for at a time', async () => {
  const { reload, to } = set(true)
  await Promise.all([to('next'), to('next')])
  expect(reload).toHaveBeenCalledOnce()
})

const stageOfBuild = (build: string) => stageOf([], { build })
const connected: Link = { state: 'connected' }

const due = (parts: Partial<Wall>, board: string | null) => {
  const wall = createStore<Wall>({ ...emptyWall, ...parts })
  const look = createStore({ scene: { board } })
  const asked: string[] = []
  reloadWhenDue({ wall, look, reloadTo: async (build) => void asked.push(build) })
  return {
    asked,
    tell: (change: Partial<Wall>) => wall.set((before) => ({ ...before, ...change })),
    turnTo: (next: string | null) => look.set(() => ({ scene: { board: next } })),
  }
}

test('another build is moved to between two scenes, and interrupts none', () => {
  const { asked, tell, turnTo } = due({ stage: stageOfBuild('own'), link: connected }, 'revenue')
  tell({ stage: stageOfBuild('next') })
  turnTo('revenue')
  expect(asked).toEqual([])
  turnTo('teams')
  expect(asked).toEqual(['next'])
})

test('where no board is on there is nothing to interrupt', () => {
  const { asked, tell } = due({ link: connected }, null)
  tell({ stage: stageOfBuild('next') })
  expect(asked).toEqual(['next'])
})

test('numbers that change are no reason to ask again', () => {
  const { asked, tell } = due({ stage: stageOfBuild('next'), link: connected }, null)
  tell({ boards: new Map() })
  expect(asked).toEqual([])
})

test('a feed that cannot be read is a reason at once, and a feed that is gone is none', () => {
  const { asked, tell, turnTo } = due({ stage: stageOfBuild('own'), link: connected }, 'revenue')
  tell({ link: { state: 'gone', since: 0, refused: null } })
  turnTo('teams')
  tell({ link: { state: 'unreadable', feed: null } })
  expect(asked).toEqual([])
  tell({ link: { state: 'unreadable', feed: { protocol: protocolVersion + 1, build: 'next' } } })
  expect(asked).toEqual(['next'])
})
