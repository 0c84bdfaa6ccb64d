// Back, hold, next: the three that are pressed without looking.
import { Pause, SkipBack, SkipForward, Undo2 } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import type { Remote } from './use-remote.ts'

/** Long enough for a word with the floor, and it ends by itself. */
const holdForMs = 15 * 60_000

export function Steps({ remote: { control, board, mine, ask } }: { readonly remote: Remote }) {
  const held = control.hold !== null
  const others = held && !mine
  const shown = board?.id
  return (
    <div className="steps">
      <Button
        size="large"
        icon={<SkipBack aria-hidden="true" />}
        isDisabled={others || shown === undefined}
        onPress={() => shown !== undefined && void ask({ do: 'back', board: shown })}
      >
        <FormattedMessage id="console.remote.back" defaultMessage="Back" />
      </Button>
      {mine ? (
        <Button
          size="large"
          look="primary"
          icon={<Undo2 aria-hidden="true" />}
          onPress={() => void ask({ do: 'release' })}
        >
          <FormattedMessage id="console.remote.release" defaultMessage="Give back" />
        </Button>
      ) : (
        <Button
          size="large"
          look="primary"
          icon={<Pause aria-hidden="true" />}
          isDisabled={others || shown === undefined}
          onPress={() => shown !== undefined && void ask({ do: 'hold', board: shown, forMs: holdForMs })}
        >
          <FormattedMessage id="console.remote.hold" defaultMessage="Hold 15 min" />
        </Button>
      )}
      <Button
        size="large"
        icon={<SkipForward aria-hidden="true" />}
        isDisabled={others || shown === undefined}
        onPress={() => shown !== undefined && void ask({ do: 'next', board: shown })}
      >
        <FormattedMessage id="console.remote.forward" defaultMessage="Next" />
      </Button>
    </div>
  )
}
