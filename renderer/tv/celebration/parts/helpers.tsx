// Who else is credited, with their faces; all of them, however many.

import type { CelebratedDeal } from '../../../../shared/wire/celebrations/view.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { useTiming } from '../takeover/timing.ts'
import { springy, stay } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import { Likeness } from './portrait.tsx'
import './helpers.css'

/** More of them have room for their short names alone. */
const mostInFull = 3

interface HelpersProps {
  readonly helpers: CelebratedDeal['helpers']
  readonly at: number
  readonly until: number
}

export const Helpers = ({ helpers, at, until }: HelpersProps) => {
  const { say } = useSurroundings().format
  const { isStill } = useTiming()
  if (helpers.length === 0) return null
  const inFull = helpers.length <= mostInFull
  return (
    <ul className="helpers" data-many={helpers.length > 4 || undefined}>
      {helpers.map(({ face, role }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
        <li key={nth}>
          <Part
            className="helper"
            track={stay({
              at: at + (isStill ? 0 : nth * 110),
              from: 'translateY(2.4rem) scale(0.9)',
              easing: springy,
              until,
            })}
            isClear
          >
            <span className="helper-face">
              <Likeness face={face} isSmall />
            </span>
            <bdi className="helper-name line">{inFull ? face.name : face.short}</bdi>
            {inFull && (
              <span className="helper-role">
                {role === 'owner'
                  ? say({ id: 'celebration.shares', defaultMessage: 'shared it' })
                  : say({ id: 'celebration.helped', defaultMessage: 'helped' })}
              </span>
            )}
          </Part>
        </li>
      ))}
    </ul>
  )
}
