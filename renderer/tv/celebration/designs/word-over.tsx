// A leader's words over a design that has no place for them beside it: it steps back, and they take the whole stage.
import type { WordFromTheTop } from '../../../../shared/wire/celebrations/view.ts'
import { Part } from '../parts/part.tsx'
import { Word } from '../parts/word.tsx'
import { useTiming } from '../takeover/timing.ts'
import './word-over.css'

export const WordOver = ({ word }: { readonly word: WordFromTheTop | null }) => {
  const { beats } = useTiming()
  if (word === null || beats.word === null) return null
  return (
    <>
      <Part
        className="word-veil"
        track={[
          { at: beats.word, opacity: 0, easing: 'ease-out' },
          { at: beats.word + 360, opacity: 1 },
          { at: beats.leave + 200, opacity: 1 },
          { at: beats.leave + 500, opacity: 0 },
        ]}
      />
      <div className="word-over">
        <Word word={word} at={beats.word} />
      </div>
    </>
  )
}
