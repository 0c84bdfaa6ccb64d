// A recap as mail programs draw it: tables and inline styles, as wide as the window and at most 600 px; no picture. Light by
// itself, and dark where a program asks for it.
import type { RecapDocument, RecapLine, RecapRow } from '../../../../shared/domain/recaps/recap-document.ts'
import type { Message } from '../message.ts'
import { escapeHtml } from './escape-html.ts'

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif'

/** Programs that know no media queries draw the inline colours. */
const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .page { background: #0a0f1c !important }
  .card { background: #131b30 !important }
  .ink { color: #f2f5fc !important }
  .soft { color: #a9b5d1 !important }
  .rule { border-color: #263252 !important }
  .track { background: #263252 !important }
  .good { background: #4cc38a !important }
  .fill { background: #7c9cff !important }
  .quote { background: #1a2440 !important; border-color: #ffc247 !important }
}`

const table = (style: string, rows: string, attributes = ''): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" ${attributes} style="border-collapse:separate;${style}">${rows}</table>`

/** Where lines start, and where they end. */
type Sides = readonly ['left' | 'right', 'left' | 'right']

/** Two cells: mail programs know no other bar. */
const bar = (share: number, reached: boolean): string => {
  const width = Math.round(Math.min(Math.max(share, 0), 1) * 100)
  const filled =
    width === 0
      ? ''
      : `<td class="${reached ? 'good' : 'fill'}" width="${width}%" height="6" style="border-radius:3px;background:${reached ? '#1f9d61' : '#2f5fe8'};font-size:0;line-height:0">&nbsp;</td>`
  const rest =
    width === 100
      ? ''
      : `<td width="${100 - width}%" height="6" style="font-size:0;line-height:0">&nbsp;</td>`
  return table(
    'margin:7px 0 0;border-radius:3px;background:#e4e9f4;table-layout:fixed',
    `<tr>${filled}${rest}</tr>`,
    'class="track"',
  )
}

const rowHtml = ({ label, value, detail, share, reached }: RecapRow, [start, end]: Sides): string => {
  const said =
    detail === null
      ? ''
      : `<div class="soft" dir="auto" style="font-size:13px;line-height:1.45;color:#5b6785">${escapeHtml(detail)}</div>`
  return table(
    '',
    [
      `<tr><td class="ink" width="100%" style="font-size:15px;line-height:1.4;color:#131b30"><bdi>${escapeHtml(label)}</bdi></td>`,
      `<td class="ink" align="${end}" valign="top" style="padding-${start}:12px;font-size:18px;line-height:1.3;font-weight:700;color:#131b30;white-space:nowrap;font-variant-numeric:tabular-nums">${reached ? '✓&nbsp;' : ''}${escapeHtml(value)}</td></tr>`,
      `<tr><td colspan="2">${said}${share === null ? '' : bar(share, reached)}</td></tr>`,
    ].join(''),
  )
}

const lineHtml = ({ text, by, quoted }: RecapLine, [start]: Sides): string => {
  const below =
    by === null
      ? ''
      : `<div class="soft" dir="auto" style="margin:2px 0 0;font-size:13px;line-height:1.45;color:#5b6785">${escapeHtml(by)}</div>`
  const words = `<div class="ink" dir="auto" style="font-size:15px;line-height:1.45;color:#131b30">${escapeHtml(text).replaceAll('\n', '<br>')}</div>`
  return quoted
    ? table(
        '',
        `<tr><td class="quote" style="padding:12px 14px;border-${start}:3px solid #e0a100;border-radius:8px;background:#fdf6e3">${words}${below}</td></tr>`,
      )
    : `${words}${below}`
}

/** `stop` of the message, and its action, are the reader's own links. */
export const recapHtml = (
  { subject, stop, action }: Pick<Message, 'subject' | 'stop' | 'action'>,
  { over, title, lead, sections, foot, direction }: RecapDocument,
  language: string,
): string => {
  const sides: Sides = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const small = (html: string): string =>
    `<p class="soft" dir="auto" style="margin:0 0 10px;font-size:13px;line-height:1.5;color:#5b6785">${html}</p>`
  const sectionHtml = sections.map(({ heading, items }) =>
    [
      `<tr><td class="rule" style="padding:22px 0 4px;border-top:1px solid #e4e9f4"><h2 class="soft" dir="auto" style="margin:0;font-size:13px;line-height:1.4;font-weight:700;letter-spacing:.02em;color:#5b6785">${escapeHtml(heading)}</h2></td></tr>`,
      ...items.map(
        (item) =>
          `<tr><td style="padding:8px 0">${item.kind === 'row' ? rowHtml(item, sides) : lineHtml(item, sides)}</td></tr>`,
      ),
      '<tr><td style="height:14px;font-size:0;line-height:0">&nbsp;</td></tr>',
    ].join('\n'),
  )
  return [
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title><style>${darkStyle}</style></head>`,
    `<body class="page" dir="${direction}" style="margin:0;padding:0;background:#eef1f8;${font}">`,
    '<div role="main">',
    table(
      'background:#eef1f8',
      `<tr><td align="center" style="padding:20px 10px">${table(
        `max-width:600px;text-align:${sides[0]}`,
        [
          `<tr><td class="card" style="padding:28px 24px 14px;border-radius:16px;border-top:5px solid #ffc247;background:#ffffff;word-break:break-word">`,
          `<p class="soft" dir="auto" style="margin:0 0 6px;font-size:14px;color:#5b6785">${escapeHtml(over)}</p>`,
          `<h1 class="ink" dir="auto" style="margin:0;font-size:26px;line-height:1.2;color:#131b30">${escapeHtml(title)}</h1>`,
          `<p class="ink" dir="auto" style="margin:10px 0 22px;font-size:17px;line-height:1.45;color:#131b30">${escapeHtml(lead)}</p>`,
          table('', sectionHtml.join('\n')),
          action === null
            ? ''
            : `<p style="margin:6px 0 16px"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:13px 24px;border-radius:10px;background:#2f5fe8;color:#ffffff;font-size:16px;font-weight:700;text-decoration:none">${escapeHtml(action.label)}</a></p>`,
          '</td></tr><tr><td style="padding:16px 24px">',
          small(escapeHtml(foot)),
          stop === null
            ? ''
            : small(
                `<a class="soft" href="${escapeHtml(stop.page)}" style="color:#5b6785">${escapeHtml(stop.label)}</a>`,
              ),
          '</td></tr>',
        ].join('\n'),
      )}</td></tr>`,
      'class="page"',
    ),
    '</div></body></html>',
  ].join('\n')
}

export const recapText = (
  { stop, action }: Pick<Message, 'stop' | 'action'>,
  { over, title, lead, sections, foot }: RecapDocument,
): string =>
  [
    over,
    title,
    '',
    lead,
    ...sections.flatMap(({ heading, items }) => [
      '',
      heading,
      ...items.map((item) => {
        if (item.kind === 'row')
          return `  ${item.label}${item.value === '' ? '' : `: ${item.value}`}${item.detail === null ? '' : ` (${item.detail})`}`
        return `  ${item.text}${item.by === null ? '' : `\n    ${item.by}`}`
      }),
    ]),
    ...(action === null ? [] : ['', `${action.label}: ${action.url}`]),
    '',
    foot,
    ...(stop === null ? [] : ['', '-- ', `${stop.label}: ${stop.page}`]),
    '',
  ].join('\n')
