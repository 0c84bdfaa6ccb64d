// An import is taken back: what that would do is said first.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { importFilesQuery, importsQuery, undoImport } from '../../api/import-files.ts'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { Moved } from './moved.tsx'

interface UndoDialogProps {
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

export function UndoDialog({ id, name, onClose }: UndoDialogProps) {
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const { data: would, error } = useQuery({
    queryKey: ['import-undo', id],
    queryFn: () => undoImport(id, true),
    gcTime: 0,
    retry: false,
  })
  const undo = () =>
    submit(async () => {
      await undoImport(id, false)
      await client.invalidateQueries({ queryKey: importFilesQuery.queryKey })
      await client.invalidateQueries({ queryKey: importsQuery.queryKey })
      onClose()
    })
  return (
    <AskDialog
      onClose={onClose}
      onDo={() => void undo()}
      isPending={busy}
      isDisabled={would === undefined}
      title={
        <FormattedMessage
          id="console.imports.undo.title"
          defaultMessage="Undo the import of {name}?"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      action={<FormattedMessage id="console.imports.undo" defaultMessage="Undo this import" />}
    >
      {(fault ?? error) !== null && <Notice tone="bad">{fault ?? error?.message}</Notice>}
      {would === undefined && error === null && <Loading />}
      {would !== undefined && (
        <>
          <p>
            <FormattedMessage
              id="console.imports.undo.would"
              defaultMessage="{withdrawn, plural, one {One row that it added goes} other {# rows that it added go}}{restored, plural, =0 {} one {, one that it changed is as before} other {, # that it changed are as before}}."
              values={{ withdrawn: would.withdrawn, restored: would.restored }}
            />
          </p>
          {would.left.facts > 0 && (
            <Notice tone="warn">
              <FormattedMessage
                id="console.imports.undo.left"
                defaultMessage="{left, plural, one {One has} other {# have}} changed since and {left, plural, one {stays} other {stay}}."
                values={{ left: would.left.facts }}
              />
            </Notice>
          )}
          <Moved metrics={would.forecast?.metrics ?? []} />
        </>
      )}
    </AskDialog>
  )
}
