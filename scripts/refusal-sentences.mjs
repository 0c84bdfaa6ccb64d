// Finds the sentences in which the feed refuses something, as they stand in its source: with {0}, {1} for what is filled in.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !/(\.test|-suite)\.ts$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name))

const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string'

/** A loop: of all files there are two million values. */
const childrenOf = (node) => {
  const children = []
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode))
    else if (isNode(value)) children.push(value)
  }
  return children
}

const visitAll = (node, visit) => {
  visit(node)
  for (const child of childrenOf(node)) visitAll(child, visit)
}

const trees = new Map()
/** What is looked through in more than one way is read once. */
const treeOf = (file) => {
  const tree = trees.get(file) ?? parseAst(readFileSync(file, 'utf8'), { lang: 'ts' })
  trees.set(file, tree)
  return tree
}

/** The texts that an expression can be, in pieces; null for what is worked out elsewhere. */
const textsOf = (node) => {
  switch (node.type) {
    case 'Literal':
      return [[typeof node.value === 'string' ? node.value : null]]
    case 'TemplateLiteral':
      return [
        node.quasis.flatMap(({ value }, index) =>
          index < node.expressions.length ? [value.cooked, null] : [value.cooked],
        ),
      ]
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)]
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)]
    case 'BinaryExpression':
      return textsOf(node.left).flatMap((left) => textsOf(node.right).map((right) => [...left, ...right]))
    case 'ObjectExpression':
      return node.properties.flatMap(({ value }) => (value ? textsOf(value) : []))
    default:
      return [[null]]
  }
}

/** `The file {0} is empty.` A field's name before a colon is none. */
const patternOf = (pieces) => {
  let count = 0
  const pattern = pieces.map((piece) => (piece === null ? `{${count++}}` : piece)).join('')
  return / /.test(pattern) && /[a-z]{2}/i.test(pattern.replaceAll(/\{\d+\}/g, '')) ? [pattern] : []
}

/** What is returned by a function, and not by those within it. */
const returnsOf = (body) => {
  if (body.type !== 'BlockStatement') return [body]
  const found = []
  const look = (node) => {
    if (/Function/.test(node.type)) return
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument)
    for (const child of childrenOf(node)) look(child)
  }
  look(body)
  return found
}

/** What is called so refuses: functions that return a sentence, and sentences with a name. */
const isRefusing = /^(refus\w*|anothers|wrongSignIn|onlyWebhooks|handFaultWords)$/

/** `errors`: classes whose first text is the sentence. `codes`: what stands before a sentence. `fields`: those that are one. */
const refusalsIn = (file, codes, errors, fields) => {
  const found = []
  const take = (node) => found.push(...textsOf(node).flatMap(patternOf))
  const isCode = (node) => node?.type === 'Literal' && codes.has(node.value)
  visitAll(treeOf(file), (node) => {
    if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      const [first, second] = node.arguments
      if (isCode(first) && second) take(second)
      else if (errors.has(node.callee.name)) for (const each of [first, second]) if (each) take(each)
    } else if (node.type === 'ObjectExpression') {
      const of = (key) => node.properties.find((each) => each.key?.name === key)?.value
      if (isCode(of('code')) && of('message')) take(of('message'))
      for (const { key, value } of node.properties) if (fields.has(key?.name)) take(value)
    } else if (node.type === 'VariableDeclarator' && node.init && isRefusing.test(node.id.name ?? '')) {
      if (node.init.type !== 'ArrowFunctionExpression') take(node.init)
      else for (const each of returnsOf(node.init.body)) if (each.type !== 'ObjectExpression') take(each)
    }
  })
  return found
}

const isText = (node) =>
  (node.type === 'Literal' && typeof node.value === 'string') ||
  node.type === 'TemplateLiteral' ||
  (node.type === 'BinaryExpression' && node.operator === '+')

/** `'a b c'.split(' ')`, and what comes of more of it. */
const isList = ({ type, callee, object }) =>
  type === 'CallExpression' && callee.type === 'MemberExpression'
    ? (callee.property.name === 'split' && isText(callee.object)) || isList(callee.object)
    : type === 'MemberExpression' && isList(object)

/** What is no sentence of anybody: types, what is imported, names of fields, lists of words, and what only a developer reads. */
const isMute = (node) =>
  /^(Import|ExportAll|TS(?!AsExpression|NonNull|Satisfies))/.test(node.type) ||
  (node.type === 'NewExpression' && node.callee.name === 'Error') ||
  (node.type === 'CallExpression' && node.callee.name === 'assert') ||
  isList(node)

/** Two words at least, and none of them a pattern's. */
const isSaid = (sentence) => /\S \S/.test(sentence.trim()) && !/\(\?[<:=!]|\\[pk]/.test(sentence)

/** Every text of a file that is words, each by itself: of files in which all of them are said to somebody. */
const wordsIn = (file) => {
  const found = []
  const visit = (node) => {
    if (isMute(node)) return
    if (isText(node)) found.push(...textsOf(node).flatMap(patternOf).filter(isSaid))
    if (node.type === 'Property') return visit(node.value)
    for (const child of childrenOf(node)) if (!(isText(node) && isText(child))) visit(child)
  }
  visit(treeOf(file))
  return found
}

/** Each with the file that says it first. */
export const saidSentences = ({ files, skips }) => {
  const sentences = new Map()
  for (const file of files.flatMap((each) => (each.endsWith('.ts') ? [each] : filesBelow(each)))) {
    if (skips.some((skip) => file.includes(skip))) continue
    for (const sentence of wordsIn(file)) if (!sentences.has(sentence)) sentences.set(sentence, file)
  }
  return sentences
}

/** Each with the file that says it first. */
export const refusalSentences = ({ folders, codes, errors, skips, fields = new Set() }) => {
  const sentences = new Map()
  for (const file of folders.flatMap(filesBelow)) {
    if (skips.some((skip) => file.includes(skip))) continue
    for (const sentence of refusalsIn(file, codes, errors, fields))
      if (!sentences.has(sentence)) sentences.set(sentence, file)
  }
  return sentences
}
