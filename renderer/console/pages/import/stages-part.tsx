// Words of the file's stages that nobody said a meaning of: each has one proposed, all are taken by one press, and the file is
// checked again.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FileResult } from '../../../../shared/wire/import-files.ts'
import { Button } from '../../kit/button.tsx'
import { FirstFew } from '../../kit/first-few.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { guessedMeaning, type StageMeaning, type StageMeanings } from './plan-stages.ts'

/** More than these are behind a press. */
const mostShown = 8

interface StagesPartProps {
  readonly words: FileResult['words']
  readonly isPending: boolean
  readonly onTake: (meanings: StageMeanings) => void
}

export function StagesPart({ words, isPending, onTake }: StagesPartProps) {
  const say = useSay()
  const [chosen, setChosen] = useState<StageMeanings>({})
  if (words.length === 0) return null
  const choices: readonly { id: StageMeaning; name: string }[] = [
    { id: 'open', name: say({ id: 'console.imports.stages.open', defaultMessage: 'Open' }) },
    { id: 'won', name: say({ id: 'console.imports.stages.won', defaultMessage: 'Won' }) },
    { id: 'lost', name: say({ id: 'console.imports.stages.lost', defaultMessage: 'Lost' }) },
    { id: 'out', name: say({ id: 'console.imports.stages.out', defaultMessage: 'Leave out' }) },
  ]
  const meaningOf = (word: string): StageMeaning => chosen[word] ?? guessedMeaning(word)
  const lines = (some: readonly FileResult['words'][number][]) => (
    <ul className="import-names">
      {some.map(({ word, rows }) => (
        <li key={word} className="import-name">
          <span>
            <bdi className="strong">{word}</bdi>{' '}
            <span className="soft small">
              <FormattedMessage
                id="console.imports.stages.rows"
                defaultMessage="{rows, plural, one {# row} other {# rows}}"
                values={{ rows }}
              />
            </span>
          </span>
          <Segments
            label={say({ id: 'console.imports.stages.means', defaultMessage: 'What {word} means' }, { word })}
            choices={choices}
            value={meaningOf(word)}
            onChange={(meaning) => setChosen({ ...chosen, [word]: meaning })}
          />
        </li>
      ))}
    </ul>
  )
  return (
    <Notice
      tone="warn"
      title={
        <FormattedMessage
          id="console.imports.stages"
          defaultMessage="{count, plural, one {One stage is} other {# stages are}} not known yet"
          values={{ count: words.length }}
        />
      }
    >
      <div className="import-part">
        <p className="small">
          <FormattedMessage
            id="console.imports.stages.note"
            defaultMessage="Say what each means: then the file is checked again with these rows."
          />
        </p>
        <FirstFew
          all={words}
          few={mostShown}
          more={(count) => (
            <FormattedMessage
              id="console.imports.stages.more"
              defaultMessage="{count, plural, one {# more stage} other {# more stages}}"
              values={{ count }}
            />
          )}
        >
          {lines}
        </FirstFew>
        <div className="import-actions">
          <Button
            look="primary"
            isPending={isPending}
            onPress={() => onTake(Object.fromEntries(words.map(({ word }) => [word, meaningOf(word)])))}
          >
            <FormattedMessage
              id="console.imports.stages.take"
              defaultMessage="{count, plural, one {Take it} other {Take them}} and check again"
              values={{ count: words.length }}
            />
          </Button>
        </div>
      </div>
    </Notice>
  )
}

interface LeftOutProps {
  readonly words: readonly string[]
  readonly onTakeBack: () => void
}

/** Whose rows are passed over is never out of sight. */
export function LeftOut({ words, onTakeBack }: LeftOutProps) {
  if (words.length === 0) return null
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" onPress={onTakeBack}>
          <FormattedMessage id="console.imports.stages.back" defaultMessage="Ask again" />
        </Button>
      }
    >
      <FormattedMessage
        id="console.imports.stages.left-out"
        defaultMessage="Rows with {words} are left out."
        values={{ words: <bdi>{words.join(', ')}</bdi> }}
      />
    </Notice>
  )
}
