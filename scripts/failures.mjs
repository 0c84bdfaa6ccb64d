// A reporter for Vitest: at the end, what failed and the first words of why, in the file that FLOORBOARD_FAILURES names: several
// runs write into it. Their own words about it stand far above in a log, of which often only the end is kept.
import { appendFileSync } from 'node:fs'

const mostLinesOfAReason = 20

/** @typedef {{ message: string, stack?: string, diff?: string }} Failure */

/** A line of a stack that leads into what is installed, or into Node. */
const isOfOthers = (/** @type {string} */ line) => /^\s+at .*(node_modules|node:)/.test(line)

/**
 * @param {string} name
 * @param {Failure | undefined} failure
 */
function tellFailure(name, failure) {
  const reason = [failure?.stack ?? failure?.message ?? '', failure?.diff ?? ''].join('\n')
  const lines = reason.split('\n').filter((line) => line.trim() !== '' && !isOfOthers(line))
  return `FAILED ${[name, ...lines.slice(0, mostLinesOfAReason).map((line) => `  ${line}`)].join('\n')}\n`
}

export default class Failures {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly Failure[]} outsideOfTests
   */
  onTestRunEnd(modules, outsideOfTests) {
    const told = modules.flatMap((module) => {
      const name = module.relativeModuleId
      const failed = [...module.children.allTests('failed')]
      return [
        ...module.errors().map((error) => tellFailure(name, error)),
        ...failed.map((test) => tellFailure(`${name} > ${test.fullName}`, test.result().errors?.[0])),
      ]
    })
    const errors = outsideOfTests.map((error) => tellFailure('outside of every test', error))
    appendFileSync(process.env.FLOORBOARD_FAILURES ?? '', [...told, ...errors].join(''))
  }
}
