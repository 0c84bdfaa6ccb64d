// The bar of a team's goal before and after what is celebrated.
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { CelebratedTeam } from '../../../../shared/wire/celebrations/view.ts'
import { ofGoalWords } from '../../../boards/parts/of-goal-words.ts'
import type { GrowthBarProps } from '../parts/growth-bar.tsx'

/** A goal that was passed stands within the track, which is as long as what was reached. */
export const teamGrowth = (
  { name, metric, before, after }: CelebratedTeam,
  format: Format,
): Omit<GrowthBarProps, 'until'> => {
  const { goal } = after
  const most = Math.max(goal ?? 0, before.value ?? 0, after.value ?? 0)
  const share = (value: number | null) => (most > 0 ? Math.min(1, Math.max(0, (value ?? 0) / most)) : 0)
  const written = (value: number | null) => format.value(value, metric.unit)
  const isKnown = before.value !== null && after.value !== null
  return {
    label: name,
    figure: { before: written(before.value), after: written(after.value) },
    beside: goal === null ? null : ofGoalWords(written(goal), metric.better, format.say),
    from: share(before.value),
    to: share(after.value),
    mark: goal !== null && share(goal) < 1 ? share(goal) : null,
    by: isKnown ? format.delta((after.value ?? 0) - (before.value ?? 0), metric.unit) : null,
    end:
      after.attainment === null
        ? null
        : {
            label: format.say({ id: 'celebration.team-at', defaultMessage: 'team at' }),
            before: format.attainment(before.attainment),
            after: format.attainment(after.attainment),
          },
  }
}

/** How far a figure has come beyond the mark that it beat. */
export const recordGrowth = (
  {
    value,
    line,
    unit,
  }: { readonly value: number; readonly line: number; readonly unit: CelebratedTeam['metric']['unit'] },
  format: Format,
): Omit<GrowthBarProps, 'until'> => {
  const most = Math.max(value, line, Number.MIN_VALUE) * 1.06
  const share = (amount: number) => Math.min(1, Math.max(0, amount / most))
  const written = format.value(line, unit)
  return {
    label: format.say({ id: 'celebration.to-beat', defaultMessage: 'the mark until now' }),
    figure: { before: written, after: written },
    beside: null,
    from: share(Math.min(line, value)),
    to: share(value),
    mark: share(line),
    by: null,
    end: {
      label: format.say({ id: 'celebration.beaten-by', defaultMessage: 'beaten by' }),
      before: format.delta(0, unit),
      after: format.delta(value - line, unit),
    },
  }
}
