// The style sheet once more, for browsers of before 2022-08: the same rules, in words that they know. What cannot be said so
// is left out, and the wall is plainer there.
import postcss, { type Container, type Declaration, Rule } from 'postcss'

interface OldStyleSheet {
  readonly css: string
  /** Selectors of what `measureContainers` measures. */
  readonly containers: { readonly all: string; readonly sized: string }
}

/** The parts of `inset: 1rem calc(2rem + 3px)`. */
const partsOf = (value: string): readonly string[] => postcss.list.space(value)

const oneOrTwo = (value: string): readonly [string, string] => {
  const [first = '0', second = first] = partsOf(value)
  return [first, second]
}

/** Shorthands that came later than what they stand for. */
const longhands: Readonly<Record<string, (value: string) => Readonly<Record<string, string>>>> = {
  inset: (value) => {
    const [top = '0', right = top, bottom = top, left = right] = partsOf(value)
    return { top, right, bottom, left }
  },
  'inset-block': (value) => {
    const [top, bottom] = oneOrTwo(value)
    return { top, bottom }
  },
  'inset-block-start': (top) => ({ top }),
  'inset-block-end': (bottom) => ({ bottom }),
  ...Object.fromEntries(
    ['margin-inline', 'padding-inline', 'margin-block', 'padding-block', 'border-inline'].map((name) => [
      name,
      (value: string) => {
        const [start, end] = oneOrTwo(value)
        return { [`${name}-start`]: start, [`${name}-end`]: end }
      },
    ]),
  ),
  scale: (value) => ({ transform: `scale(${partsOf(value).join(', ')})` }),
  overflow: (value) => ({ overflow: value.replace(/\bclip\b/g, 'hidden') }),
}

/** Which edge is the start depends on the direction, so they take a rule for each. */
const sides: Readonly<
  Record<string, (value: string) => readonly [start: string | null, end: string | null]>
> = {
  'inset-inline': oneOrTwo,
  'inset-inline-start': (value) => [value, null],
  'inset-inline-end': (value) => [null, value],
}

const units = /(-?\d*\.?\d+)(cqw|cqh)\b/g
const withoutUnits = (value: string): string =>
  value.replace(
    units,
    (_, number: string, unit: string) => `calc(${number} * var(--${unit}, 1${unit === 'cqw' ? 'vw' : 'vh'}))`,
  )

/** Of two colours that are mixed, the first. */
const mixed = /color-mix\(in srgb,\s*(var\(--[\w-]+\))[^,]*,\s*(?:var\(--[\w-]+\)|[^()]+)\)/g

const ranges: Readonly<Record<string, string>> = { '<=': 'max', '>=': 'min' }
const mediaWithoutRanges = (params: string): string =>
  params.replace(
    /\((aspect-ratio|width|height)(<=|>=)([^)]+)\)/g,
    (_, feature: string, sign: string, value: string) =>
      `(${ranges[sign]}-${feature}:${feature === 'aspect-ratio' && !value.includes('/') ? `${value}/1` : value})`,
  )

/** Chromium knew `:is` by another name before; `:where` differs from it in weight alone. */
const selectorWithout = (selector: string): string =>
  selector
    .replace(/:where\((:not\([^()]*\))\)/g, '$1')
    .replaceAll(':is(', ':-webkit-any(')
    .replaceAll(':where(', ':-webkit-any(')

const put = (
  rule: Container,
  before: Declaration | undefined,
  found: Readonly<Record<string, string>>,
  important: boolean,
) => {
  for (const [prop, value] of Object.entries(found)) {
    const made = { prop, value, important }
    if (before) before.before(made)
    else rule.append(made)
  }
}

/** `rule` where lines run to the right, and a copy of it after it where they run to the left. */
const turnSides = (rule: Rule, declaration: Declaration): void => {
  const [start = null, end = null] = sides[declaration.prop]?.(declaration.value) ?? []
  const [left, right] = [start, end].map((value) => value ?? undefined)
  const edges = (one: string | undefined, other: string | undefined) => ({
    ...(one !== undefined && { left: one }),
    ...(other !== undefined && { right: other }),
  })
  put(rule, declaration, edges(left, right), declaration.important ?? false)
  const turned = postcss.rule({ selectors: rule.selectors.map((each) => `[dir=rtl] ${each}`) })
  put(
    turned,
    undefined,
    {
      ...(left !== undefined && { left: 'auto' }),
      ...(right !== undefined && { right: 'auto' }),
      ...edges(right, left),
    },
    declaration.important ?? false,
  )
  rule.after(turned)
  declaration.remove()
}

export const oldStyleSheet = (css: string): OldStyleSheet => {
  const root = postcss.parse(css)
  const all = new Set<string>()
  const sized = new Set<string>()
  root.walkAtRules('container', (rule) => void rule.remove())
  root.walkAtRules('media', (rule) => {
    rule.params = mediaWithoutRanges(rule.params)
  })
  root.walkRules((rule) => {
    if (rule.selector.includes(':has(')) {
      rule.remove()
      return
    }
    rule.selector = selectorWithout(rule.selector)
  })
  root.walkDecls((declaration) => {
    const rule = declaration.parent
    const { prop, value } = declaration
    if (!(rule instanceof Rule)) {
      declaration.value = withoutUnits(value)
      return
    }
    if (prop === 'container-type') {
      for (const selector of rule.selectors) {
        all.add(selector)
        if (value === 'size') sized.add(selector)
      }
      declaration.replaceWith({
        prop: 'contain',
        value: value === 'size' ? 'size layout style' : 'layout style',
      })
      return
    }
    declaration.value = withoutUnits(value).replace(mixed, '$1')
    const longhand = longhands[prop]
    if (Object.hasOwn(sides, prop)) turnSides(rule, declaration)
    else if (longhand && (prop !== 'overflow' || value.includes('clip'))) {
      put(rule, declaration, longhand(declaration.value), declaration.important ?? false)
      declaration.remove()
    }
  })
  return { css: root.toString(), containers: { all: [...all].join(), sized: [...sized].join() } }
}
