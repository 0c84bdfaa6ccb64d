// Chooses the instant of all celebrations at once, so that stills of each beat can be looked at side by side.

/** When a figure has just landed. */
export const firstInstant = 5400
const longest = 14_000

interface ScrubberProps {
  readonly at: number
  readonly onChange: (at: number) => void
}

export const Scrubber = ({ at, onChange }: ScrubberProps) => (
  <label className="scrubber">
    Instant{' '}
    <input
      type="range"
      min={0}
      max={longest}
      step={20}
      value={at}
      onChange={(event) => onChange(Number(event.target.value))}
    />{' '}
    <output>{at} ms</output>
  </label>
)
