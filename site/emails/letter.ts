import { html, raw } from 'hono/html'

export type Written = { subject: string; text: string; html: string }

type Words = {
  subject: string
  greeting: string
  paragraphs: string[]
  // A list of short sentences, each leading somewhere; what has a name stands out.
  items?: { says: (string | { name: string })[]; url: string }[]
  action?: Link
  footer: Link & { why: string; more?: Link }
}

type Link = { label: string; url: string }

// Every mail is written once, as words; both its faces are set from them.
export const letter = (words: Words): Written => ({ subject: words.subject, text: plain(words), html: dressed(words) })

const plain = ({ greeting, paragraphs, items = [], action, footer }: Words) =>
  [
    greeting,
    ...paragraphs,
    ...items.map(({ says, url }) => `- ${says.map(textOf).join('')}\n  ${url}`),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    '--',
    footer.why,
    `${footer.label}: ${footer.url}`,
    ...(footer.more ? [`${footer.more.label}: ${footer.more.url}`] : []),
  ].join('\n\n')

const textOf = (piece: string | { name: string }) => (typeof piece === 'string' ? piece : piece.name)

const paragraph = (text: string) => html`<p style="margin:0 0 16px">${text}</p>`

const item = ({ says, url }: NonNullable<Words['items']>[number]) => html`
  <p style="margin:0;padding:14px 0;border-top:1px solid #ddd5c8"><a href="${url}" style="color:#2b241d;text-decoration:none">${says.map((piece) => (typeof piece === 'string' ? piece : html`<b>${piece.name}</b>`))}</a></p>`

const button = ({ label, url }: { label: string; url: string }) => html`
  <p style="margin:28px 0">
    <a href="${url}" style="display:inline-block;padding:14px 26px;border-radius:6px;background:#b93c1f;color:#ffffff;font-weight:600;text-decoration:none">${label}</a>
  </p>
  <p style="margin:0 0 16px;font-size:14px;color:#6b6258">If the button does nothing, copy this link:<br><a href="${url}" style="color:#6b6258;word-break:break-all">${url}</a></p>`

const dressed = ({ subject, greeting, paragraphs, items = [], action, footer }: Words) =>
  String(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;background:#f8f5ef;color:#2b241d;font:17px/1.6 Georgia,'Times New Roman',serif">
<div style="max-width:560px;margin:0 auto;padding:40px 24px">
  <p style="margin:0 0 32px;font-size:22px;letter-spacing:.01em">Guildhall</p>
  <h1 style="margin:0 0 20px;font-size:26px;line-height:1.25;font-weight:600">${greeting}</h1>
  ${raw(paragraphs.map((text) => String(paragraph(text))).join(''))}
  ${items.map(item)}
  ${action ? button(action) : ''}
  <hr style="margin:36px 0 20px;border:0;border-top:1px solid #ddd5c8">
  <p style="margin:0;font:14px/1.5 system-ui,sans-serif;color:#6b6258">${footer.why} <a href="${footer.url}" style="color:#6b6258">${footer.label}</a>${footer.more ? html` · <a href="${footer.more.url}" style="color:#6b6258">${footer.more.label}</a>` : ''}</p>
</div>
</body>
</html>`)
