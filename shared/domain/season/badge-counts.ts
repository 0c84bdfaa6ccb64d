import type { Season } from '../../wire/season.ts'
import type { SeasonStanding, SeasonTryAnswer } from '../../wire/season-answers.ts'

/** How many have won each badge of a season. */
export const badgeCounts = (
  { badges }: Pick<Season, 'badges'>,
  standings: readonly Pick<SeasonStanding, 'badges'>[],
): SeasonTryAnswer['badges'] =>
  badges.map(({ id, name, icon }) => ({
    id,
    name,
    icon,
    won: standings.filter((each) => each.badges.some((badge) => badge.id === id && badge.won !== null))
      .length,
  }))
