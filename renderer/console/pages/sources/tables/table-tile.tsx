// How one table does: its state, its age, what is wrong and what to do.
import { useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Pause, Play, RefreshCw, Scale, Settings2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { TableAction, TableDifference, TableHealth } from '../../../../../shared/wire/tables.ts'
import { useEdit } from '../../../api/floor-edits.tsx'
import { actOnTable, removeTablePassword, tableDifferenceOf, tablesQuery } from '../../../api/tables.ts'
import { useAgeWords } from '../../../kit/age-words.ts'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { MenuButton } from '../../../kit/menu.tsx'
import { More } from '../../../kit/more.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useAct } from '../../../shell/use-act.ts'
import { useSay } from '../../../words/words.tsx'
import { CutOffDialog } from '../cut-off-dialog.tsx'
import { Question } from '../question.tsx'
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
  const edit = useEdit()
  const client = useQueryClient()
  const age = useAgeWords()
  const states = useTableStateWords()
  const troubles = useTableTroubleWords()
  const kinds = useKindWords()
  const [isRemoving, setIsRemoving] = useState(false)
  const [difference, setDifference] = useState<TableDifference | 'asking' | null>(null)
  const { id, name, state, readAt, trouble, refused, facts } = health
  const isPaused = state === 'paused'
  const isDatabase = health.kind === 'postgres' || health.kind === 'mysql'

  const tell = (action: TableAction['do'], said: string) =>
    void act(async () => {
      await actOnTable(id, action)
      await client.invalidateQueries({ queryKey: tablesQuery.queryKey })
      return said
    })
  const pause = (paused: boolean) =>
    void edit(
      [{ do: 'set', list: 'tables', id, fields: { paused: paused ? true : null } }],
      paused
        ? say({ id: 'console.sources.paused', defaultMessage: '{name} is paused.' }, { name })
        : say({ id: 'console.sources.resumed', defaultMessage: '{name} is read again.' }, { name }),
    ).then(() => client.invalidateQueries({ queryKey: tablesQuery.queryKey }))
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
    <Card
      title={<bdi>{name}</bdi>}
      note={
        <span className="source-head">
          <span className="source-state" data-state={state}>
            {states[state]}
          </span>
          <MenuButton
            label={say({ id: 'console.sources.more', defaultMessage: 'More for {name}' }, { name })}
            icon={<Ellipsis aria-hidden="true" />}
            look="quiet"
            actions={[
              {
                id: 'now',
                name: say({ id: 'console.sources.now', defaultMessage: 'Read now' }),
                icon: <RefreshCw />,
                disabled: isPaused,
                onAction: () =>
                  tell(
                    'read-now',
                    say({ id: 'console.sources.now.done', defaultMessage: 'It is being read.' }),
                  ),
              },
              {
                id: 'again',
                name: say({ id: 'console.tables.again', defaultMessage: 'Read all of it again' }),
                icon: <RefreshCw />,
                disabled: isPaused,
                onAction: () =>
                  tell(
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
              {
                id: 'pause',
                name: isPaused
                  ? say({ id: 'console.sources.resume', defaultMessage: 'Go on' })
                  : say({ id: 'console.sources.pause', defaultMessage: 'Pause' }),
                icon: isPaused ? <Play /> : <Pause />,
                onAction: () => pause(!isPaused),
              },
              {
                id: 'remove',
                name: say({ id: 'console.sources.remove', defaultMessage: 'Remove …' }),
                icon: <Trash2 />,
                danger: true,
                onAction: () => setIsRemoving(true),
              },
            ]}
          />
        </span>
      }
    >
      <div className="source-body">
        <div className="source-figures">
          <div>
            <span className="soft small">
              <FormattedMessage id="console.sources.age" defaultMessage="Numbers as of" />
            </span>
            <b className="source-figure">
              {readAt === null ? (
                <FormattedMessage id="console.sources.age.never" defaultMessage="not read yet" />
              ) : (
                <FormattedMessage
                  id="console.sources.age.ago"
                  defaultMessage="{age} ago"
                  values={{ age: age(Math.max(0, now - readAt)) }}
                />
              )}
            </b>
          </div>
          <div>
            <span className="soft small">
              <FormattedMessage id="console.sources.facts" defaultMessage="Deals and activities" />
            </span>
            <b className="source-figure">{facts === null ? '…' : <FormattedNumber value={facts} />}</b>
          </div>
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
            tell('allow', say({ id: 'console.sources.question.done', defaultMessage: 'It is being taken.' }))
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
            <ul className="small">
              {refused.first.slice(0, 3).map(({ line, why }) => (
                <li key={`${line} ${why}`}>
                  <FormattedMessage
                    id="console.tables.line"
                    defaultMessage="Line {line, number}: {why}"
                    values={{ line, why }}
                  />
                </li>
              ))}
            </ul>
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
                  {difference.missing.length > 0 && (
                    <p className="small">
                      <FormattedMessage
                        id="console.sources.compare.missing"
                        defaultMessage="Not on the wall: {names}"
                        values={{ names: difference.missing.join(', ') }}
                      />
                    </p>
                  )}
                  {difference.extra.length > 0 && (
                    <p className="small">
                      <FormattedMessage
                        id="console.sources.compare.extra"
                        defaultMessage="On the wall alone: {names}"
                        values={{ names: difference.extra.join(', ') }}
                      />
                    </p>
                  )}
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
    </Card>
  )
}
