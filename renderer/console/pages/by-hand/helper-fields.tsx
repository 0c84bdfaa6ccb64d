// Who helped to win a deal, and how much of it counts for them.
import { FormattedMessage } from 'react-intl'
import type { HandAnswer } from '../../../../shared/wire/by-hand.ts'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

interface HelperFieldsProps extends Pick<HandAnswer, 'colleagues' | 'isShared'> {
  /** By id; empty: nobody. */
  readonly helper: string
  /** Of the deal, 1 to 99. */
  readonly percent: number
  readonly setHelper: (helper: string) => void
  readonly setPercent: (percent: number) => void
}

const usualPercents: readonly number[] = [10, 20, 30, 50]

export function HelperFields(props: HelperFieldsProps) {
  const { colleagues, isShared, helper, percent, setHelper, setPercent } = props
  const say = useSay()
  const name = colleagues.find(({ id }) => id === helper)?.name
  return (
    <div className="form-row">
      <Picker
        label={say({ id: 'console.hand.helper', defaultMessage: 'Who helped you to win it' })}
        value={helper}
        choices={[
          { id: '', name: say({ id: 'console.hand.helper.none', defaultMessage: 'Nobody' }) },
          ...colleagues,
          // Who has left since is still who helped.
          ...(helper !== '' && name === undefined ? [{ id: helper, name: helper }] : []),
        ]}
        onChange={setHelper}
      />
      {helper !== '' && isShared && (
        <Picker
          label={
            <FormattedMessage
              id="console.hand.helper.share"
              defaultMessage="Counts for {name}"
              values={{ name: <bdi>{name ?? helper}</bdi> }}
            />
          }
          value={String(percent)}
          choices={[...new Set([...usualPercents, percent])]
            .sort((one, other) => one - other)
            .map((each) => ({
              id: String(each),
              name: say(
                { id: 'console.hand.helper.percent', defaultMessage: '{share, number, percent} of it' },
                { share: each / 100 },
              ),
            }))}
          onChange={(id) => setPercent(Number(id))}
        />
      )}
    </div>
  )
}
