// How far something is that takes its time.
import './progress.css'

interface ProgressProps {
  readonly value: number
  readonly max: number
  /** What it is that goes on. */
  readonly label: string
}

export function Progress({ value, max, label }: ProgressProps) {
  return <progress className="progress" value={value} max={max} aria-label={label} />
}
