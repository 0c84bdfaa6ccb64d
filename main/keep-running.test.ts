import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepRunning } from './keep-running.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const stays = 'setInterval(() => undefined, 1000); console.log("here")'

const open = (lines: () => string) => {
  const children: ReturnType<typeof spawn>[] = []
  const kept = keepRunning(() => {
    const child = spawn(process.execPath, ['-e', lines()], { stdio: ['ignore', 'pipe', 'ignore'] })
    children.push(child)
    return child
  })
  return { kept, children }
}

test('[S212] a wall that is killed is started again, each time after a longer pause', async () => {
  const { kept, children } = open(() => stays)
  for (const [index, seconds] of [2, 4, 8, 16].entries()) {
    const child = children[index]
    if (child === undefined) throw new Error(`there is no start ${index}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    vi.advanceTimersByTime(seconds * 1000 - 1)
    expect(children).toHaveLength(index + 1)
    vi.advanceTimersByTime(1)
    expect(children).toHaveLength(index + 2)
  }
  const last = children.at(-1)
  kept.stop()
  if (last) await once(last, 'exit')
  await kept.ended
})

test.each([0, 2])('[S212] what it ends with for good is %d', async (code) => {
  const { kept, children } = open(() => `process.exit(${code})`)
  expect(await kept.ended).toBe(code)
  vi.advanceTimersByTime(100_000)
  expect(children).toHaveLength(1)
})

test('[S212] a program that cannot be started is tried again', async () => {
  let tries = 0
  const kept = keepRunning(() => {
    tries += 1
    return spawn('/nowhere/floorboard-tv')
  })
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  vi.advanceTimersByTime(2_000)
  expect(tries).toBe(2)
  kept.stop()
  await kept.ended
})
