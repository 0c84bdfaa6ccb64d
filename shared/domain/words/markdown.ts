// Markdown as a wall can show it: headings, paragraphs, lists, bold and italic. Everything else is shown as text, so
// that a floor file can neither add anything else nor lose text: HTML is shown as it was typed, a link by its words,
// and what markdown would hide, such as the definition `[Where]: kitchen`, is shown too.
import { Lexer, type Token, Tokenizer } from 'marked'
import type { TextBlock, TextItem, TextRun } from '../../wire/boards/announcement-board.ts'
import { isVisible } from '../../wire/text.ts'

type Look = Omit<TextRun, 'text'>

/** Deeper lists are drawn at this level. */
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

/** The lexer has decoded `&#65;`, but leaves `&#38;` to this. */
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

/** Merges neighbouring runs of the same look. */
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

/** An item's own text, then the lists in it. */
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

/** A wall has no links, so definitions of links (`def`) are left as text. */
const createTokenizer = (): Tokenizer => Object.assign(new Tokenizer(), { def: () => undefined })

const lexed = (text: string): readonly Token[] => {
  try {
    return new Lexer({ gfm: false, tokenizer: createTokenizer() }).lex(text)
  } catch (error) {
    // A thousand nested quotes overflow the stack, and nobody means them as markdown.
    if (error instanceof RangeError) return [{ type: 'text', raw: text, text }]
    throw error
  }
}

const isSeen = ({ runs }: { readonly runs: readonly TextRun[] }): boolean =>
  runs.some(({ text }) => isVisible(text))

/** Leaves out what shows nothing; of a list, its items that show nothing. */
const withoutEmpty = (block: TextBlock): TextBlock[] => {
  if (block.kind !== 'list') return isSeen(block) ? [block] : []
  const items = block.items.filter(isSeen)
  return items.length > 0 ? [{ ...block, items }] : []
}

/** Reads CommonMark of at most 2,000 characters, the limit of a floor file's texts. */
export const parseMarkdown = (text: string): TextBlock[] => lexed(text).flatMap(blockOf).flatMap(withoutEmpty)
