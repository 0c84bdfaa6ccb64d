// At the foot of a form: a draft is kept or begun, what has begun is saved.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from './button.tsx'
import './draft-acts.css'

interface DraftActsProps {
  readonly isDraft: boolean
  /** The form says nothing that can be saved. */
  readonly isIncomplete: boolean
  readonly isSaving: boolean
  /** How saving looks where nothing else can be done; left out, plain. */
  readonly saveLook?: 'plain' | 'primary'
  /** What beginning it is called. */
  readonly begins: ReactNode
  readonly onSave: () => void
  readonly onBegin: () => void
}

export function DraftActs({
  isDraft,
  isIncomplete,
  isSaving,
  saveLook = 'plain',
  begins,
  onSave,
  onBegin,
}: DraftActsProps) {
  return (
    <div className="draft-acts">
      <Button
        look={isDraft ? 'plain' : saveLook}
        isDisabled={isIncomplete}
        isPending={isSaving}
        onPress={onSave}
      >
        {isDraft ? (
          <FormattedMessage id="console.contest.save-draft" defaultMessage="Save as a draft" />
        ) : (
          <FormattedMessage id="console.rule.save" defaultMessage="Save" />
        )}
      </Button>
      {isDraft && (
        <Button look="primary" isDisabled={isIncomplete} isPending={isSaving} onPress={onBegin}>
          {begins}
        </Button>
      )}
    </div>
  )
}
