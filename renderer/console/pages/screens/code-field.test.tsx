// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Words } from '../../words/words.tsx'
import { CodeField } from './code-field.tsx'

afterEach(cleanup)

test.each([
  [false, 'ABC234', 'ABC234X', 'X'],
  [true, 'ABC234', 'ABC234X', 'X'],
  [false, 'ABC23', 'ABC234', 'ABC234'],
])('[H144] found: %s, %s and then %s is read as %s', (isFound, value, typed, read) => {
  const onChange = vi.fn()
  render(
    <Words locale="en-US" timeZone="UTC">
      <CodeField value={value} onChange={onChange} isFound={isFound} isGiven={false} />
    </Words>,
  )
  fireEvent.change(screen.getByRole('textbox'), { target: { value: typed } })
  expect(onChange).toHaveBeenCalledWith(read)
})
