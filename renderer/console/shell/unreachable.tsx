// Where not even the feed's first word came: there is no language yet, so it is said in English.
import { Unplug } from 'lucide-react'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'

interface UnreachableProps {
  readonly error: Error
  readonly onRetry: () => void
}

export function Unreachable({ error, onRetry }: UnreachableProps) {
  return (
    <main>
      <Empty
        icon={<Unplug aria-hidden="true" />}
        title="The feed does not answer"
        action={
          <Button look="primary" onPress={onRetry}>
            Try again
          </Button>
        }
      >
        {error.message} The screens go on with their last numbers meanwhile.
      </Empty>
    </main>
  )
}
