// A letter as a mail program shows one: paragraphs in its own type, and nothing of a celebration.
import type { Message } from '../message.ts'
import { escapeHtml } from './escape-html.ts'

export const letterHtml = ({ subject, lines, stop }: Message, language: string): string =>
  [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">',
    ...lines.map((line) => `<p style="margin:0 0 14px">${escapeHtml(line).replaceAll('\n', '<br>')}</p>`),
    stop === null
      ? ''
      : `<p style="margin:24px 0 0;font-size:13px"><a href="${escapeHtml(stop.page)}" style="color:#5b6785">${escapeHtml(stop.label)}</a></p>`,
    '</body></html>',
  ].join('\n')

export const letterText = ({ lines, stop }: Message): string =>
  [lines.join('\n\n'), ...(stop === null ? [] : ['', '-- ', `${stop.label}: ${stop.page}`]), ''].join('\n')
