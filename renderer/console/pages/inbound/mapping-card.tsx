// What is made of a program's deliveries: a form of paths beside what becomes of a sample.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import type { InboundSource } from '../../../../shared/wire/inbound.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSay } from '../../words/words.tsx'
import { emptyForm, formOf, isComplete, mappingOf } from './form-mapping.ts'
import { MappingFields } from './mapping-fields.tsx'
import { PathField } from './path-field.tsx'
import { itemOf, listsIn, pathsIn } from './paths-in.ts'
import { TryResult } from './try-result.tsx'

interface MappingCardProps {
  readonly source: InboundSource
  /** Of the floor. */
  readonly currency: string
  readonly sample: string
  readonly onSample: (sample: string) => void
}

/** Null for what is no JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function MappingCard({ source, currency, sample, onSample }: MappingCardProps) {
  const say = useSay()
  const edit = useEdit()
  const { mapping } = source
  const before = mapping === undefined ? emptyForm(currency) : formOf(mapping, currency)
  const [form, setForm] = useState(before ?? emptyForm(currency))
  const [each, setEach] = useState(source.each ?? '')
  const [busy, setBusy] = useState(false)
  const body = parsed(sample)
  const written = { ...source, each: each === '' ? undefined : each, mapping: mappingOf(form) }
  // As it would be saved; as it stands in the file where that says more than the form.
  const tried = before === null ? source.id : isComplete(form) ? written : null
  const isChanged =
    before !== null &&
    (each !== (source.each ?? '') || JSON.stringify(form) !== JSON.stringify(before) || !mapping)
  const save = async () => {
    setBusy(true)
    const set: FloorEdit = {
      do: 'set',
      list: 'inbound',
      id: source.id,
      fields: { each: each === '' ? null : each, mapping: mappingOf(form) },
    }
    await edit(
      [set],
      say(
        {
          id: 'console.inbound.mapping.saved',
          defaultMessage: 'What “{name}” sends is read that way from now on.',
        },
        { name: source.name },
      ),
    )
    setBusy(false)
  }
  return (
    <Card
      title={<FormattedMessage id="console.inbound.mapping" defaultMessage="What is made of it" />}
      note={
        before !== null && (
          <Button
            look="primary"
            size="small"
            isPending={busy}
            isDisabled={!isChanged || !isComplete(form)}
            onPress={() => void save()}
          >
            <FormattedMessage id="console.inbound.mapping.save" defaultMessage="Save" />
          </Button>
        )
      }
    >
      <div className="inbound-mapping">
        <div className="form">
          {before === null ? (
            <Notice tone="info">
              <FormattedMessage
                id="console.inbound.mapping.in-file"
                defaultMessage="This mapping says more than a form can, and is written in the floor file. Beside it stands what becomes of a sample."
              />
            </Notice>
          ) : (
            <>
              <PathField
                label={say({ id: 'console.inbound.each', defaultMessage: 'Where the list of them is' })}
                hint={say({
                  id: 'console.inbound.each.hint',
                  defaultMessage: 'Left empty, a delivery is one deal or one activity.',
                })}
                paths={listsIn(body).map((path) => ({ path, shown: '' }))}
                value={each}
                onChange={(value) => setEach(value.trim())}
              />
              <MappingFields
                form={form}
                onChange={setForm}
                paths={pathsIn(each === '' ? body : itemOf(body, each))}
              />
            </>
          )}
        </div>
        <div className="form">
          <TextField
            label={say({ id: 'console.inbound.sample', defaultMessage: 'A sample of what it sends' })}
            value={sample}
            onChange={onSample}
            multiline
          />
          <TryResult source={tried} body={sample} />
        </div>
      </div>
    </Card>
  )
}
