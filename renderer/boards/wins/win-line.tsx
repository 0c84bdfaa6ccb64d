// One deal of the list. Placed by transform alone; its element never moves in the document.
import { memo } from 'react'
import type { WinRow } from '../../../shared/wire/boards/wins-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useSlot } from '../../wall/use-travel.ts'
import { FirstDeal, Helpers, LeadersWord } from './win-words.tsx'

interface WinLineProps {
  readonly row: WinRow
  readonly slot: number
  readonly age: string
}

export const WinLine = memo(({ row, slot, age }: WinLineProps) => {
  const { format } = useSurroundings()
  return (
    <li className="win" {...useSlot(slot)}>
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
      <span className="win-words">
        <span className="win-who">
          <PersonName name={row.name} />
          {row.first && <FirstDeal />}
        </span>
        <span className="win-what" {...phrase}>
          <span className="win-account line" dir="auto">
            {row.account ?? format.say({ id: 'spotlight.a-deal', defaultMessage: 'A deal' })}
          </span>
          <Helpers helpers={row.helpers} moreHelpers={row.moreHelpers} names="short" />
        </span>
        <LeadersWord word={row.word} />
      </span>
      <span className="win-numbers" style={fittingFigure(format.value(row.amount, 'money'))}>
        <CountingNumber className="win-amount fitting-figure" amount={row.amount} unit="money" />
        <span className="win-age">{age}</span>
      </span>
    </li>
  )
})
WinLine.displayName = 'WinLine'
