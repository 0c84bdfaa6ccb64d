// What several people added to one bar, one after the other; all of it moves by transform.
import { alongX } from '../../../ui/along-x.ts'
import type { Part } from './stack-parts.ts'
import './stack.css'

export const Stack = ({ parts }: { readonly parts: readonly Part[] }) =>
  [...parts]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((part) => (
      <span
        className="stack-part"
        key={part.id}
        data-hue={part.hue ?? undefined}
        style={{ transform: alongX((part.end - 1) * 100), zIndex: part.layer }}
      />
    ))
