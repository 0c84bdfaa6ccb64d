// Markdown as a wall can show it: headings, paragraphs, lists, bold and italic. Everything else is its own letters, so
// that nothing a floor file says can be more than text: HTML is shown as it was typed, a link is its words. And nothing
// it says is less: what markdown would keep for itself, such as `[Where]: kitchen`, stays.
import { Lexer, type Token, Tokenizer } from 'marked'
import type { TextBlock, TextItem, TextRun } from '../../wire/boards/announcement.ts'
import { isVisible } from '../../wire/text.ts'

type Look = Omit<TextRun, 'text'>

/** Deeper ones stand with these. */
const deepestList = 2
const plain: Look = { bold: false, italic: false }

const childrenOf = (token: Token): readonly Token[] | undefined =>
  'tokens' in token ? token.tokens : undefined

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
const characterPattern = new RegExp(`&(${Object.keys(characters).join('|')});`, 'g')

/** The lexer has done so with `&#65;`, and leaves a `&#38;` to this. */
const withCharacters = (text: string): string =>
  text.replaceAll(characterPattern, (typed, name: string) => characters[name] ?? typed)

const typedIn = (token: Token): string => ('text' in token ? String(token.text) : token.raw)

/** On one line; code and HTML are as they were typed. */
const lettersOf = (token: Token): string => {
  const letters = typedIn(token).replaceAll(/\s+/g, ' ')
  return token.type === 'text' && token.escaped !== true ? withCharacters(letters) : letters
}

const runsOf = (tokens: readonly Token[], look: Look): TextRun[] =>
  tokens.flatMap((token) => {
    if (token.type === 'br') return [{ text: '\n', ...look }]
    const children = childrenOf(token)
    if (children === undefined) return [{ text: lettersOf(token), ...look }]
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
  joined(runsOf(childrenOf(token) ?? [{ ...token, text: typedIn(token).trim() }], plain))

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

/** A wall follows no link, so that nothing has to be defined for one. */
const createTokenizer = (): Tokenizer => Object.assign(new Tokenizer(), { def: () => undefined })

const lexed = (text: string): readonly Token[] => {
  try {
    return new Lexer({ gfm: false, tokenizer: createTokenizer() }).lex(text)
  } catch (error) {
    // Quotes in quotes, a thousand deep: the stack ends before the lexer does, and nobody means that as markdown.
    if (error instanceof RangeError) return [{ type: 'text', raw: text, text }]
    throw error
  }
}

const isSeen = ({ runs }: { readonly runs: readonly TextRun[] }): boolean =>
  runs.some(({ text }) => isVisible(text))

/** What has a letter to show; of a list, its items that have. */
const withoutNothing = (block: TextBlock): TextBlock[] => {
  if (block.kind !== 'list') return isSeen(block) ? [block] : []
  const items = block.items.filter(isSeen)
  return items.length > 0 ? [{ ...block, items }] : []
}

/** CommonMark; of at most 2,000 characters, which a floor file holds its texts to. */
export const parseMarkdown = (text: string): TextBlock[] =>
  lexed(text).flatMap(blockOf).flatMap(withoutNothing)
