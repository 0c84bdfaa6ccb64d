import { expect, test, vi } from 'vitest'
import { createReloader } from './reload.ts'

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

test('another build is fetched once, not over and over where the shell has its own', async () => {
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
