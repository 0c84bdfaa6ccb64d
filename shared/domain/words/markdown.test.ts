import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TextBlock } from '../../wire/boards/announcement-board.ts'
import { parseMarkdown } from './markdown.ts'

const run = (text: string, look: object = {}) => ({ text, bold: false, italic: false, ...look })
const paragraph = (...runs: object[]) => ({ kind: 'paragraph', runs })

const lettersOf = (blocks: readonly TextBlock[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'list' ? block.items.flatMap(({ runs }) => runs) : block.runs))
    .map(({ text }) => text)
    .join('|')

describe('markdown', () => {
  test('[B81] has headings, paragraphs, bold and italics', () => {
    expect(parseMarkdown('# Kick-off\n\nDoors at **8:30**, *coffee*\nfirst. **_Both_**')).toEqual([
      { kind: 'heading', runs: [run('Kick-off')] },
      paragraph(
        run('Doors at '),
        run('8:30', { bold: true }),
        run(', '),
        run('coffee', { italic: true }),
        run(' first. '),
        run('Both', { bold: true, italic: true }),
      ),
    ])
  })

  test('[B81] has lists, numbered from where they start, and lists in lists', () => {
    expect(parseMarkdown('- one\n  - **two**\n\n3. three\n4. four')).toEqual([
      {
        kind: 'list',
        items: [
          { level: 0, mark: '•', runs: [run('one')] },
          { level: 1, mark: '•', runs: [run('two', { bold: true })] },
        ],
      },
      {
        kind: 'list',
        items: [
          { level: 0, mark: '3.', runs: [run('three')] },
          { level: 0, mark: '4.', runs: [run('four')] },
        ],
      },
    ])
  })

  test('[B81] breaks a line where the text says so, and only there', () => {
    expect(parseMarkdown('one\ntwo  \nthree')).toEqual([paragraph(run('one two\nthree'))])
  })

  test('[B82] shows HTML as it was typed', () => {
    expect(lettersOf(parseMarkdown('<b>hi</b> <script>alert(1)</script>\n\n<img src=x onerror=y>'))).toBe(
      '<b>hi</b> <script>alert(1)</script>|<img src=x onerror=y>',
    )
  })

  test('[B82] shows the words of a link and of a picture, and nothing of where they lead', () => {
    expect(parseMarkdown('[the plan](javascript:alert(1)) and ![our team](https://x.io/a.png)')).toEqual([
      paragraph(run('the plan and our team')),
    ])
  })

  test('[B82] takes quotes and code as text, and leaves out rules', () => {
    expect(parseMarkdown('> said\n\n---\n\n    a < b\n\n`c & d`')).toEqual([
      paragraph(run('said')),
      paragraph(run('a < b')),
      paragraph(run('c & d')),
    ])
  })

  test('[B82] keeps what markdown would keep for itself: where links lead', () => {
    expect(parseMarkdown('Party!\n\n[Where]: kitchen')).toEqual([
      paragraph(run('Party!')),
      paragraph(run('[Where]: kitchen')),
    ])
    expect(lettersOf(parseMarkdown('[a]: b\n[a]: c\n\n[d]:\ne\n\n> [f]: g\n\n- [h]: i'))).toBe(
      '[a]: b [a]: c|[d]: e|[f]: g|[h]: i',
    )
  })

  test('[B82] reads a character by its name or number, but as it was typed in code and HTML', () => {
    expect(lettersOf(parseMarkdown('R&amp;D &lt;b&gt; &#65; &quot;**&amp;**&quot; &#38;lt;'))).toBe(
      'R&D <b> A "|&|" &lt;',
    )
    expect(lettersOf(parseMarkdown('`&amp;` \\&amp; &wat; &constructor;'))).toBe(
      '&amp; &amp; &wat; &constructor;',
    )
    expect(lettersOf(parseMarkdown('<div>&amp;</div>\n\n    &lt;'))).toBe('<div>&amp;</div>|&lt;')
  })

  test('[B82] comes to nothing where nothing could be read', () => {
    for (const text of [
      '---',
      '_'.repeat(2000),
      '- \n- ',
      '#',
      '```\n```',
      '![](a.png)',
      '\u200b',
      '&nbsp;',
      '&#8203;',
    ])
      expect([text, parseMarkdown(text)]).toEqual([text, []])
    expect(lettersOf(parseMarkdown('- a\n-\n- b'))).toBe('a|b')
  })

  test('[B82] stands whatever is nested in it', () => {
    for (const piece of ['>', '- ', '*', '**a', '[', '![', '`', '1. ', '<', '  - x\n', '_a*'])
      expect(
        TextBlock.array().safeParse(parseMarkdown(piece.repeat(Math.floor(2000 / piece.length)))).success,
      ).toBe(true)
  })

  test('[B82] makes blocks of letters out of any text', () => {
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '<b>',
      '\n',
      '\n\n',
      '> ',
      'word ',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 80 }), (pieces) => {
        expect(TextBlock.array().safeParse(parseMarkdown(pieces.join(''))).error).toBeUndefined()
      }),
    )
  })
})
