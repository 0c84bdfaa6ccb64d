import { expect, test } from 'vitest'
import { createRecyclingJudge, type RecyclingReason } from './judge-recycling.ts'

const minute = 60_000
const hour = 60 * minute
const megabyte = 1e6

const open = () => {
  let now = 0
  let hourNow = 10
  const judge = createRecyclingJudge({
    running: () => now,
    hour: () => hourNow,
    ceilingBytes: 1000 * megabyte,
  })
  return {
    pass: (ms: number) => {
      now += ms
    },
    setHour: (next: number) => {
      hourNow = next
    },
    goFor: (reason: RecyclingReason) => {
      judge.recycled(reason)
      judge.loaded()
    },
    why: (megabytes: number, isAsleep = false) => judge.why({ memoryBytes: megabytes * megabyte, isAsleep }),
  }
}

test('[S195] a page goes when it reaches the ceiling, and not again within an hour', () => {
  const { goFor, pass, why } = open()
  expect(why(999)).toBeNull()
  expect([why(1000), why(1000)]).toEqual(['memory', 'memory'])
  goFor('memory')
  pass(59 * minute)
  expect(why(2000)).toBeNull()
  pass(minute)
  expect(why(2000)).toBe('memory')
})

test('[S195] a page goes when it has grown by 60 percent over what it took ten minutes after it was loaded', () => {
  const { goFor, pass, why } = open()
  pass(9 * minute)
  expect(why(100)).toBeNull()
  pass(minute)
  expect(why(300)).toBeNull()
  expect(why(479)).toBeNull()
  expect(why(480)).toBe('growth')
  goFor('growth')
  pass(2 * hour)
  expect(why(480)).toBeNull()
  expect(why(700)).toBeNull()
  expect(why(768)).toBe('growth')
})

test('[S195] a small page may grow as it likes', () => {
  const { pass, why } = open()
  pass(hour)
  expect(why(100)).toBeNull()
  expect(why(399)).toBeNull()
  expect(why(400)).toBe('growth')
})

test('[S196] every page goes once a night: at four, or while its TV sleeps', () => {
  const { goFor, pass, setHour, why } = open()
  pass(12 * hour - 1)
  expect(why(100, true)).toBeNull()
  pass(1)
  expect(why(100)).toBeNull()
  expect(why(100, true)).toBe('night')
  goFor('night')
  pass(12 * hour)
  setHour(4)
  expect(why(100)).toBe('night')
  goFor('night')
  pass(30 * minute)
  expect(why(100, true)).toBeNull()
})
