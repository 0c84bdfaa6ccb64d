// What putting a floor file would change, before it is put.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { PreviewAnswer } from '../../../../shared/wire/floor-edits.ts'
import { ApiFailure, Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toasts.tsx'
import { ChangeLine } from '../../shell/change-words.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

const asYaml = (body: string) => ({ type: 'application/yaml', body })

export function ImportDialog({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const failureWords = useFailureWords()
  const { busy, fault, submit } = useSubmit()
  const { data, error } = useQuery({
    queryKey: ['preview', text],
    queryFn: ({ signal }) => request(PreviewAnswer, '/floor/preview', { text: asYaml(text), signal }),
    gcTime: 0,
    retry: false,
  })
  const put = () =>
    submit(async () => {
      // Only over the version with which it was compared.
      await request(Done, '/floor', {
        method: 'PUT',
        text: asYaml(text),
        ...(data ? { ifMatch: data.version } : {}),
      })
      await client.invalidateQueries()
      onClose()
      toast({
        said: say({ id: 'console.import.done', defaultMessage: 'The file is the floor now.' }),
        tone: 'done',
      })
    })
  const isSame = data?.errors.length === 0 && data.changes.length === 0
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.import.title" defaultMessage="What this file would change" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={!data || data.errors.length > 0 || isSame}
            onPress={() => void put()}
          >
            <FormattedMessage
              id="console.import.do"
              defaultMessage="{count, plural, =0 {Nothing to change} one {Make this change} other {Make these # changes}}"
              values={{ count: data?.changes.length ?? 0 }}
            />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {error && (
        <Notice tone="bad">{error instanceof ApiFailure ? failureWords(error) : error.message}</Notice>
      )}
      {!data && !error && <Loading />}
      {data && data.errors.length > 0 && (
        <Notice
          tone="bad"
          title={
            <FormattedMessage
              id="console.import.errors"
              defaultMessage="{count, plural, one {One thing in it is wrong} other {# things in it are wrong}}"
              values={{ count: data.errors.length }}
            />
          }
        >
          <ul>
            {data.errors.map(({ line, path, message }) => (
              <li key={`${line}:${path}:${message}`}>
                <FormattedMessage
                  id="console.import.error"
                  defaultMessage="Line {line}: {path} {message}"
                  values={{ line, path, message }}
                />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ul>
        {data?.changes.map((change) => (
          <li key={`${change.list}:${change.id}:${change.what}`}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
