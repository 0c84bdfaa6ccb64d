// Who helped whom, with what, on which deal.
import { HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { type NewThanks, ThanksHow, ThanksWay, ThanksWords } from '../../../../shared/wire/thanks.ts'
import { feedNow } from '../../api/feed-time.ts'
import type { ThanksInHand } from '../../api/thanks.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { useThanksHowWords } from './use-thanks-how-words.ts'

/** As many as stand in two lines of a phone. */
const fewAccounts = 4
const mostLetters = 140
/** In no way that has a name. */
const other = 'other'

interface ThanksFormProps {
  readonly of: Pick<ThanksInHand, 'colleagues' | 'accounts'>
  readonly onSay: (said: NewThanks) => void
}

export function ThanksForm({ of: { colleagues, accounts }, onSay }: ThanksFormProps) {
  const say = useSay()
  const [way, setWay] = useState<ThanksWay>('helped')
  const [colleague, setColleague] = useState('')
  const [how, setHow] = useState<ThanksHow | typeof other>(other)
  const howWords = useThanksHowWords()
  const [words, setWords] = useState('')
  const [account, setAccount] = useState('')
  const parsed = ThanksWords.safeParse(words)
  const name = colleagues.find(({ id }) => id === colleague)?.name
  const values = { name: <bdi>{name}</bdi> }
  const ways: Readonly<Record<ThanksWay, string>> = {
    helped: say({ id: 'console.thanks.way.helped', defaultMessage: 'I was helped' }),
    helper: say({ id: 'console.thanks.way.helper', defaultMessage: 'I helped' }),
  }
  return (
    <div className="form thanks-form">
      <Segments
        label={say({ id: 'console.thanks.way', defaultMessage: 'Which way round' })}
        choices={ThanksWay.options.map((id) => ({ id, name: ways[id] }))}
        value={way}
        onChange={setWay}
      />
      <SearchPicker
        label={
          way === 'helped' ? (
            <FormattedMessage id="console.thanks.who" defaultMessage="Who helped you" />
          ) : (
            <FormattedMessage id="console.thanks.whom" defaultMessage="Whom you helped" />
          )
        }
        choices={colleagues}
        value={colleague}
        onChange={setColleague}
      />
      <Segments
        label={say({ id: 'console.thanks.how', defaultMessage: 'In which way' })}
        choices={[
          ...ThanksHow.options.map((id) => ({ id, name: howWords.button(id) })),
          { id: other, name: say({ id: 'console.thanks.how.other', defaultMessage: 'Other' }) },
        ]}
        value={how}
        onChange={setHow}
      />
      <TextField
        label={say({ id: 'console.thanks.with', defaultMessage: 'With what' })}
        value={words}
        onChange={setWords}
        maxLength={mostLetters}
        autoComplete="off"
        hint={
          <FormattedMessage
            id="console.thanks.with.note"
            defaultMessage="One sentence that everybody may read."
          />
        }
      />
      <TextField
        label={say({
          id: 'console.thanks.deal',
          defaultMessage: 'On which deal (the customer), if it was one',
        })}
        value={account}
        onChange={setAccount}
        maxLength={100}
        autoComplete="off"
      />
      {accounts.length > 0 && account === '' && (
        <div className="thanks-accounts">
          {accounts.slice(0, fewAccounts).map((each) => (
            <Button key={each} size="small" onPress={() => setAccount(each)}>
              <span dir="auto">{each}</span>
            </Button>
          ))}
        </div>
      )}
      <Button
        look="primary"
        size="large"
        icon={<HeartHandshake aria-hidden="true" />}
        isDisabled={name === undefined || !parsed.success}
        onPress={() => {
          if (!parsed.success) return
          onSay({
            ...{ way, colleague, words: parsed.data, account: account.trim() || null },
            how: how === other ? null : how,
            at: feedNow(),
          })
        }}
      >
        {name === undefined ? (
          <FormattedMessage id="console.thanks.say" defaultMessage="Say thank you" />
        ) : way === 'helped' ? (
          <FormattedMessage id="console.thanks.say.name" defaultMessage="Thank {name}" values={values} />
        ) : (
          <FormattedMessage
            id="console.thanks.ask.name"
            defaultMessage="Ask {name} to confirm"
            values={values}
          />
        )}
      </Button>
      <p className="soft small">
        {way === 'helped' ? (
          <FormattedMessage
            id="console.thanks.counts"
            defaultMessage="It counts for them at once, and stands on the thank-you wall."
          />
        ) : (
          <FormattedMessage
            id="console.thanks.counts-later"
            defaultMessage="It counts once they have confirmed it, with one press on their phone. Until then it counts nowhere."
          />
        )}
      </p>
    </div>
  )
}
