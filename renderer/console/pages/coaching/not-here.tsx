// Where there is nobody whose formula may be seen, and the way back to the others.
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { ApiFailure } from '../../api/request.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Page } from '../../kit/page.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useSay } from '../../words/words.tsx'
import './coach-person.css'

export function WayBack() {
  return (
    <Link to="/coaching" className="coached-back">
      <ArrowLeft aria-hidden="true" />
      <FormattedMessage id="console.coaching.all" defaultMessage="Everybody" />
    </Link>
  )
}

export function NotHere({ error }: { readonly error: ApiFailure }) {
  const say = useSay()
  const failureWords = useFailureWords()
  return (
    <Page
      title={say({ id: 'console.nav.coaching', defaultMessage: 'Coaching' })}
      headline={<FormattedMessage id="console.nav.coaching" defaultMessage="Coaching" />}
    >
      <Card>
        <Empty title={failureWords(error)} action={<WayBack />} />
      </Card>
    </Page>
  )
}
