import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { DoneAnswer } from '../../shared/wire/operator.ts'
import { Button } from '../console/kit/button.tsx'
import { TextField } from '../console/kit/field.tsx'
import { Outside } from '../console/pages/sign-in/outside.tsx'
import { useSay } from '../console/words/words.tsx'
import { askNode } from './ask-node.ts'
import { useDoing } from './use-doing.ts'

export function SignIn() {
  const say = useSay()
  const [token, setToken] = useState('')
  const { isDoing, fault, act } = useDoing()
  return (
    <Outside
      headline={<FormattedMessage id="operator.sign-in" defaultMessage="For whoever runs Floorboard here" />}
      note={
        <FormattedMessage
          id="operator.sign-in-note"
          defaultMessage="The token is what the nodes were started with, FLOORBOARD_OPERATOR_TOKEN. Accounts of a floor do not count here."
        />
      }
    >
      <form
        className="operator-form"
        onSubmit={(event) => {
          event.preventDefault()
          void act(() => askNode(DoneAnswer, '/session', 'POST', { token }), null)
        }}
      >
        <TextField
          type="password"
          label={say({ id: 'operator.token', defaultMessage: 'Operator’s token' })}
          value={token}
          onChange={setToken}
          autoComplete="current-password"
          autoFocus
          required
          error={fault ?? undefined}
        />
        <Button look="primary" size="large" type="submit" isPending={isDoing} isDisabled={token === ''}>
          <FormattedMessage id="operator.enter" defaultMessage="Sign in" />
        </Button>
      </form>
    </Outside>
  )
}
