// The words of a leader take the stage, and who wrote them.
import { formatAge } from '../../../../shared/domain/words/age.ts'
import type { WordFromTheTop } from '../../../../shared/wire/celebrations/view.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { useTiming } from '../takeover/timing.ts'
import { settle, springy, stay } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import { Likeness } from './portrait.tsx'
import './word.css'

/** Of a text of so many letters, up to the last. */
const sizes = [
  [44, 'large'],
  [100, 'middle'],
  [180, 'small'],
] as const
export const quoteSize = (text: string): string => sizes.find(([most]) => text.length <= most)?.[1] ?? 'least'

/** As the floor's language quotes. */
export const quoted = (text: string, say: ReturnType<typeof useSurroundings>['format']['say']): string =>
  say({ id: 'celebration.quoted', defaultMessage: '“{text}”' }, { text })

export const Word = ({ word, at }: { readonly word: WordFromTheTop; readonly at: number }) => {
  const { format, feedNow } = useSurroundings()
  const { beats } = useTiming()
  const until = beats.leave
  return (
    <div className="word">
      <Part
        className="word-rule"
        track={[
          { at: at + 120, opacity: 0, transform: 'scaleY(0)', easing: settle },
          { at: at + 140, opacity: 1, transform: 'scaleY(0)', easing: settle },
          { at: at + 620, opacity: 1, transform: 'none' },
          { at: until, opacity: 1, transform: 'none' },
          { at: until + 240, opacity: 0, transform: 'none' },
        ]}
      />
      <Part
        className="word-text"
        dir="auto"
        track={stay({ at: at + 240, forMs: 700, from: 'translateX(5rem)', until })}
        isClear
      >
        <span data-size={quoteSize(word.text)}>{quoted(word.text, format.say)}</span>
      </Part>
      <Part
        className="word-from"
        track={stay({ at: at + 520, from: 'translateY(3rem)', easing: springy, until })}
        isClear
      >
        <span className="word-face">
          <Likeness face={word.from} />
        </span>
        <span className="word-who">
          <span className="word-name line" dir="auto">
            {word.from.name}
          </span>
          <span className="word-title">
            {word.title !== null && <bdi>{word.title} · </bdi>}
            {formatAge(Math.max(0, feedNow() - word.at), format.say)}
          </span>
        </span>
      </Part>
    </div>
  )
}
