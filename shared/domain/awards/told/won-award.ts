// That somebody was chosen takes over the wall, once.
import type { AwardResult } from '../../../wire/awards.ts'
import { CelebrationRule } from '../../../wire/celebrations/rule.ts'
import type { Cause } from '../../celebrations/cause.ts'
import type { FloorModel } from '../../counting/floor-model.ts'

/** None where nobody was chosen whom a wall may celebrate. */
export const wonAward = (result: AwardResult, model: FloorModel): readonly Cause[] => {
  const hidden = new Set(
    model.file.people
      .filter(({ celebrate, offWall }) => celebrate === 'none' || offWall === true)
      .map(({ id }) => id),
  )
  const shown = result.winners.filter(({ person }) => !hidden.has(person))
  const [first] = shown
  if (first === undefined) return []
  const message =
    shown.length === 1
      ? first.words === null
        ? model.say(
            { id: 'award.told.won', defaultMessage: '{name}: {award}' },
            { name: first.name, award: result.name },
          )
        : `“${first.words}”`
      : model.say(
          { id: 'award.told.won-by-many', defaultMessage: 'Shared by {names}' },
          {
            names: new Intl.ListFormat(model.file.floor.locale).format(
              shown.slice(0, 12).map(({ name }) => name),
            ),
          },
        )
  return [
    {
      id: `award:${result.award}:${result.on}:won`,
      rule: CelebrationRule.parse({
        id: 'award',
        name: result.name,
        on: { day: 'first-day' },
        ...{ look: 'recognition', sound: 'crowd', seconds: 16, priority: 5 },
      }),
      about: { kind: 'hand', people: shown.map(({ person }) => person), message, by: '' },
      at: result.closedAt,
      happenedAt: result.closedAt,
    },
  ]
}
