// What the tiles of sources and of tables have in common: the name, the state, and the menu of what one can do about it.
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Pause, Play, RefreshCw, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { SourceState } from '../../../../shared/wire/sources.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useAgeWords } from '../../kit/age-words.ts'
import { Card } from '../../kit/card.tsx'
import { type MenuAction, MenuButton } from '../../kit/menu.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

interface TileOf {
  readonly id: string
  readonly name: string
}

interface TileActs {
  /** Does it, and says what was said once it is done. */
  tell(act: () => Promise<unknown>, said: string): void
  pause(paused: boolean): void
}

/** `list`: of the floor file. `queryKey`: what is asked for anew afterwards. */
export const useTileActs = (
  list: 'sources' | 'tables',
  { id, name }: TileOf,
  queryKey: QueryKey,
): TileActs => {
  const say = useSay()
  const act = useAct()
  const edit = useEdit()
  const client = useQueryClient()
  return {
    tell: (asked, said) =>
      void act(async () => {
        await asked()
        await client.invalidateQueries({ queryKey })
        return said
      }),
    pause: (paused) =>
      void edit(
        [{ do: 'set', list, id, fields: { paused: paused ? true : null } }],
        paused
          ? say({ id: 'console.sources.paused', defaultMessage: '{name} is paused.' }, { name })
          : say({ id: 'console.sources.resumed', defaultMessage: '{name} is read again.' }, { name }),
      ).then(() => client.invalidateQueries({ queryKey })),
  }
}

interface TileFrameProps {
  readonly name: string
  readonly state: SourceState
  readonly stateWords: Readonly<Record<SourceState, string>>
  readonly onReadNow: () => void
  readonly onPause: (paused: boolean) => void
  readonly onRemove: () => void
  /** Between reading it now and pausing it. */
  readonly actions: readonly MenuAction[]
  readonly children: ReactNode
}

export function TileFrame({
  name,
  state,
  stateWords,
  onReadNow,
  onPause,
  onRemove,
  actions,
  children,
}: TileFrameProps) {
  const say = useSay()
  const isPaused = state === 'paused'
  return (
    <Card
      title={<bdi>{name}</bdi>}
      note={
        <span className="source-head">
          <span className="source-state" data-state={state}>
            {stateWords[state]}
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
                onAction: onReadNow,
              },
              ...actions,
              {
                id: 'pause',
                name: isPaused
                  ? say({ id: 'console.sources.resume', defaultMessage: 'Go on' })
                  : say({ id: 'console.sources.pause', defaultMessage: 'Pause' }),
                icon: isPaused ? <Play /> : <Pause />,
                onAction: () => onPause(!isPaused),
              },
              {
                id: 'remove',
                name: say({ id: 'console.sources.remove', defaultMessage: 'Remove …' }),
                icon: <Trash2 />,
                danger: true,
                onAction: onRemove,
              },
            ]}
          />
        </span>
      }
    >
      {children}
    </Card>
  )
}

/** `readAt` and `now`: epoch ms, by the feed's clock. */
export function AgeFigure({ readAt, now }: { readonly readAt: number | null; readonly now: number }) {
  const age = useAgeWords()
  return (
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
  )
}

interface FactsFigureProps {
  /** Null: they are being counted. */
  readonly facts: number | null
  readonly hasDeals: boolean
}

export function FactsFigure({ facts, hasDeals }: FactsFigureProps) {
  return (
    <div>
      <span className="soft small">
        {hasDeals ? (
          <FormattedMessage id="console.sources.facts" defaultMessage="Deals and activities" />
        ) : (
          <FormattedMessage id="console.sources.facts.activities" defaultMessage="Activities" />
        )}
      </span>
      <b className="source-figure">{facts === null ? '…' : <FormattedNumber value={facts} />}</b>
    </div>
  )
}
