// Tokens of programs that send facts or ask for numbers, and of screens.
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { tokensQuery } from '../../api/access.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { TokenDialog } from './token-dialog.tsx'
import { useTokenRoleWords } from './token-role-words.ts'
import { useAccessAct } from './use-access-act.ts'
import { WhenUsed } from './when-used.tsx'

export function Tokens() {
  const say = useSay()
  const act = useAccessAct()
  const roleWords = useTokenRoleWords()
  const asked = useQuery(tokensQuery).data?.tokens ?? []
  const screens = useFloor()?.file.screens ?? []
  // The token of a screen's TV has no name of its own.
  const tokens = asked.map((token) =>
    token.screen === null
      ? token
      : {
          ...token,
          name: say(
            { id: 'console.tokens.tv', defaultMessage: 'TV of {screen}' },
            { screen: screens.find(({ id }) => id === token.screen)?.name ?? token.screen },
          ),
        },
  )
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  const ended = tokens.find(({ id }) => id === ending)
  const end = (id: string, name: string) =>
    void act(async () => {
      await request(Done, `/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' })
      return say(
        { id: 'console.tokens.ended', defaultMessage: 'The token {name} no longer opens anything.' },
        { name },
      )
    })
  return (
    <Card
      title={<FormattedMessage id="console.tokens.title" defaultMessage="Tokens of programs and screens" />}
      note={
        <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => setMaking(true)}>
          <FormattedMessage id="console.tokens.new" defaultMessage="New token" />
        </Button>
      }
    >
      {tokens.length === 0 && (
        <p className="soft">
          <FormattedMessage
            id="console.tokens.none"
            defaultMessage="None yet. A program that sends facts needs one; a paired screen gets its own."
          />
        </p>
      )}
      <ul className="lines">
        {tokens.map(({ id, name, role, createdAt, lastUsed }) => (
          <li key={id} className="line">
            <div className="grow">
              <h3 dir="auto">{name}</h3>
              <p className="soft small">
                {roleWords(role)}
                {' · '}
                <FormattedMessage
                  id="console.tokens.made"
                  defaultMessage="made {day}"
                  values={{ day: <FormattedDate value={createdAt} dateStyle="medium" /> }}
                />
                {' · '}
                {lastUsed === null ? (
                  <FormattedMessage id="console.tokens.unused" defaultMessage="never used" />
                ) : (
                  <FormattedMessage
                    id="console.tokens.used"
                    defaultMessage="last used {when}"
                    values={{ when: <WhenUsed at={lastUsed} /> }}
                  />
                )}
              </p>
            </div>
            <Button
              size="small"
              look="danger"
              aria-label={say({ id: 'console.tokens.end.named', defaultMessage: 'Revoke {name}' }, { name })}
              onPress={() => setEnding(id)}
            >
              <FormattedMessage id="console.tokens.end" defaultMessage="Revoke" />
            </Button>
          </li>
        ))}
      </ul>
      {making && <TokenDialog onClose={() => setMaking(false)} />}
      {ended !== undefined && (
        <RevokeDialog
          token={ended}
          onRevoke={() => {
            end(ended.id, ended.name)
            setEnding(null)
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </Card>
  )
}
