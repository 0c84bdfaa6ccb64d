// Markdown as a wall can show it: headings, paragraphs, lists, bold and italic. Everything else is its own letters, so
// that nothing a floor file says can be more than text: HTML is shown as it was typed, a link is its words.
import { Lexer, type Token } from 'marked'
import type { TextBlock, TextItem, TextRun } from '../wire/views/announcement.ts'

type Look = Omit<TextRun, 'text'>

/** Deeper ones stand with these. */
const deepestList = 2
const plain: Look = { bold: false, italic: false }

const childrenOf = (token: Token): readonly Token[] | undefined =>
  'tokens' in token ? token.tokens : undefined

const lettersOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw)

const runsOf = (tokens: readonly Token[], look: Look): TextRun[] =>
  tokens.flatMap((token) => {
    if (token.type === 'br') return [{ text: '\n', ...look }]
    const children = childrenOf(token)
    if (children === undefined) return [{ text: lettersOf(token).replaceAll(/\s+/g, ' '), ...look }]
    if (token.type === 'strong') return runsOf(children, { ...look, bold: true })
    if (token.type === 'em') return runsOf(children, { ...look, italic: true })
    return runsOf(children, look)
  })

/** Neighbours of one look are one run. */
const joined = (runs: readonly TextRun[]): TextRun[] => {
  const all: TextRun[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last?.bold === run.bold && last.italic === run.italic)
      all.splice(-1, 1, { ...last, text: last.text + run.text })
    else all.push(run)
  }
  return all
}

const inlineOf = (token: Token): TextRun[] =>
  joined(
    runsOf(childrenOf(token) ?? [{ type: 'text', raw: token.raw, text: lettersOf(token).trim() }], plain),
  )

/** An item's own words, then those of the lists in it. */
const itemsOf = (list: Token, level: number): TextItem[] => {
  if (!isList(list)) return []
  return list.items.flatMap((item, index) => {
    const own = item.tokens.filter((token) => !isList(token) && token.type !== 'space')
    const runs = own.flatMap((token, at) => [
      ...(at > 0 ? [{ text: '\n', ...plain }] : []),
      ...inlineOf(token),
    ])
    const mark = list.ordered ? `${Number(list.start) + index}.` : '•'
    return [
      { level: Math.min(level, deepestList), mark, runs: joined(runs) },
      ...item.tokens.flatMap((token) => itemsOf(token, level + 1)),
    ]
  })
}

interface List {
  readonly ordered: boolean
  readonly start: number | ''
  readonly items: readonly { readonly tokens: readonly Token[] }[]
}

const isList = (token: Token): token is Token & List => token.type === 'list'

const blockOf = (token: Token): TextBlock[] => {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return []
    case 'heading':
      return [{ kind: 'heading', runs: inlineOf(token) }]
    case 'list':
      return [{ kind: 'list', items: itemsOf(token, 0) }]
    case 'blockquote':
      return (childrenOf(token) ?? []).flatMap(blockOf)
    default:
      return [{ kind: 'paragraph', runs: inlineOf(token) }]
  }
}

const lexed = (text: string): readonly Token[] => {
  try {
    return new Lexer({ gfm: false }).lex(text)
  } catch (error) {
    // Quotes in quotes, a thousand deep: the stack ends before the lexer does, and nobody means that as markdown.
    if (error instanceof RangeError) return [{ type: 'text', raw: text, text }]
    throw error
  }
}

/** CommonMark; of at most 2,000 characters, which a floor file holds its texts to. */
export const parseMarkdown = (text: string): TextBlock[] =>
  lexed(text)
    .flatMap(blockOf)
    .filter((block) => block.kind === 'list' || block.runs.some((run) => run.text.trim() !== ''))
