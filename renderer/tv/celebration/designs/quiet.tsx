// For those who do not like the stage, and for what came while nobody could see it: a card that fades in at the foot of the
// board. Nothing moves, nothing is heard, the board stays.
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { phrase } from '../../../ui/phrase.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { Part } from '../parts/part.tsx'
import { Likeness } from '../parts/portrait.tsx'
import { useTiming } from '../takeover/timing.ts'
import { deedOf } from './deed.ts'
import './quiet.css'

const mostLines = 6

export const Quiet = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { beats } = useTiming()
  const [first] = view.people
  const { figure, about } = deedOf(view, format)
  const lines = view.merged.slice(0, mostLines)
  const more = view.merged.length - lines.length
  const said = view.word?.text ?? view.message
  /** Of nobody: what is said is the whole card. */
  const isSaying = first === undefined && lines.length === 0
  return (
    <Part
      className="quiet-card"
      track={[
        { at: 0, opacity: 0, easing: 'ease-out' },
        { at: 700, opacity: 1 },
        { at: beats.end - 700, opacity: 1, easing: 'ease-in' },
        { at: beats.end, opacity: 0 },
      ]}
    >
      {first !== undefined && (
        <span className="quiet-face">
          <Likeness face={first.face} />
        </span>
      )}
      <div className="quiet-said">
        <p className="quiet-title line" dir="auto">
          {view.title}
        </p>
        {first !== undefined && (
          <p className="quiet-name line" dir="auto">
            {first.face.name}
          </p>
        )}
        {lines.length > 0 && (
          <ul className="quiet-lines">
            {lines.map(({ title, name }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike
              <li key={nth} className="line" {...phrase}>
                <bdi className="quiet-line-title">{title}</bdi> · <bdi>{name}</bdi>
              </li>
            ))}
            {more > 0 && (
              <li>
                {format.say({ id: 'celebration.more', defaultMessage: '{count} more' }, { count: more })}
              </li>
            )}
          </ul>
        )}
        {about.length > 0 && (
          <p className="quiet-about line">
            <bdi>{about.join(' · ')}</bdi>
          </p>
        )}
        {said !== null && said !== undefined && (
          <p className={`${isSaying ? 'quiet-name' : 'quiet-about'} line`} dir="auto">
            {said}
          </p>
        )}
      </div>
      {figure !== null && <span className="quiet-figure">{figure}</span>}
    </Part>
  )
}
