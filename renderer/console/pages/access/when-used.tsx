// How long ago a token was last used: "3 minutes ago".
import { FormattedRelativeTime } from 'react-intl'
import { feedNow } from '../../api/feed-time.ts'

/** `at`: epoch ms, by the feed's clock. */
export const WhenUsed = ({ at }: { readonly at: number }) => (
  <FormattedRelativeTime value={(at - feedNow()) / 1000} numeric="auto" updateIntervalInSeconds={60} />
)
