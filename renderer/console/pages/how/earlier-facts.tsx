// Facts are listed the newest first, so many at a time; those before them are summed in one row, and asked for from there.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { mostLines, usualLines } from '../../../../shared/wire/explained.ts'
import { Button } from '../../kit/button.tsx'

export interface EarlierFacts {
  /** How many are asked for. */
  readonly lines: number
  readonly onMore: () => void
}

interface ShownEarlier extends EarlierFacts {
  /** What stands stays until more is there; another number begins anew. */
  readonly keep: <T>(before: T | undefined) => T | undefined
}

/** `of`: whose number. Another one begins with the usual lines. */
export const useEarlierFacts = (of: string): ShownEarlier => {
  const [asked, setAsked] = useState({ of, lines: usualLines })
  const lines = asked.of === of ? asked.lines : usualLines
  return {
    lines,
    onMore: () => setAsked({ of, lines: Math.min(mostLines, lines + 5 * usualLines) }),
    keep: (before) => (lines > usualLines ? before : undefined),
  }
}

interface EarlierButtonProps {
  readonly of: EarlierFacts
  readonly listed: number
  readonly unlisted: number
}

/** Nothing where the rest is not for whoever looks, or too much for a page. */
export function EarlierButton({ of: { lines, onMore }, listed, unlisted }: EarlierButtonProps) {
  if (listed < lines || lines >= mostLines)
    return lines < mostLines ? null : (
      <span className="small how-source">
        <FormattedMessage
          id="console.how.earlier.table"
          defaultMessage="The table for a spreadsheet lists them."
        />
      </span>
    )
  const count = Math.min(unlisted, 5 * usualLines, mostLines - lines)
  return (
    <Button size="small" onPress={onMore}>
      <FormattedMessage
        id="console.how.earlier"
        defaultMessage="{all, select, yes {List them} other {List {count, number} of them}}"
        values={{ count, all: count === unlisted ? 'yes' : 'no' }}
      />
    </Button>
  )
}
