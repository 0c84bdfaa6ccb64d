// Stages of deals that metrics ask for and the floor does not list.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'
import { createLookAlikes } from '../words/look-alike.ts'
import type { FloorFault } from './floor-fault.ts'

interface NamedStage {
  readonly stage: string
  readonly path: FloorFault['path']
}

const stagesIn = ({ of }: Metric, index: number): readonly NamedStage[] => {
  if (!('from' in of)) return []
  return of.where.flatMap(({ field, is, isNot, in: among, notIn }, at) => {
    if (field !== 'stage') return []
    const path = ['metrics', index, 'of', 'where', at]
    return [is, isNot, ...(among ?? []), ...(notIn ?? [])].flatMap((stage) =>
      typeof stage === 'string' ? [{ stage, path }] : [],
    )
  })
}

const quoted = new Intl.ListFormat('en')

/** Where a floor lists no stages, or its metrics name none, there is nothing to compare. */
export const stageAdvice = ({ floor: { stages }, metrics }: FloorFile): readonly FloorFault[] => {
  const named = metrics.flatMap(stagesIn)
  if (stages.length === 0 || named.length === 0) return []
  const listed = new Set(stages.map(foldedName))
  const lookAlikes = createLookAlikes(stages, 'forgiving')
  const unlisted = named.filter(({ stage }) => !listed.has(foldedName(stage)))
  const names = [...new Set(unlisted.map(({ stage }) => `"${stage}"`))]
  return [
    ...unlisted.map(({ stage, path }) => {
      const meant = lookAlikes.meant(stage)
      const hint = meant === null ? '' : `; did you mean "${meant}"?`
      return { path, message: `asks for the stage "${stage}", which is none of floor.stages${hint}` }
    }),
    ...(unlisted.length < named.length
      ? []
      : [
          {
            path: ['floor', 'stages'],
            message: `are used by no metric that asks for a stage; those ask for ${quoted.format(names)}`,
          },
        ]),
  ]
}
