// What somebody's own past, and their role's, suggest as a goal, with what each is made of.
import { FormattedMessage } from 'react-intl'
import { medianOf, roleQuartile } from '../../../../shared/domain/standing/goal-sheet/fill-goals.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import type { GoalRow, GoalSheet } from './goal-sheet.ts'
import { type History, pastPeriods } from './use-history.ts'

const pastOffsets = Array.from({ length: pastPeriods }, (_, at) => at - pastPeriods)

/** In whole ones; of rates to a tenth. */
export const suggested = (amount: number | null, unit: string): number | null =>
  amount === null
    ? null
    : unit === 'percent' || unit === 'days'
      ? Math.round(amount * 10) / 10
      : Math.round(amount)

export const ownMedian = (history: History, person: string): number | null =>
  medianOf(pastOffsets.map((offset) => history.of(offset, person)))

interface SuggestionProps {
  readonly sheet: GoalSheet
  readonly row: GoalRow
  readonly roleName: string | null
  readonly history: History
  readonly write: (amount: number | null) => string
  /** Below the bars, where there is little room. */
  readonly shorten: (amount: number | null) => string
  readonly onUse: (amount: number) => void
  /** For everybody who has no goal yet. */
  readonly onUseForAll: () => void
}

export function SuggestionCard({
  sheet,
  row,
  roleName,
  history,
  write,
  shorten,
  onUse,
  onUseForAll,
}: SuggestionProps) {
  const { unit, better } = sheet.metric
  const past = pastOffsets.map((offset) => ({ offset, value: history.of(offset, row.id) }))
  const median = suggested(ownMedian(history, row.id), unit)
  const peers = sheet.rows.filter(({ role }) => role !== null && role === row.role)
  const quartile = suggested(
    roleQuartile(
      peers.map(({ id }) => ownMedian(history, id)),
      better,
    ),
    unit,
  )
  const most = Math.max(1e-9, ...past.map(({ value }) => value ?? 0))
  return (
    <Card title={<bdi>{row.name}</bdi>}>
      {median === null ? (
        <p className="soft">
          <FormattedMessage
            id="console.goals.suggest.none"
            defaultMessage="Nothing is known of the last six periods, so nothing is suggested."
          />
        </p>
      ) : (
        <>
          <p>
            <b className="goal-suggested figures">{write(median)}</b>{' '}
            <span className="soft">
              <FormattedMessage id="console.goals.suggest" defaultMessage="suggested" />
            </span>
          </p>
          <p className="soft small">
            <FormattedMessage
              id="console.goals.suggest.own"
              defaultMessage="The median of their last six full periods: half of them were better."
            />
          </p>
          <ol className="goal-past">
            {past.map(({ offset, value }) => (
              <li key={offset}>
                <span className="goal-past-bar">
                  <span
                    className="goal-past-fill"
                    style={{ height: `${Math.max(0, ((value ?? 0) / most) * 100)}%` }}
                  />
                </span>
                <span className="figures">{shorten(value) || '–'}</span>
                <span className="soft">{history.label(offset)}</span>
              </li>
            ))}
          </ol>
          <div className="row-of-buttons">
            <Button size="small" onPress={() => onUse(median)}>
              <FormattedMessage
                id="console.goals.use"
                defaultMessage="Use {amount}"
                values={{ amount: write(median) }}
              />
            </Button>
            <Button size="small" onPress={onUseForAll}>
              <FormattedMessage
                id="console.goals.suggest.all"
                defaultMessage="Suggest for all without a goal"
              />
            </Button>
          </div>
        </>
      )}
      {quartile !== null && (
        <>
          <p className="small goal-quartile">
            <FormattedMessage
              id="console.goals.quartile"
              defaultMessage="The best quarter of the {count} people in the role {role} reaches {amount}."
              values={{ count: peers.length, role: <bdi>{roleName}</bdi>, amount: <b>{write(quartile)}</b> }}
            />
          </p>
          <Button size="small" onPress={() => onUse(quartile)}>
            <FormattedMessage
              id="console.goals.use"
              defaultMessage="Use {amount}"
              values={{ amount: write(quartile) }}
            />
          </Button>
        </>
      )}
    </Card>
  )
}
