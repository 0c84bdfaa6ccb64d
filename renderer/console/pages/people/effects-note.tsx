// What a change will move, before it is saved: which boards look different, which months of which teams, and whose facts would
// be nobody's.
import { FormattedList, FormattedMessage } from 'react-intl'
import type { EditEffects } from '../../../../shared/wire/floor-edits.ts'
import type { Effects } from '../../api/effects.ts'
import { ApiFailure } from '../../api/request.ts'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import './effects-note.css'

/** Nobody reads more of them before they save. */
const mostLines = 6

type Value = EditEffects['values'][number]

function Line({ of: { name, period, of } }: { readonly of: Value }) {
  return (
    <li>
      <span className="strong">
        <bdi>{name}</bdi>, {period}
      </span>
      {of.map((each) => (
        <span key={each.id} className="effect-part figures">
          <bdi>{each.name}</bdi> {each.before} → {each.after}
        </span>
      ))}
    </li>
  )
}

function Found({ effects }: { readonly effects: EditEffects }) {
  const { boards, values, more, lost } = effects
  const isNothing = boards.length === 0 && values.length === 0
  return (
    <>
      <p className="strong">
        {isNothing ? (
          <FormattedMessage
            id="console.effects.nothing"
            defaultMessage="No number and no board changes by it."
          />
        ) : (
          <FormattedMessage
            id="console.effects.moves"
            defaultMessage="It moves {boards, plural, =0 {no board} one {# board} other {# boards}}{values, plural, =0 {} one { and # figure of the last twelve months} other { and # figures of the last twelve months}}."
            values={{ boards: boards.length, values: values.length + more }}
          />
        )}
      </p>
      {boards.length > 0 && (
        <p className="soft">
          <FormattedList
            value={boards.slice(0, mostLines).map(({ id, title }) => <bdi key={id}>{title}</bdi>)}
          />
          {boards.length > mostLines && ' …'}
        </p>
      )}
      {values.length > 0 && (
        <ul className="effect-lines">
          {values.slice(0, mostLines).map((value) => (
            <Line key={`${value.metric} ${value.period}`} of={value} />
          ))}
        </ul>
      )}
      {values.length > mostLines && (
        <More
          level={3}
          words={
            <FormattedMessage
              id="console.effects.more"
              defaultMessage="{count, plural, one {One more figure} other {# more figures}}"
              values={{ count: values.length - mostLines + more }}
            />
          }
        >
          <ul className="effect-lines">
            {values.slice(mostLines).map((value) => (
              <Line key={`${value.metric} ${value.period}`} of={value} />
            ))}
          </ul>
        </More>
      )}
      {lost.map(({ rep, facts }) => (
        <p key={rep} className="effect-lost">
          <FormattedMessage
            id="console.effects.lost"
            defaultMessage="Sources write “{rep}”: {facts, plural, one {# fact} other {# facts}} would be nobody’s. Keep the name among those by which sources know them."
            values={{ rep, facts }}
          />
        </p>
      ))}
    </>
  )
}

/** Nothing before something was changed. */
export function EffectsNote({ of: { effects, error, isPending } }: { readonly of: Effects }) {
  const failureWords = useFailureWords()
  if (error instanceof ApiFailure) return <Notice tone="bad">{failureWords(error)}</Notice>
  if (effects && effects.errors.length > 0)
    return (
      <Notice
        tone="bad"
        title={
          <FormattedMessage id="console.effects.refused" defaultMessage="It cannot be saved like this" />
        }
      >
        <ul>
          {effects.errors.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Notice>
    )
  if (!isPending && !effects) return null
  return (
    <div role="status" className="effects">
      <Notice tone={effects && effects.lost.length > 0 ? 'warn' : 'info'}>
        {effects ? (
          <Found effects={effects} />
        ) : (
          <p className="soft">
            <FormattedMessage id="console.effects.working" defaultMessage="Working out what this moves…" />
          </p>
        )}
      </Notice>
    </div>
  )
}

/** Whether it was worked out, and nothing stands against it. */
export const maySave = ({ effects }: Effects): boolean =>
  effects !== null && effects.errors.length === 0 && effects.lost.length === 0
