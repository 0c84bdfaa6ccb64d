// The order in which test files run: Vitest's own, longest first, but for two things that cost it time.
import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** It has the longest files of its group: none of them is to run at the end, with nothing beside it. */
const first = 'pictures'

const hasDocument = ({ moduleId }: TestSpecification): boolean =>
  readFileSync(moduleId, 'utf8').includes('@vitest-environment happy-dom')

/** A worker takes no file of another environment than its last: it ends, and all modules are loaded anew in the next. */
const byEnvironment = (files: readonly TestSpecification[]): readonly TestSpecification[] => [
  ...files.filter(hasDocument),
  ...files.filter((file) => !hasDocument(file)),
]

export class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const groups = new Map<number, Map<string, TestSpecification[]>>()
    for (const file of await super.sort(files)) {
      const { name, config } = file.project
      const projects = groups.get(config.sequence.groupOrder) ?? new Map<string, TestSpecification[]>()
      groups.set(config.sequence.groupOrder, projects.set(name, [...(projects.get(name) ?? []), file]))
    }
    return [...groups.values()].flatMap((projects) => {
      const names = [...projects.keys()].sort((a, b) => Number(b === first) - Number(a === first))
      return names.flatMap((name) => byEnvironment(projects.get(name) ?? []))
    })
  }
}
