import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

/** `now`: a turn of a slow machine takes longer than a group waits, so that most tests hold the clock. */
const open = (maxRows = 100, now: () => number = () => 0) => {
  const commits: (readonly number[])[] = []
  const queue = createGroupCommit<number>({
    maxRows,
    rowsOf: (job) => job,
    now,
    commit: (jobs, done) => {
      commits.push(jobs)
      done()
    },
  })
  return { commits, queue }
}
/** Turns of the event loop until everything is committed. */
const settle = async (commits: readonly (readonly number[])[], jobs: number): Promise<number> => {
  let turns = 0
  for (; commits.flat().length < jobs; turns += 1) await nextTurn()
  return turns
}

describe('a group', () => {
  test('of one, after another that was alone, waits for nobody', async () => {
    const { commits, queue } = open()
    queue.add(1)
    expect(await settle(commits, 1)).toBe(1)
    queue.add(2)
    expect(await settle(commits, 2)).toBe(1)
    expect(commits).toEqual([[1], [2]])
  })

  test('takes in what the next turns bring', async () => {
    const { commits, queue } = open()
    queue.add(1)
    queue.add(2)
    await nextTurn()
    queue.add(3)
    await settle(commits, 3)
    expect(commits).toEqual([[1, 2, 3]])
  })

  test('is committed although writers never pause', async () => {
    const { commits, queue } = open(1_000_000, () => performance.now())
    const startedAt = performance.now()
    while (commits.length === 0 && performance.now() - startedAt < 1000) {
      queue.add(1)
      queue.add(1)
      await nextTurn()
    }
    expect(commits.length).toBe(1)
  })

  test('that is full takes no more; the rest follows in order', async () => {
    const { commits, queue } = open(5)
    for (const job of [3, 2, 4, 9, 1]) queue.add(job)
    await settle(commits, 5)
    expect(commits).toEqual([[3, 2], [4], [9], [1]])
  })

  test('is committed at once when asked to drain', () => {
    const { commits, queue } = open(5)
    for (const job of [3, 2, 4]) queue.add(job)
    queue.drain()
    expect(commits).toEqual([[3, 2], [4]])
  })

  test('waits while another is on its way, takes in what comes meanwhile, and follows it', async () => {
    const commits: (readonly number[])[] = []
    let end = (): void => undefined
    const queue = createGroupCommit<number>({
      maxRows: 100,
      rowsOf: (job) => job,
      commit: (jobs, done) => {
        commits.push(jobs)
        end = done
      },
    })
    queue.add(1)
    await settle(commits, 1)
    queue.add(2)
    for (let turn = 0; turn < 5; turn += 1) await nextTurn()
    queue.add(3)
    expect(commits).toEqual([[1]])
    end()
    await settle(commits, 3)
    expect(commits).toEqual([[1], [2, 3]])
  })
})
