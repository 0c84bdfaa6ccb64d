// A name, in any script: long ones shrink a little, then end in an ellipsis.
import { memo } from 'react'
import { textWidth } from './text-width.ts'
import './person-name.css'

const longFrom = 22

export const PersonName = memo(({ name }: { readonly name: string }) => (
  <span className="person-name line" dir="auto" data-long={textWidth(name) > longFrom || undefined}>
    {name}
  </span>
))
PersonName.displayName = 'PersonName'
