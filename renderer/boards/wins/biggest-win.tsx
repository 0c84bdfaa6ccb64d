// The week's biggest deal, large, and its place while nobody has it.

import { memo } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { WinRow } from '../../../shared/wire/boards/wins-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { FirstDeal, Helpers, LeadersWord } from './win-words.tsx'
import './biggest-win.css'

/** Of an amount that is written in full, in em: a longer one is as short as in the list. */
const mostEms = 10

const biggestThisWeek = (say: Say): string => say({ id: 'wins.biggest', defaultMessage: 'Biggest this week' })

export const BiggestWin = memo(({ row, age }: { readonly row: WinRow; readonly age: string }) => {
  const { format } = useSurroundings()
  const whole = format.full(row.amount, 'money')
  const amount = textWidth(whole) > mostEms ? format.value(row.amount, 'money') : whole
  return (
    <section className="biggest" data-hue={row.hue}>
      <h2 className="biggest-eyebrow">{biggestThisWeek(format.say)}</h2>
      <span className="biggest-face">
        <Confetti seed={1} />
        <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} isLarge />
      </span>
      <span className="biggest-words">
        <span className="biggest-amount fitting-figure" style={fittingFigure(amount)}>
          {amount}
        </span>
        <PersonName name={row.name} />
        {row.account !== null && (
          <span className="biggest-account fitting line" dir="auto" style={fitting(row.account)}>
            {row.account}
          </span>
        )}
        <Helpers
          helpers={row.helpers}
          moreHelpers={row.moreHelpers}
          names={row.helpers.length === 1 ? 'full' : 'short'}
        />
        <LeadersWord word={row.word} />
        <span className="biggest-age">
          {row.first && <FirstDeal />}
          {age}
        </span>
      </span>
    </section>
  )
})
BiggestWin.displayName = 'BiggestWin'

export const OpenPlace = () => {
  const { say } = useSurroundings().format
  return (
    <section className="biggest" data-open>
      <h2 className="biggest-eyebrow">{biggestThisWeek(say)}</h2>
      <span className="biggest-seat" aria-hidden="true">
        ?
      </span>
      <span className="biggest-words">
        <span className="biggest-invitation">
          {say({ id: 'wins.free', defaultMessage: 'This place is still free' })}
        </span>
        <span className="biggest-age">
          {say({ id: 'wins.free-note', defaultMessage: 'It goes to the week’s biggest deal' })}
        </span>
      </span>
    </section>
  )
}
