// What is said of a deal beside its amount: whose it is, who helped, whether it is somebody's first.
import { Fragment, memo } from 'react'
import type { WinHelper, WinRow } from '../../../shared/wire/boards/wins-board.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

export const FirstDeal = () => {
  const { say } = useSurroundings().format
  return <span className="first-deal">{say({ id: 'wins.first-deal', defaultMessage: 'First deal' })}</span>
}

/** What a leader wrote, and who: cut where it is too long, for it stands whole on the board of their words. */
export const LeadersWord = memo(({ word }: Pick<WinRow, 'word'>) =>
  word === null ? null : (
    <span className="win-word line" {...phrase}>
      <bdi className="win-word-from">{word.from}</bdi> <bdi>{`“${word.text}”`}</bdi>
    </span>
  ),
)
LeadersWord.displayName = 'LeadersWord'

interface HelpersProps extends Pick<WinRow, 'helpers' | 'moreHelpers'> {
  readonly names: 'full' | 'short'
}

/** "with Hana Sato 40%, Tom B."; of helpers only, "assist Hana Sato". */
export const Helpers = memo(({ helpers, moreHelpers, names }: HelpersProps) => {
  const { format } = useSurroundings()
  if (helpers.length === 0) return null
  const written = ({ name, short, share }: WinHelper): string =>
    `${names === 'full' ? name : short}${share === null ? '' : ` ${format.value(share, 'percent')}`}`
  return (
    <span className="win-helpers" {...phrase}>
      <span className="line">
        {helpers.every(({ role }) => role === 'assist')
          ? format.say({ id: 'wins.assist', defaultMessage: 'assist' })
          : format.say({ id: 'wins.with', defaultMessage: 'with' })}{' '}
        {helpers.map((helper, index) => (
          <Fragment key={helper.id}>
            {index > 0 && ', '}
            <bdi>{written(helper)}</bdi>
          </Fragment>
        ))}
      </span>
      {moreHelpers > 0 && <span>+{moreHelpers}</span>}
    </span>
  )
})
Helpers.displayName = 'Helpers'
