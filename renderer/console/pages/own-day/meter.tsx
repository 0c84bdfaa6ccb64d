// How far a number is on the way to its goal, with a mark where it should be by now. Words beside it say the same.
import type { OwnNumber } from '../../../../shared/wire/own-numbers.ts'

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`

export function Meter({ number: { attainment, goal, pace, state } }: { readonly number: OwnNumber }) {
  if (goal === null || goal <= 0) return null
  return (
    <span className="own-meter" data-state={state ?? undefined} aria-hidden="true">
      <span className="own-meter-full" style={{ width: percent(attainment ?? 0) }} />
      {pace !== null && pace < goal && (
        <span className="own-meter-pace" style={{ insetInlineStart: percent(pace / goal) }} />
      )}
    </span>
  )
}
