// What several people added to one bar, painted as one. Only where it ends moves: a part grows with almost every
// deal, and would take all that follow along.
import { alongX } from '../../../ui/motion/along-x.ts'
import { useReach } from '../../../wall/use-travel.ts'
import type { Part } from './stack-parts.ts'
import './stack.css'

const beginsAt = (share: number): string => alongX(share * 100)

const percent = (share: number): string => `${share * 100}%`

/** Each part with its gap at the end; nothing after the last. */
const painted = (parts: readonly Part[]): string => {
  const stretches = parts.flatMap(({ hue, end }, at) => {
    const colour = hue === null ? 'var(--plain, var(--output))' : `var(--hue-${hue})`
    const gapAt = `calc(${percent(end)} - 0.3rem)`
    return [`${colour} ${percent(parts[at - 1]?.end ?? 0)} ${gapAt}`, `var(--gap) ${gapAt} ${percent(end)}`]
  })
  return `linear-gradient(calc(90deg * var(--forward)), ${stretches.join(', ')}, transparent 0)`
}

export const Stack = ({ parts }: { readonly parts: readonly Part[] }) => (
  <>
    {parts.length > 0 && <span className="stack-parts" style={{ backgroundImage: painted(parts) }} />}
    <span className="stack-rest" {...useReach(parts.at(-1)?.end ?? 0, beginsAt)} />
  </>
)
