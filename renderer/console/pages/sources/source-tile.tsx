// How one source does: its state, its age, how far its past is read, what is wrong and what to do.
import { useQueryClient } from '@tanstack/react-query'
import { KeyRound, RefreshCw, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import type { SourceAction, SourceHealth, SourceTile as Tile } from '../../../../shared/wire/sources.ts'
import { actOnSource, differenceOf, removeSourceKeys, sourcesQuery } from '../../api/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Progress } from '../../kit/progress.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { Compared } from './compared.tsx'
import { CutOffDialog } from './cut-off-dialog.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { LackedRates } from './lacked-rates.tsx'
import { Question } from './question.tsx'
import { ReadAgainDialog } from './read-again-dialog.tsx'
import { useStateWords, useTroubleWords } from './source-words.ts'
import { AgeFigure, FactsFigure, TileFrame, useTileActs } from './tile-frame.tsx'

interface SourceTileProps {
  readonly health: SourceHealth
  /** Of its vendor. */
  readonly tile: Tile
  /** By the feed's clock, epoch ms. */
  readonly now: number
  readonly onSettings: () => void
}

type Asked = 'key' | 'again' | 'remove' | null

export function SourceTile({ health, tile, now, onSettings }: SourceTileProps) {
  const vendor = tile.name
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const states = useStateWords()
  const troubles = useTroubleWords()(vendor)
  const [asked, setAsked] = useState<Asked>(null)
  const [isComparing, setComparing] = useState(false)
  const { id, name, state, readAt, past, trouble, refused, facts } = health
  const isPaused = state === 'paused'

  const { tell, pause } = useTileActs('sources', health, sourcesQuery.queryKey)
  const ask = (action: SourceAction, said: string) => tell(() => actOnSource(id, action), said)
  const compare = () => {
    setComparing(true)
    void act(async () => {
      await differenceOf(id)
      await client.invalidateQueries({ queryKey: sourcesQuery.queryKey })
      return null
    }).then(() => setComparing(false))
  }

  return (
    <TileFrame
      name={name}
      state={state}
      stateWords={states}
      onReadNow={() =>
        ask({ do: 'read-now' }, say({ id: 'console.sources.now.done', defaultMessage: 'It is being read.' }))
      }
      onPause={pause}
      onRemove={() => setAsked('remove')}
      actions={[
        {
          id: 'again',
          name: say({ id: 'console.sources.again', defaultMessage: 'Read again from …' }),
          icon: <RefreshCw />,
          disabled: isPaused,
          onAction: () => setAsked('again'),
        },
        {
          id: 'settings',
          name: say({ id: 'console.sources.settings', defaultMessage: 'Stages and settings' }),
          icon: <Settings2 />,
          onAction: onSettings,
        },
        {
          id: 'key',
          name: say({ id: 'console.sources.key.new', defaultMessage: 'New key' }),
          icon: <KeyRound />,
          onAction: () => setAsked('key'),
        },
      ]}
    >
      <div className="source-body">
        <div className="source-figures">
          <AgeFigure readAt={readAt} now={now} />
          <FactsFigure facts={facts} hasDeals={tile.reads.includes('deals')} />
          <div>
            <span className="soft small">
              <FormattedMessage
                id="console.sources.calls"
                defaultMessage="Requests to {vendor} today"
                values={{ vendor }}
              />
            </span>
            <b className="source-figure">
              <FormattedNumber value={health.calls.today} />
            </b>
          </div>
        </div>
        {past !== null && (
          <div className="source-past">
            <p className="small">
              {isPaused ? (
                <FormattedMessage
                  id="console.sources.past.paused"
                  defaultMessage="Reading the past is paused at {done, number, ::percent}."
                  values={{ done: past.done }}
                />
              ) : past.month === '' ? (
                <FormattedMessage
                  id="console.sources.past.open"
                  defaultMessage="Reading the past: old deals that are open still. Nothing of it is celebrated."
                />
              ) : (
                <FormattedMessage
                  id="console.sources.past"
                  defaultMessage="Reading the past: {month}. Nothing of it is celebrated."
                  values={{
                    month: (
                      <FormattedDate
                        value={`${past.month}-15T12:00:00Z`}
                        month="long"
                        year="numeric"
                        timeZone="UTC"
                      />
                    ),
                  }}
                />
              )}
            </p>
            <Progress
              max={1}
              value={past.done}
              label={say({
                id: 'console.sources.past.label',
                defaultMessage: 'How much of the past is read',
              })}
            />
          </div>
        )}
        <Question
          question={health.question}
          vendor={vendor}
          onAllow={() =>
            ask(
              { do: 'allow' },
              say({ id: 'console.sources.question.done', defaultMessage: 'It is being taken.' }),
            )
          }
          onPause={() => pause(true)}
        />
        {trouble !== null && !isPaused && (
          <Notice
            tone={state === 'needs sign-in' ? 'bad' : 'warn'}
            title={troubles[trouble.kind]}
            actions={
              state === 'needs sign-in' && (
                <Button size="small" look="primary" onPress={() => setAsked('key')}>
                  <FormattedMessage id="console.sources.key.paste" defaultMessage="Paste a new key" />
                </Button>
              )
            }
          >
            {trouble.kind !== 'sign-in' && <p className="small">{trouble.what}</p>}
          </Notice>
        )}
        <LackedRates lacked={health.lackedRates} />
        {refused.facts > 0 && (
          <Notice
            tone="warn"
            title={
              <FormattedMessage
                id="console.sources.refused"
                defaultMessage="{facts, plural, one {One is} other {# are}} not taken, and count nowhere"
                values={{ facts: refused.facts }}
              />
            }
          >
            <ul className="small">
              {refused.first.slice(0, 3).map((each) => (
                <li key={each.id}>
                  {each.id}: {each.why}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {tile.reads.includes('deals') && (
          <Compared
            vendor={vendor}
            compared={health.compared}
            isAsking={isComparing}
            canAsk={health.hasKey}
            onAsk={compare}
          />
        )}
      </div>
      {asked === 'key' && <KeyDialog health={health} tile={tile} onClose={() => setAsked(null)} />}
      {asked === 'again' && (
        <ReadAgainDialog
          name={name}
          now={now}
          onClose={() => setAsked(null)}
          onRead={(from) => {
            setAsked(null)
            ask(
              { do: 'read-again', from },
              say(
                { id: 'console.sources.again.done', defaultMessage: '{name} is read again, silently.' },
                { name },
              ),
            )
          }}
        />
      )}
      {asked === 'remove' && (
        <CutOffDialog
          list="sources"
          health={health}
          note={
            <FormattedMessage
              id="console.sources.remove.note"
              defaultMessage="{vendor} is not read any more, and its key is forgotten. What it brought stays as it is."
              values={{ vendor }}
            />
          }
          forget={health.hasKey ? () => removeSourceKeys(id) : null}
          queryKey={sourcesQuery.queryKey}
          onClose={() => setAsked(null)}
        />
      )}
    </TileFrame>
  )
}
