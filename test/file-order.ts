// The order in which test files run: Vitest's own, longest first, but for three things that cost it time.
import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** It has the longest files of its group: none of them is to run at the end, with nothing beside it. */
const first = 'pictures'

/**
 * What takes longest of a project, longest first; in processor seconds of 30 November 2026 from 75 to 20. Vitest knows how long a
 * file took from the run before: without one it begins with the files that have the most text, which are others.
 */
const longest = [
  'pictures/pictures',
  'pictures/locales',
  'pictures/wall',
  'pictures/awkward-states',
  'pictures/celebration-wall',
  'pictures/gallery',
  'pictures/celebration',
  'console/console',
  'demo/demo-in-feed',
  'nodes/nodes',
  'durability/unwritable',
  'celebrations/whole-way',
  'feed/hostile-bodies',
].map((name) => `/test/${name}.test.ts`)

/** As they are, but for the longest, which come first. */
const longestFirst = (files: readonly TestSpecification[]): readonly TestSpecification[] => {
  const rankOf = ({ moduleId }: TestSpecification): number => {
    const rank = longest.findIndex((path) => moduleId.endsWith(path))
    return rank === -1 ? longest.length : rank
  }
  return files.toSorted((a, b) => rankOf(a) - rankOf(b))
}

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
      return names.flatMap((name) => byEnvironment(longestFirst(projects.get(name) ?? [])))
    })
  }
}
