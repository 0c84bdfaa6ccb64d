// Something to agree on: what, one thing more about it, and by when.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { newUuid } from '../../api/new-uuid.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

const longest = 300

const Draft = z.object({ id: z.string(), what: z.string(), choice: z.string(), dueOn: z.string() })

interface Agreement {
  /** One for all tries: what is sent twice is written once. */
  readonly id: string
  readonly what: string
  /** Null for `none`. */
  readonly choice: string | null
  /** `YYYY-MM-DD`; null without a day. */
  readonly dueOn: string | null
}

interface AgreeFormProps<A> {
  /** Under which what is typed is kept until it is sent. */
  readonly draftKey: string
  readonly example: string
  readonly choiceLabel: string
  /** What stands for none of the choices. */
  readonly none: string
  readonly choices: readonly Choice<string>[]
  /** Chosen at first; left out, none. */
  readonly first?: string | undefined
  /** Null where that cannot be agreed on yet. */
  readonly read: (agreement: Agreement) => A | null
  readonly send: (agreed: A) => Promise<unknown>
}

const noChoice = ''

export function AgreeForm<A>({
  draftKey,
  example,
  choiceLabel,
  none,
  choices,
  first = noChoice,
  read,
  send,
}: AgreeFormProps<A>) {
  const say = useSay()
  const { busy, fault, submit } = useSubmit()
  const [nothing] = useState({ id: '', what: '', choice: first, dueOn: '' })
  const draft = useDraft(draftKey, Draft, nothing)
  const { what, choice, dueOn } = draft.value
  const agree = (event: FormEvent) => {
    event.preventDefault()
    const id = draft.value.id === '' ? newUuid() : draft.value.id
    const agreed = read({
      id,
      what,
      choice: choice === noChoice ? null : choice,
      dueOn: dueOn === '' ? null : dueOn,
    })
    if (agreed === null || busy) return
    draft.set({ id })
    void submit(async () => {
      await send(agreed)
      draft.forget()
    })
  }
  return (
    <form className="talk-form" onSubmit={agree}>
      <TextField
        label={say({ id: 'console.action.what', defaultMessage: 'Agree on something' })}
        placeholder={example}
        value={what}
        onChange={(value) => draft.set({ what: value })}
        maxLength={longest}
      />
      {what.trim() !== '' && (
        <>
          <div className="form-row">
            <Picker
              label={choiceLabel}
              choices={[{ id: noChoice, name: none }, ...choices]}
              value={choice}
              onChange={(value) => draft.set({ choice: value })}
            />
            <TextField
              label={say({ id: 'console.action.due', defaultMessage: 'By when' })}
              type="date"
              value={dueOn}
              onChange={(value) => draft.set({ dueOn: value })}
            />
          </div>
          {/* Not as pending: that is read out by a button which is gone once it is sent. */}
          <Button type="submit" isDisabled={busy}>
            <FormattedMessage id="console.action.agree" defaultMessage="Agreed" />
          </Button>
        </>
      )}
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </form>
  )
}
