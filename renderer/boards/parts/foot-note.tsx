import { fitting } from '../../ui/fitting.ts'

/** The line at the foot of a board that has no news. */
export const FootNote = ({ text }: { readonly text: string }) => (
  <span className="foot-note fitting line" dir="auto" style={fitting(text)}>
    {text}
  </span>
)
