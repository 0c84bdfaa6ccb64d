// Edits that the feed did not take: somebody else was quicker, or the thing is in use. The person decides.
import { FormattedMessage } from 'react-intl'
import { useEditQueue, useEditState } from '../api/floor-edits.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ChangedByWords, ChangeLine } from './change-words.tsx'

export function EditTroubles() {
  const queue = useEditQueue()
  const { waiting, trouble } = useEditState()
  const discard = (
    <Button onPress={queue.discard}>
      <FormattedMessage id="console.edits.leave" defaultMessage="Leave it" />
    </Button>
  )
  const mine = (
    <ul className="small">
      {waiting.map(({ key, said }) => (
        <li key={key}>{said}</li>
      ))}
    </ul>
  )
  return (
    <>
      <Dialog
        isOpen={trouble?.kind === 'stale'}
        onClose={queue.discard}
        mustAnswer
        alert
        title={
          <FormattedMessage
            id="console.edits.stale.title"
            defaultMessage="Somebody changed the floor meanwhile"
          />
        }
        actions={
          <>
            {discard}
            <Button look="primary" onPress={queue.applyAgain}>
              <FormattedMessage id="console.edits.again" defaultMessage="Apply mine as well" />
            </Button>
          </>
        }
      >
        {trouble?.kind === 'stale' &&
          trouble.since.map((version) => (
            <div key={version.version}>
              <h3>
                <ChangedByWords by={version.by} />
              </h3>
              <ul className="small">
                {version.changes.map((change) => (
                  <li key={`${change.list}:${change.id}:${change.what}`}>
                    <ChangeLine change={change} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        <div>
          <h3>
            <FormattedMessage id="console.edits.yours" defaultMessage="Yours, not saved yet" />
          </h3>
          {mine}
        </div>
      </Dialog>
      <Dialog
        isOpen={trouble?.kind === 'in-use'}
        onClose={queue.discard}
        alert
        width="narrow"
        title={
          <FormattedMessage
            id="console.edits.in-use.title"
            defaultMessage="Used in {count, plural, one {one place} other {# places}}"
            values={{ count: trouble?.kind === 'in-use' ? trouble.uses.length : 0 }}
          />
        }
        actions={
          <>
            {discard}
            <Button look="danger" onPress={queue.removeEverywhere}>
              <FormattedMessage id="console.edits.everywhere" defaultMessage="Remove everywhere" />
            </Button>
          </>
        }
      >
        <ul>
          {trouble?.kind === 'in-use' &&
            trouble.uses.map(({ list, id, name }) => (
              <li key={`${list}:${id}`} dir="auto">
                {name}
              </li>
            ))}
        </ul>
        <p className="soft">
          <FormattedMessage
            id="console.edits.in-use.body"
            defaultMessage="Nothing has been removed yet. Removing it everywhere takes it out of these too; History can bring all of it back."
          />
        </p>
      </Dialog>
    </>
  )
}
