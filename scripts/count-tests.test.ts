import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const answerOf = (call: string): unknown => {
  const module = new URL('count-tests.mjs', import.meta.url).href
  const script = `import('${module}').then((m) => console.log(JSON.stringify(m.${call})))`
  const { stdout } = spawnSync(process.execPath, ['-e', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}
const count = (report: object | null, status: number): unknown => {
  const text = report === null ? 'null' : JSON.stringify(JSON.stringify(report))
  return answerOf(`countTests(${text}, ${status})`)
}
const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }

test('passed, failed and skipped tests are counted as such', () => {
  expect(count(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a file that breaks before its first test counts as a failure', () => {
  const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(count(broken, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 })
})

test('a failed test is not counted again for its file', () => {
  const failed = {
    ...report,
    numFailedTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  }
  expect(count(failed, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 })
})

test('an error outside of every test fails the run', () => {
  expect(count(report, 1)).toMatchObject({ failed: 1 })
})

test('a run that was cut off fails', () => {
  expect(count(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('of several runs each counts, and one that fails is not made up for by another', () => {
  const runs = [
    { passed: 5, failed: 0, skipped: 1 },
    { passed: 7, failed: 2, skipped: 0 },
  ]
  expect(answerOf(`addCounts(${JSON.stringify(runs)})`)).toEqual({ passed: 12, failed: 2, skipped: 1 })
})
