// A reporter for Vitest: at the end, a line for each project with its tests and how long it took, in the file that
// FLOORBOARD_PROJECT_TIMES names: several runs write into it.
import { appendFileSync } from 'node:fs'

export default class ProjectTimes {
  /** @type {Map<string, { tests: number, startedAt: number, endedAt: number }>} */
  #projects = new Map()

  /** @param {import('vitest/node').TestModule} module */
  onTestModuleStart(module) {
    const now = performance.now()
    const { name } = module.project
    if (!this.#projects.has(name)) this.#projects.set(name, { tests: 0, startedAt: now, endedAt: now })
  }

  /** @param {import('vitest/node').TestModule} module */
  onTestModuleEnd(module) {
    const project = this.#projects.get(module.project.name)
    if (!project) return
    project.tests += [...module.children.allTests()].length
    project.endedAt = performance.now()
  }

  onTestRunEnd() {
    const lines = [...this.#projects].map(([name, { tests, startedAt, endedAt }]) => {
      const seconds = Math.round((endedAt - startedAt) / 1000)
      return `${name.padEnd(12)} ${String(tests).padStart(5)} tests ${String(seconds).padStart(5)} s\n`
    })
    appendFileSync(process.env.FLOORBOARD_PROJECT_TIMES ?? '', lines.join(''))
  }
}
