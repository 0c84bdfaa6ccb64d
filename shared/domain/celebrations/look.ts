// What suits a rule that names no look of its own, and those who do not like the stage.
import type { CelebrationLook, CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { FloorFile } from '../../wire/floor.ts'
import type { Cause } from './cause.ts'

const lookOfTrigger = ({ on }: CelebrationRule): CelebrationLook => {
  if ('day' in on) return 'recognition'
  if (!('metric' in on)) return 'big-deal'
  const { crosses } = on
  if (crosses === 'everybody') return 'team-threshold'
  if (crosses === 'first-place') return 'record'
  if (typeof crosses === 'object' && 'record' in crosses) return 'record'
  if (typeof crosses === 'object' && 'streak' in crosses) return 'streak'
  if (typeof crosses === 'object' && 'ladder' in crosses) return 'team-threshold'
  return on.of === 'rep' ? 'goal-reached' : 'team-threshold'
}

/** The ids of the people whom a cause is about by name; none of a team's. */
export const peopleOfCause = ({ about }: Pick<Cause, 'about'>): readonly string[] => {
  switch (about.kind) {
    case 'fact':
    case 'day':
      return [about.person]
    case 'metric':
      return about.of === 'rep' ? [about.subject] : []
    case 'hand':
      return about.people
    default:
      return []
  }
}

/** The clip of their own to which the only one who is celebrated walks up, where the rule plays it; null without one. */
export const clipOf = (cause: Cause, people: FloorFile['people']): string | null => {
  const [only, ...others] = peopleOfCause(cause)
  if (!cause.rule.walkUp || only === undefined || others.length > 0) return null
  return people.find(({ id }) => id === only)?.walkUp ?? null
}

/** Whether one of them wants neither motion nor sound. */
export const isForQuietOnes = (
  cause: Pick<Cause, 'about'>,
  { people }: Pick<FloorFile, 'people'>,
): boolean => {
  const named = peopleOfCause(cause)
  return people.some(({ id, celebrate }) => celebrate === 'quiet' && named.includes(id))
}

export const lookOf = (cause: Cause, file: Pick<FloorFile, 'people'>): CelebrationLook => {
  if (cause.about.kind === 'card' || isForQuietOnes(cause, file)) return 'quiet'
  return cause.rule.look ?? (cause.about.kind === 'hand' ? 'recognition' : lookOfTrigger(cause.rule))
}
