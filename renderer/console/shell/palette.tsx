// Goes anywhere and does anything, by a few letters.
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import { useSay } from '../words/words.tsx'
import { type Command, useCommands } from './commands.tsx'
import './palette.css'

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A list that nobody reads to its end is cut. */
const mostShown = 40

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Every word of the question occurs; what begins with it comes first. */
const matching = (commands: readonly Command[], question: string): readonly Command[] => {
  const words = folded(question).split(/\s+/).filter(Boolean)
  const found = commands.filter(({ name, also }) => {
    const text = folded(`${name} ${also ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  const whole = folded(question.trim())
  const begins = ({ name }: Command) => folded(name).startsWith(whole)
  return [...found.filter(begins), ...found.filter((each) => !begins(each))].slice(0, mostShown)
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const [question, setQuestion] = useState('')
  const commands = useCommands(question.trim() !== '')
  const shown = matching(commands, question)
  return (
    <Autocomplete inputValue={question} onInputChange={setQuestion}>
      <SearchField className="palette-field" autoFocus>
        <Label className="unseen">
          <FormattedMessage id="console.palette.label" defaultMessage="Where to, or what to do?" />
        </Label>
        <Input
          className="palette-input"
          placeholder={say({
            id: 'console.palette.placeholder',
            defaultMessage: 'A page, a screen, “show wins on kitchen”…',
          })}
        />
      </SearchField>
      <Menu
        className="options palette-list"
        aria-label={say({ id: 'console.palette.list', defaultMessage: 'What you can do' })}
        items={shown}
        renderEmptyState={() => (
          <p className="palette-none soft">
            <FormattedMessage id="console.palette.none" defaultMessage="Nothing by these words." />
          </p>
        )}
      >
        {({ id, name, note, run, icon: Icon }) => (
          <MenuItem
            id={id}
            textValue={name}
            className="option"
            onAction={() => {
              onClose()
              run()
            }}
          >
            <span className="option-mark">
              <Icon aria-hidden="true" />
            </span>
            <span className="option-words palette-name">{name}</span>
            {note && <span className="soft small">{note}</span>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}

export function Palette({ isOpen, onClose }: PaletteProps) {
  const say = useSay()
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="dialog-box palette">
        <Dialog
          className="dialog"
          aria-label={say({ id: 'console.palette.name', defaultMessage: 'Search or do' })}
        >
          <PaletteBody onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
