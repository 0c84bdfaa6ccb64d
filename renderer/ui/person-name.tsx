// A name in any script. A long one shrinks a little, then ends in an ellipsis.
import { memo } from 'react'
import { fitting } from './fitting.ts'
import './person-name.css'

export const PersonName = memo(({ name }: { readonly name: string }) => (
  <span className="person-name fitting line" dir="auto" style={fitting(name)}>
    {name}
  </span>
))
PersonName.displayName = 'PersonName'
