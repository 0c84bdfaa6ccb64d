// Whom, and why: one sentence.
import { Award as AwardIcon } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { type NewNomination, NominationWords } from '../../../../shared/wire/awards.ts'
import type { AwardInHand } from '../../api/awards.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useSay } from '../../words/words.tsx'

const mostLetters = 140

interface NominateFormProps {
  readonly of: Pick<AwardInHand, 'award' | 'on' | 'colleagues'>
  readonly onSay: (said: NewNomination) => void
}

export function NominateForm({ of: { award, on, colleagues }, onSay }: NominateFormProps) {
  const say = useSay()
  const [person, setPerson] = useState('')
  const [words, setWords] = useState('')
  const parsed = NominationWords.safeParse(words)
  const name = colleagues.find(({ id }) => id === person)?.name
  return (
    <div className="form award-form">
      <SearchPicker
        label={<FormattedMessage id="console.award.whom" defaultMessage="Whom you nominate" />}
        choices={colleagues}
        value={person}
        onChange={setPerson}
      />
      <TextField
        label={say({ id: 'console.award.why', defaultMessage: 'Why' })}
        value={words}
        onChange={setWords}
        maxLength={mostLetters}
        autoComplete="off"
        hint={
          <FormattedMessage
            id="console.award.why.note"
            defaultMessage="One sentence that everybody may read. Your name does not stand beside it."
          />
        }
      />
      <Button
        size="large"
        icon={<AwardIcon aria-hidden="true" />}
        isDisabled={name === undefined || !parsed.success}
        onPress={() => {
          if (parsed.success) onSay({ award: award.id, on, person, words: parsed.data })
        }}
      >
        {name === undefined ? (
          <FormattedMessage id="console.award.nominate" defaultMessage="Nominate" />
        ) : (
          <span>
            <FormattedMessage
              id="console.award.nominate.name"
              defaultMessage="Nominate {name}"
              values={{ name: <bdi>{name}</bdi> }}
            />
          </span>
        )}
      </Button>
    </div>
  )
}
