// Badges that have just been won, as the wall is quietly told of them: once each, under the season, the badge and the person.
import { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { Season } from '../../wire/season.ts'
import type { SeasonStanding } from '../../wire/season-answers.ts'
import type { Cause } from '../celebrations/cause.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { dayOfStay, type Member, stayAt } from '../people/roster.ts'
import { formatDay } from '../time/calendar-date.ts'

/** Of somebody whom a wall may name, today alone where they are: what came in late is on their shelf without a word. */
export const badgeMoments = (
  season: Season,
  member: Member,
  standing: Pick<SeasonStanding, 'badges'>,
  { file, say }: Pick<FloorModel, 'file' | 'say'>,
  ms: number,
): readonly Cause[] => {
  const { celebrate } = file.people.find(({ id }) => id === member.id) ?? {}
  if (member.isOffWall || celebrate === 'none') return []
  const today = formatDay(dayOfStay(stayAt(member, ms), ms))
  return standing.badges
    .filter(({ won }) => won === today)
    .map(({ id, name }) => ({
      id: `season:${season.id}:${season.from}:${id}:${member.id}`,
      rule: CelebrationRule.parse({
        ...{ id: 'season', name: season.name, on: { day: 'first-day' } },
        ...{ look: 'quiet', sound: 'none', seconds: 8, priority: 1 },
      }),
      about: {
        kind: 'hand' as const,
        people: [member.id],
        message: say({ id: 'season.told.badge', defaultMessage: 'Badge won: {badge}' }, { badge: name }),
        by: '',
      },
      at: ms,
      happenedAt: ms,
    }))
}
