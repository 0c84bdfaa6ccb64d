// The fields of a change, before and after, as the floor file writes them.
import { FormattedMessage } from 'react-intl'
import type { FloorChange } from '../../../../shared/wire/floor-edits.ts'
import { More } from '../../kit/more.tsx'

export function FieldChanges({ fields }: { readonly fields: FloorChange['fields'] }) {
  if (fields.length === 0) return null
  return (
    <More
      level={2}
      words={<FormattedMessage id="console.history.fields" defaultMessage="Before and after" />}
    >
      {fields.map(({ field, before, after }) => (
        <div key={field} className="field-change small">
          <span className="strong">{field}</span>
          {before !== null && (
            <pre data-side="before">
              <del>{before}</del>
            </pre>
          )}
          {after !== null && (
            <pre data-side="after">
              <ins>{after}</ins>
            </pre>
          )}
        </div>
      ))}
    </More>
  )
}
