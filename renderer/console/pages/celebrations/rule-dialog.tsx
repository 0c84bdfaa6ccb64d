// One rule: what it is about, how it looks and sounds, where, and who is told; beside it what it would have celebrated.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CelebrationRule } from '../../../../shared/wire/celebrations/rule.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { newId } from '../../api/new-id.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useEntry } from '../../shell/use-entry.ts'
import { useSay } from '../../words/words.tsx'
import { fieldsOf, isSayable, newRule, RuleFields, ruleOf } from './rule-fields.ts'
import { RuleManner } from './rule-manner.tsx'
import { RuleTrigger } from './rule-trigger.tsx'
import { TryPanel } from './try-panel.tsx'

interface RuleDialogProps {
  readonly file: FloorFile
  /** Null: a new one. */
  readonly before: CelebrationRule | null
  readonly onClose: () => void
}

export function RuleDialog({ file, before, onClose }: RuleDialogProps) {
  const say = useSay()
  const entry = useEntry<CelebrationRule>('celebrations')
  const may = useMay()
  const [initial] = useState(() =>
    before === null ? { ...newRule, metric: file.metrics[0]?.id ?? '' } : fieldsOf(before),
  )
  const { value: fields, set, forget } = useDraft(`celebration:${before?.id ?? 'new'}`, RuleFields, initial)
  const taken = file.celebrations.map(({ id }) => id)
  const parsed = ruleOf(fields, before?.id ?? newId(fields.name, taken, 'celebration'), before)
  const rule = parsed.success ? parsed.data : null
  const placeIsMissing =
    (fields.place === 'groups' && fields.groups.length === 0) ||
    (fields.place === 'screens' && fields.screens.length === 0)
  const close = () => {
    forget()
    onClose()
  }
  const save = () => {
    if (rule === null) return
    void entry.save(before, rule)
    close()
  }
  const remove = () => {
    if (before !== null) void entry.remove(before)
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={
        before === null
          ? say({ id: 'console.celebrate.rule.title.new', defaultMessage: 'A new rule' })
          : before.name
      }
      note={
        <FormattedMessage
          id="console.celebrate.rule.note"
          defaultMessage="It celebrates what happens from now on, and nothing of the past."
        />
      }
      actions={
        may.edit && (
          <>
            {before !== null && (
              <Button look="danger" onPress={remove}>
                <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
              </Button>
            )}
            <Button onPress={close}>
              <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
            </Button>
            <Button look="primary" isDisabled={rule === null || placeIsMissing} onPress={save}>
              <FormattedMessage id="console.rule.save" defaultMessage="Save" />
            </Button>
          </>
        )
      }
    >
      <div className="celebration-form">
        <div className="celebration-fields">
          <TextField
            label={say({ id: 'console.celebrate.rule.name', defaultMessage: 'On the wall it is called' })}
            value={fields.name}
            maxLength={60}
            placeholder={say({ id: 'console.celebrate.rule.name.example', defaultMessage: 'Big deal' })}
            onChange={(name) => set({ name })}
          />
          {before !== null && !isSayable(before) ? (
            <Notice tone="info">
              <FormattedMessage
                id="console.celebrate.rule.by-hand"
                defaultMessage="When it happens is written in the floor file in a way that this form cannot show. It stays as it is."
              />
            </Notice>
          ) : (
            <RuleTrigger file={file} fields={fields} set={set} />
          )}
          <RuleManner file={file} fields={fields} set={set} />
        </div>
        <TryPanel rule={rule} />
      </div>
    </Dialog>
  )
}
