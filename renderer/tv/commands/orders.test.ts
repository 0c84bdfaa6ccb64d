import { beforeEach, expect, test } from 'vitest'
import { memoryShelf, type Shelf } from '../../live/page-shelf.ts'
import { awake } from './keep-times.ts'
import { createOrders } from './orders.ts'

let session: Shelf
beforeEach(() => {
  session = memoryShelf()
})
const open = () =>
  createOrders({
    session,
    reload: () => undefined,
    playTone: async () => 'ready',
    sendPicture: async () => undefined,
    onError: (error) => {
      throw error
    },
  })
type Opened = ReturnType<typeof open>
const tell = ({ take }: Opened, command: 'sleep' | 'wake') => take({ command, id: '1' })
const isAsleep = ({ now }: Opened) => now.get().isAsleep
const night = { wakesAt: 700, light: 1 }

test('a TV that was told to sleep sleeps until it is woken, over a reload too, and through the end of its hours', () => {
  tell(open(), 'sleep')
  const orders = open()
  orders.setTimes(night)
  expect(orders.now.get()).toMatchObject({ isAsleep: true, wakesAt: null })
  orders.setTimes(awake)
  expect(isAsleep(orders)).toBe(true)
  tell(orders, 'wake')
  expect(isAsleep(orders)).toBe(false)
  expect(isAsleep(open())).toBe(false)
})

test('[S207] it sleeps at its hours, and says when it wakes', () => {
  const orders = open()
  orders.setTimes(night)
  expect(orders.now.get()).toMatchObject({ isAsleep: true, wakesAt: 700 })
  orders.setTimes(awake)
  expect(orders.now.get()).toMatchObject({ isAsleep: false, wakesAt: null })
})

test('[S207] woken before its time it is awake until that sleep ends, over a reload too; the next one comes', () => {
  const first = open()
  first.setTimes(night)
  tell(first, 'wake')
  expect(isAsleep(first)).toBe(false)
  const orders = open()
  orders.setTimes(night)
  expect(isAsleep(orders)).toBe(false)
  orders.setTimes(awake)
  orders.setTimes({ wakesAt: 1700, light: 1 })
  expect(isAsleep(orders)).toBe(true)
})

test('[S207] told to sleep again after it was woken, it sleeps', () => {
  const orders = open()
  orders.setTimes(night)
  tell(orders, 'wake')
  tell(orders, 'sleep')
  expect(isAsleep(orders)).toBe(true)
})

test('[S209] it is less bright at its times', () => {
  const orders = open()
  orders.setTimes({ wakesAt: null, light: 0.6 })
  expect(orders.now.get()).toMatchObject({ isAsleep: false, light: 0.6 })
})
