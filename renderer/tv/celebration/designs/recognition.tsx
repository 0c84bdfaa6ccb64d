// Somebody is thanked in words: the faces, and what is said of them.
import type { CSSProperties } from 'react'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { fitting } from '../../../ui/fitting.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { Later } from '../parts/later.tsx'
import { Part } from '../parts/part.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Rays } from '../parts/rays.tsx'
import { Sheets } from '../parts/sheets.tsx'
import { Tag } from '../parts/tag.tsx'
import { quoted, quoteSize } from '../parts/word.tsx'
import { useTiming } from '../takeover/timing.ts'
import { settle, stay } from '../takeover/tracks.ts'
import { soloBursts } from './bursts.ts'
import { WordOver } from './word-over.tsx'
import './recognition.css'

/** More faces than this are no faces any more. */
const mostFaces = 6

export const Recognition = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { beats, isStill } = useTiming()
  const faces = view.people.slice(0, mostFaces)
  const names = namesOf(view, format.say)
  const said = view.message
  return (
    <>
      <Later turn={1}>
        <Rays />
        <Sheets />
      </Later>
      <Later turn={8}>
        <Confetti bursts={soloBursts(beats)} />
      </Later>
      <div className="recognition" data-many={faces.length > 1 || undefined}>
        {faces.length > 0 && (
          <ul className="recognised" style={{ '--count': faces.length } as CSSProperties}>
            {faces.map(({ face }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
              <Later key={nth} turn={2 + Math.floor(nth / 2)}>
                <li>
                  <Part
                    className="recognised-face"
                    track={stay({ at: 0, forMs: 1, until: beats.leave, goMs: 420, to: 'scale(0.9)' })}
                  >
                    <Portrait face={face} at={beats.arrive + (isStill ? 0 : nth * 140)} />
                  </Part>
                </li>
              </Later>
            ))}
          </ul>
        )}
        <div className="recognition-said">
          <Later turn={5}>
            <Tag title={view.title} />
            {names !== '' && (
              <Part
                className="recognition-names fitting"
                dir="auto"
                style={fitting(names)}
                track={stay({
                  at: beats.arrive + 160,
                  from: 'translateX(-6rem)',
                  easing: settle,
                  until: beats.leave,
                })}
                isClear
              >
                <span>{names}</span>
              </Part>
            )}
            {said !== null && (
              <Part
                className="recognition-words"
                dir="auto"
                track={stay({ at: beats.count, forMs: 700, from: 'translateY(3rem)', until: beats.leave })}
                isClear
              >
                <span data-size={quoteSize(said)}>
                  {view.messageBy === null ? said : quoted(said, format.say)}
                </span>
              </Part>
            )}
            {view.messageBy !== null && (
              <Part
                className="recognition-by"
                track={stay({ at: beats.count + 400, until: beats.leave })}
                isClear
              >
                <bdi className="line">{view.messageBy}</bdi>
              </Part>
            )}
          </Later>
        </div>
      </div>
      <Later turn={7}>
        <WordOver word={view.word} />
      </Later>
    </>
  )
}

/** In Unicode's isolates: names of another direction must not change the order of their neighbours. */
const apart = (name: string): string => `\u2068${name}\u2069`

const namesOf = (
  { people, morePeople }: CelebrationView,
  say: ReturnType<typeof useSurroundings>['format']['say'],
): string => {
  const shown = people
    .slice(0, mostFaces)
    .map(({ face }) => apart(people.length > 2 ? face.short : face.name))
  const left = people.length - shown.length + morePeople
  if (left > 0)
    return [...shown, say({ id: 'celebration.more', defaultMessage: '{count} more' }, { count: left })].join(
      ', ',
    )
  if (shown.length < 2) return shown.join('')
  return say(
    { id: 'celebration.two', defaultMessage: '{first} and {last}' },
    { first: shown.slice(0, -1).join(', '), last: shown.at(-1) ?? '' },
  )
}
