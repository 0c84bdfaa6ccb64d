import { expect, test } from 'vitest'
import { createStore } from '../../live/store.ts'
import { sayBetweenScenes } from './between-scenes.ts'

const open = () => {
  const look = createStore<{ scene: { startedAt: number; endsAt: number } | null }>({ scene: null })
  let isFree = true
  let said = 0
  const between = sayBetweenScenes({
    look,
    isFree: () => isFree,
    say: () => {
      said += 1
    },
  })
  return {
    between,
    show: (startedAt: number, endsAt: number) => look.set(() => ({ scene: { startedAt, endsAt } })),
    free: (now: boolean) => {
      isFree = now
    },
    said: () => said,
  }
}

test('[S197] a page says that it may go when another scene begins, and not while a page of one turns', () => {
  const { show, said } = open()
  show(0, 20)
  show(0, 20)
  expect(said()).toBe(1)
  show(20, 40)
  expect(said()).toBe(2)
})

test('[S197] never while somebody holds the wall or something is celebrated', () => {
  const { between, show, free, said } = open()
  free(false)
  show(0, 20)
  show(20, Number.POSITIVE_INFINITY)
  between.everyMinute()
  expect(said()).toBe(0)
})

test('[S197] where no scene has an end, any minute will do', () => {
  const { between, show, said } = open()
  between.everyMinute()
  expect(said()).toBe(1)
  show(0, 20)
  between.everyMinute()
  expect(said()).toBe(2)
  show(20, Number.POSITIVE_INFINITY)
  between.everyMinute()
  expect(said()).toBe(4)
})
