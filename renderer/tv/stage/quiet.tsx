// What a TV shows when it has no board: why not, and what to do about it.
import type { Say } from '../../../shared/domain/words/say.ts'
import { Empty } from '../../boards/parts/empty.tsx'
import type { Store } from '../../live/store.ts'
import { useStore } from '../../live/use-store.ts'
import { skippedTitles, type Wall } from '../../live/wall.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { troubleOf } from './trouble.ts'

interface QuietProps {
  readonly wall: Store<Wall>
  /** The playlist that is on; null before there is one. */
  readonly playlist: string | null
  readonly now: number
  readonly feedUrl: string
}

/** No line ends within a name in quotes, or before what follows it: somebody is going to type it. */
const Names = ({ within }: { readonly within: string }) =>
  within.split(/("[^"]*"[.,;]?)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn once
      <span className="empty-name" key={index}>
        {part}
      </span>
    ),
  )

const onTheirWay = (say: Say): string =>
  say({ id: 'quiet.on-their-way', defaultMessage: 'The boards are on their way.' })

export const Quiet = ({ wall, playlist, now, feedUrl }: QuietProps) => {
  const { stage, link, boards, errors } = useStore(wall, (value) => value)
  const { say } = useSurroundings().format
  const trouble = troubleOf(link, say)
  if (trouble !== null)
    return (
      <Empty headline={trouble.headline}>
        <bdi>
          <Names within={trouble.advice} />
        </bdi>
      </Empty>
    )
  if (stage === null)
    return link.state === 'gone' ? (
      <Empty headline={say({ id: 'quiet.looking', defaultMessage: 'Looking for the feed' })}>
        {say(
          {
            id: 'quiet.looking-advice',
            defaultMessage:
              'Nothing answers at {address} yet. The boards appear by themselves as soon as it does.',
          },
          { address: feedUrl },
        )}
      </Empty>
    ) : (
      <Empty headline={say({ id: 'quiet.connected', defaultMessage: 'Connected' })}>{onTheirWay(say)}</Empty>
    )
  if (stage.withheld?.includes('preview'))
    return (
      <Empty headline={say({ id: 'quiet.unseen', defaultMessage: 'Not for you to see' })}>
        <span data-withheld>
          {say({
            id: 'quiet.unseen-advice',
            defaultMessage:
              'What is here is for others, or was taken out of the floor. An admin can tell you more.',
          })}
        </span>
      </Empty>
    )
  if (playlist !== null && stage.withheld?.includes(playlist))
    return (
      <Empty headline={stage.floor.name}>
        {say({
          id: 'quiet.withheld',
          defaultMessage:
            'Nothing on this playlist is for the floor. Put a board on it that is, or choose another one for this screen.',
        })}
      </Empty>
    )
  const ids = Object.values(stage.playlists).flatMap((scenes) => scenes.map((scene) => scene.board))
  if (ids.length === 0)
    return (
      <Empty headline={stage.floor.name}>
        {say({
          id: 'quiet.no-boards',
          defaultMessage: 'This screen has no boards yet. They are set in the floor file.',
        })}
      </Empty>
    )
  const broken = skippedTitles({ stage, link, boards, errors }, ids, now)
  return broken.length === 0 ? (
    <Empty headline={stage.floor.name}>{onTheirWay(say)}</Empty>
  ) : (
    <Empty headline={say({ id: 'quiet.broken', defaultMessage: 'No board can be shown right now' })}>
      {say(
        {
          id: 'quiet.broken-advice',
          defaultMessage: '{titles} could not be worked out. The wall goes on by itself as soon as one can.',
        },
        { titles: broken.join(', ') },
      )}
    </Empty>
  )
}
