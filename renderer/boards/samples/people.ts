// The people of the pictures, and some whose names are hard to draw.
import { initialsOf, shortNameOf } from '../../../shared/domain/boards/board-names.ts'
import { hueAt } from '../../../shared/domain/boards/face.ts'
import type { LeaderboardRow } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { Face, GoalState, Standing } from '../../../shared/wire/view-parts.ts'

export const face = (name: string, hue: number): Face => ({
  name,
  short: shortNameOf(name),
  initials: initialsOf(name),
  hue: hueAt(hue),
  photo: null,
})

const stateOf = (attainment: number, pace: number, goal: number): GoalState => {
  if (attainment >= 1) return 'reached'
  const share = (attainment * goal) / pace
  return share >= 1 ? 'on pace' : share >= 0.6 ? 'behind' : 'well behind'
}

/** A value beside its goal, 56 % of the working time gone. */
export const standing = (value: number | null, goal: number | null): Standing => {
  if (value === null || goal === null) return { value, goal, attainment: null, pace: null, state: null }
  const pace = goal * 0.56
  // Of a goal of nothing there is no share.
  if (goal === 0) return { value, goal, attainment: null, pace, state: null }
  return { value, goal, attainment: value / goal, pace, state: stateOf(value / goal, pace, goal) }
}

interface RowSpec {
  readonly name: string
  readonly value: number | null
  readonly goal: number | null
  readonly climbed?: number
  readonly improvement?: number | null
}

/** Rows in the order given, which is the order of their places. */
export const leaderRows = (specs: readonly RowSpec[]): Record<string, LeaderboardRow> =>
  Object.fromEntries(
    specs.map((spec, place) => [
      spec.name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-'),
      {
        ...face(spec.name, place),
        ...standing(spec.value, spec.goal),
        rank: spec.value === null ? null : specs.findIndex((each) => each.value === spec.value) + 1,
        place,
        climbed: spec.climbed ?? 0,
        improvement: spec.improvement ?? null,
      },
    ]),
  )

export const awkwardNames = [
  'Maximiliane-Theodora von Hohenstein-Wittelsbach und zu Lauenb',
  '王小明',
  'محمد عبد الرحمن الأنصاري',
  'יעל בן־דוד כהן',
  'Nguyễn Thị Phương Thảo',
  'Bo',
  'Zoë 🚀 Łukasiewicz',
  'Wilhelmina Mmmmmmmmmmmmmm Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
]
