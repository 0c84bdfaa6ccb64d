// How one table does: its state, its age, what is wrong and what to do.
import { RefreshCw, Scale, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { TableAction, TableDifference, TableHealth } from '../../../../../shared/wire/tables.ts'
import { actOnTable, removeTablePassword, tableDifferenceOf, tablesQuery } from '../../../api/tables.ts'
import { Button } from '../../../kit/button.tsx'
import { More } from '../../../kit/more.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useAct } from '../../../shell/use-act.ts'
import { useSay } from '../../../words/words.tsx'
import { RowLines } from '../../import/row-lines.tsx'
import { CutOffDialog } from '../cut-off-dialog.tsx'
import { DifferingDeals } from '../differing-deals.tsx'
import { Question } from '../question.tsx'
import { AgeFigure, FactsFigure, TileFrame, useTileActs } from '../tile-frame.tsx'
import { useKindWords } from './kind-words.ts'
import { useTableStateWords, useTableTroubleWords } from './state-words.ts'
import { sameTableTotals, TotalsCompare } from './totals-compare.tsx'

interface TableTileProps {
  readonly health: TableHealth
  /** By the feed's clock, epoch ms. */
  readonly now: number
  readonly onSettings: () => void
}

export function TableTile({ health, now, onSettings }: TableTileProps) {
  const say = useSay()
  const act = useAct()
  const states = useTableStateWords()
  const troubles = useTableTroubleWords()
  const kinds = useKindWords()
  const [isRemoving, setIsRemoving] = useState(false)
  const [difference, setDifference] = useState<TableDifference | 'asking' | null>(null)
  const { id, name, state, readAt, trouble, refused, facts } = health
  const isPaused = state === 'paused'
  const isDatabase = health.kind === 'postgres' || health.kind === 'mysql'

  const { tell, pause } = useTileActs('tables', health, tablesQuery.queryKey)
  const ask = (action: TableAction['do'], said: string) => tell(() => actOnTable(id, action), said)
  const compare = () => {
    setDifference('asking')
    void act(async () => {
      setDifference(await tableDifferenceOf(id))
      return null
    }).then((isDone) => {
      if (!isDone) setDifference(null)
    })
  }
  return (
    <TileFrame
      name={name}
      state={state}
      stateWords={states}
      onReadNow={() =>
        ask('read-now', say({ id: 'console.sources.now.done', defaultMessage: 'It is being read.' }))
      }
      onPause={pause}
      onRemove={() => setIsRemoving(true)}
      actions={[
        {
          id: 'again',
          name: say({ id: 'console.tables.again', defaultMessage: 'Read all of it again' }),
          icon: <RefreshCw />,
          disabled: isPaused,
          onAction: () =>
            ask(
              'read-again',
              say(
                { id: 'console.sources.again.done', defaultMessage: '{name} is read again, silently.' },
                { name },
              ),
            ),
        },
        {
          id: 'settings',
          name: say({ id: 'console.tables.settings', defaultMessage: 'Columns and settings' }),
          icon: <Settings2 />,
          onAction: onSettings,
        },
      ]}
    >
      <div className="source-body">
        <div className="source-figures">
          <AgeFigure readAt={readAt} now={now} />
          <FactsFigure facts={facts} hasDeals />
          <div>
            <span className="soft small">{kinds[health.kind].name}</span>
            <b className="table-place" dir="ltr">
              {health.place}
            </b>
          </div>
        </div>
        <Question
          question={health.question}
          vendor={name}
          onAllow={() =>
            ask('allow', say({ id: 'console.sources.question.done', defaultMessage: 'It is being taken.' }))
          }
          onPause={() => pause(true)}
        />
        {trouble !== null && !isPaused && (
          <Notice
            tone={trouble.kind === 'sign-in' ? 'bad' : 'warn'}
            title={troubles[trouble.kind]}
            actions={
              (trouble.kind === 'sign-in' || trouble.kind === 'rights') && (
                <Button size="small" onPress={onSettings}>
                  <FormattedMessage id="console.tables.settings" defaultMessage="Columns and settings" />
                </Button>
              )
            }
          >
            <p className="small">
              {trouble.what} {trouble.click}
            </p>
          </Notice>
        )}
        {!health.hasKey && !isPaused && (
          <Notice
            tone="bad"
            title={
              <FormattedMessage id="console.tables.no-password" defaultMessage="No password is kept for it" />
            }
            actions={
              <Button size="small" look="primary" onPress={onSettings}>
                <FormattedMessage id="console.tables.password.type" defaultMessage="Type it" />
              </Button>
            }
          />
        )}
        {refused.rows > 0 && (
          <Notice
            tone="warn"
            title={
              <FormattedMessage
                id="console.tables.refused"
                defaultMessage="{rows, plural, one {One row is} other {# rows are}} not taken"
                values={{ rows: refused.rows }}
              />
            }
          >
            <RowLines rows={refused.first.slice(0, 3)} />
          </Notice>
        )}
        <div className="source-compare">
          {difference === null || difference === 'asking' ? (
            <Button
              size="small"
              icon={<Scale aria-hidden="true" />}
              isPending={difference === 'asking'}
              isDisabled={!health.hasKey}
              onPress={compare}
            >
              <FormattedMessage
                id="console.tables.compare"
                defaultMessage="Compare this month with the table"
              />
            </Button>
          ) : (
            <>
              <TotalsCompare
                label={difference.label}
                table={difference.table}
                wall={difference.wall}
                type={health.type}
              />
              <p className={sameTableTotals(difference.table, difference.wall) ? 'source-agrees' : 'soft'}>
                {sameTableTotals(difference.table, difference.wall) ? (
                  <FormattedMessage id="console.sources.compare.same" defaultMessage="Both say the same." />
                ) : (
                  <FormattedMessage
                    id="console.tables.compare.differs"
                    defaultMessage="They differ. Changes of the last minute, rows that are not taken, and ids that are there twice can be why."
                  />
                )}
              </p>
              {difference.missing.length + difference.extra.length > 0 && (
                <More
                  level={3}
                  words={<FormattedMessage id="console.sources.compare.which" defaultMessage="Which deals" />}
                >
                  <DifferingDeals {...difference} />
                </More>
              )}
            </>
          )}
        </div>
      </div>
      {isRemoving && (
        <CutOffDialog
          list="tables"
          health={health}
          note={
            <FormattedMessage
              id="console.tables.remove.note"
              defaultMessage="The table is not read any more. What it brought stays as it is."
            />
          }
          forget={isDatabase && health.hasKey ? () => removeTablePassword(id) : null}
          queryKey={tablesQuery.queryKey}
          onClose={() => setIsRemoving(false)}
        />
      )}
    </TileFrame>
  )
}
