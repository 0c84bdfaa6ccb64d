// A line that opens what there is more to see of.
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import './more.css'

interface MoreProps {
  /** Of the heading that the line is. */
  readonly level: 2 | 3
  readonly words: ReactNode
  readonly children: ReactNode
}

export function More({ level, words, children }: MoreProps) {
  return (
    <Disclosure>
      <Heading level={level}>
        <Button slot="trigger" className="more small">
          {words}
        </Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  )
}
