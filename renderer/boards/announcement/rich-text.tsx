// Text with headings, lists, bold and italics: elements made from the view, never markup.
import { memo } from 'react'
import type { TextBlock, TextRun } from '../../../shared/wire/boards/announcement-board.ts'
import './rich-text.css'

const Runs = ({ runs }: { readonly runs: readonly TextRun[] }) =>
  runs.map(({ text, bold, italic }, index) => {
    const letters = italic ? <em>{text}</em> : text
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other name than its place
      <span key={index}>{bold ? <strong>{letters}</strong> : letters}</span>
    )
  })

const Block = ({ block }: { readonly block: TextBlock }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 className="rich-heading" dir="auto">
          <Runs runs={block.runs} />
        </h2>
      )
    case 'paragraph':
      return (
        <p className="rich-paragraph" dir="auto">
          <Runs runs={block.runs} />
        </p>
      )
    case 'list':
      return (
        <ul className="rich-list">
          {block.items.map(({ level, mark, runs }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other name than its place
            <li className="rich-item" dir="auto" data-level={level} key={index}>
              <span className="rich-mark">{mark}</span>
              <span className="rich-words">
                <Runs runs={runs} />
              </span>
            </li>
          ))}
        </ul>
      )
  }
}

export const RichText = memo(({ blocks }: { readonly blocks: readonly TextBlock[] }) => (
  <div className="rich">
    {blocks.map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name than its place
      <Block block={block} key={index} />
    ))}
  </div>
))
RichText.displayName = 'RichText'
