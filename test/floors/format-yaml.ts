// Writes data as YAML the way people do, differently each time: block and flow style, quotes, comments, blank lines.

/** A number in [0, 1) each time. */
export type Random = () => number

export interface Formatted {
  readonly text: string
  /** All comments, in their order. */
  readonly comments: readonly string[]
}

interface Style {
  readonly random: Random
  /** Of 1. */
  readonly flowShare: number
  readonly commentShare: number
  readonly lineBreak: string
  readonly indentsLists: boolean
  readonly comments: string[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0

const isCollection = (value: unknown): boolean => Array.isArray(value) || isObject(value)

const comment = (style: Style, owner: string): string => {
  const text = `# ${style.comments.length} of ${owner}; it's "odd": [, {`
  style.comments.push(text)
  return text
}

const behind = (style: Style, owner: string): string =>
  style.random() < style.commentShare ? `  ${comment(style, owner)}` : ''

const scalar = ({ random }: Style, value: unknown): string => {
  if (typeof value !== 'string') return String(value)
  const isPlain = /^[A-Za-z][\w -]*$/.test(value) && !/^(true|false|null)$/i.test(value) && !/ $/.test(value)
  const which = random()
  if (isPlain && which < 0.6) return value
  if (which < 0.8 && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`
  return JSON.stringify(value)
}

const flow = (style: Style, value: unknown, indent: number, owner: string): string => {
  if (!isCollection(value)) return scalar(style, value)
  const parts = Array.isArray(value)
    ? value.map((each) => flow(style, each, indent + 2, owner))
    : Object.entries(value as Record<string, unknown>).map(
        ([key, each]) => `${key}: ${flow(style, each, indent + 2, owner)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (parts.length === 0) return `${open}${close}`
  const { random, lineBreak } = style
  if (random() < 0.7) {
    const padding = random() < 0.5 ? ' ' : ''
    return `${open}${padding}${parts.join(', ')}${padding}${close}`
  }
  const lines = parts.map((part, index) => {
    const comma = index < parts.length - 1 || random() < 0.5 ? ',' : ''
    return `${' '.repeat(indent + 2)}${part}${comma}${behind(style, owner)}`
  })
  return [open, ...lines, `${' '.repeat(indent)}${close}`].join(lineBreak)
}

/** Lines that stand above an entry. */
const above = (style: Style, indent: number, owner: string): string[] => {
  const { random } = style
  return [
    ...(random() < 0.15 ? [''] : []),
    ...(random() < style.commentShare ? [`${' '.repeat(indent)}${comment(style, `above ${owner}`)}`] : []),
  ]
}

const ownerOf = (value: unknown, owner: string): string =>
  isObject(value) && typeof value['id'] === 'string' ? `${owner}/${value['id']}` : owner

/** Behind a key or a dash: its own line's rest, and the lines below. */
const valueLines = (style: Style, value: unknown, indent: number, owner: string): [string, string[]] => {
  const { random, flowShare } = style
  if (value === null && random() < 0.5) return [behind(style, owner), []]
  if (!isCollection(value) || isEmpty(value) || random() < flowShare) {
    const written = ` ${flow(style, value, indent, owner)}${behind(style, owner)}`
    return [written, []]
  }
  return [behind(style, owner), blockLines(style, value, indent, owner)]
}

const blockLines = (style: Style, value: unknown, indent: number, owner: string): string[] => {
  if (Array.isArray(value)) {
    const at = style.indentsLists ? indent + 2 : indent
    return value.flatMap((each) => {
      const mine = ownerOf(each, owner)
      const lead = above(style, at, mine)
      const pad = ' '.repeat(at)
      if (isObject(each) && !isEmpty(each) && style.random() >= style.flowShare) {
        const [first, ...rest] = keyLines(style, each, at + 2, mine, true)
        return [...lead, `${pad}- ${first?.trimStart() ?? ''}`, ...rest]
      }
      return [...lead, `${pad}- ${flow(style, each, at + 2, mine)}${behind(style, mine)}`]
    })
  }
  return isObject(value) ? keyLines(style, value, indent + 2, owner, false) : []
}

const keyLines = (
  style: Style,
  value: Record<string, unknown>,
  indent: number,
  owner: string,
  isInline: boolean,
): string[] =>
  Object.entries(value).flatMap(([key, each], index) => {
    const lead = isInline && index === 0 ? [] : above(style, indent, owner)
    const [rest, lines] = valueLines(style, each, indent, ownerOf(each, `${owner}/${key}`))
    return [...lead, `${' '.repeat(indent)}${key}:${rest}`, ...lines]
  })

/** `random` decides everything; the same numbers give the same text. */
export const formatYaml = (data: Record<string, unknown>, random: Random): Formatted => {
  const comments: string[] = []
  const style: Style = {
    random,
    flowShare: [0, 0.3, 0.6][Math.floor(random() * 3)] ?? 0,
    commentShare: [0, 0.2, 0.5][Math.floor(random() * 3)] ?? 0,
    lineBreak: random() < 0.3 ? '\r\n' : '\n',
    indentsLists: random() < 0.7,
    comments,
  }
  const head = random() < 0.3 ? [comment(style, 'the file'), ''] : []
  const lines = [...head, ...keyLines(style, data, 0, '', false)]
  const text = lines.join(style.lineBreak) + (random() < 0.8 ? style.lineBreak : '')
  return { text, comments }
}
