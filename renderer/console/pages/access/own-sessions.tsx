// Where one is signed in oneself.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, FormattedRelativeTime } from 'react-intl'
import { sessionsQuery } from '../../api/access.ts'
import { feedNow } from '../../api/feed-time.ts'
import { Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'
import { useAccessAct } from './use-access-act.ts'

export function OwnSessions() {
  const say = useSay()
  const act = useAccessAct()
  const sessions = useQuery(sessionsQuery).data?.sessions ?? []
  const end = (id: string) =>
    void act(async () => {
      await request(Done, `/me/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })
      return say({ id: 'console.sessions.ended', defaultMessage: 'Signed out there.' })
    })
  const endOthers = () =>
    void act(async () => {
      await request(Done, '/me/sessions', { method: 'DELETE' })
      return say({ id: 'console.sessions.others-ended', defaultMessage: 'Signed out everywhere else.' })
    })
  return (
    <Card
      title={<FormattedMessage id="console.sessions.title" defaultMessage="Your own sessions" />}
      note={
        sessions.length > 1 && (
          <Button size="small" look="quiet" onPress={endOthers}>
            <FormattedMessage id="console.sessions.others" defaultMessage="Sign out everywhere else" />
          </Button>
        )
      }
    >
      <ul className="lines">
        {sessions.map(({ id, device, address, lastSeen, current }) => (
          <li key={id} className="line">
            <div className="grow">
              <h3>
                {device || (
                  <FormattedMessage id="console.sessions.unknown" defaultMessage="An unknown device" />
                )}
              </h3>
              <p className="soft small">
                {address}
                {' · '}
                {current ? (
                  <FormattedMessage id="console.sessions.here" defaultMessage="this one" />
                ) : (
                  <FormattedRelativeTime
                    value={(lastSeen - feedNow()) / 1000}
                    numeric="auto"
                    updateIntervalInSeconds={60}
                  />
                )}
              </p>
            </div>
            {!current && (
              <Button size="small" onPress={() => end(id)}>
                <FormattedMessage id="console.sessions.end" defaultMessage="Sign out" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
