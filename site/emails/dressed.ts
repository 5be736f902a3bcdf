import { html, raw } from 'hono/html'
import { inTheDark } from '#workers/settings/accent.ts'
import { logoAt } from '#workers/settings/logo/inputs.ts'
import type { Head, Link, Words } from './letter.ts'
import { spoken } from './plain.ts'

const PAPER = '#fdfaf4'
const INK = '#221811'
const SOFT = '#584e45'
const LINE = '#ddd8d0'
const SERIF = "Georgia,'Times New Roman',serif"
const SANS = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

// Mail programs know tables and styles on each element; what they know of the dark stands in the head.
export const dressed = (words: Words, head: Head) =>
  String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${words.subject}</title>
${raw(`<style>${AT_NIGHT(inTheDark(head.accent))}</style>`)}
</head>
<body class="paper" style="margin:0;padding:0;background:${PAPER};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">${inShort(words)}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${PAPER}"><tr><td align="center" style="padding:0 24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left">
<tr><td class="line" style="padding:28px 0 20px;border-bottom:1px solid ${LINE}">${nameplate(head)}</td></tr>
<tr><td class="ink" style="padding:36px 0 32px;color:${INK};font:17px/1.6 ${SERIF}">${body(words, head)}</td></tr>
<tr><td class="line soft" style="padding:20px 0 40px;border-top:1px solid ${LINE};color:${SOFT};font:14px/1.55 ${SANS}">${foot(words, head)}</td></tr>
</table>
</td></tr></table>
</body>
</html>`)

// What stands beside the subject in a list of mails.
const inShort = ({ items = [], paragraphs }: Words) =>
  (items.length > 0 ? items.map(({ says }) => spoken(says)) : paragraphs).join(' ').slice(0, 200)

const AT_NIGHT = (accent: string) => `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#191512!important}.ink,.ink a.row{color:#efebe2!important}.soft,.soft a{color:#bcb7ae!important}
.line{border-color:#393530!important}.plate{background:${PAPER}!important}
.button{background:${accent}!important}.button a{color:#170d08!important}.mark{background:${accent}!important;color:#170d08!important}}`

const nameplate = (head: Head) => html`
<a href="${head.origin}" class="ink" style="color:${INK};text-decoration:none"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td style="padding:0 14px 0 0">${mark(head)}</td>
<td class="ink" dir="auto" style="color:${INK};font:21px/1.2 ${SERIF}">${head.name}</td>
</tr></table></a>`

// Whoever has no logo is known by their initial.
const mark = ({ name, logo, accent, origin }: Head) =>
  logo
    ? html`<img class="plate" src="${origin}${logoAt(logo, 96)}" alt="" width="44" height="44" style="display:block;width:44px;height:44px;border:0;border-radius:7px">`
    : html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="mark" align="center" width="44" height="44" aria-hidden="true" style="width:44px;height:44px;border-radius:7px;background:${accent};color:#ffffff;font:24px/44px ${SERIF}">${[...name][0] ?? ''}</td></tr></table>`

const body = ({ greeting, paragraphs, items = [], action }: Words, head: Head) => html`
<h1 class="ink" style="margin:0 0 20px;color:${INK};font:normal 28px/1.25 ${SERIF};text-wrap:balance" dir="auto">${greeting}</h1>
${paragraphs.map((text) => html`<p style="margin:0 0 16px" dir="auto">${text}</p>`)}
${items.length > 0 ? html`<table role="presentation" class="line" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 0;border-bottom:1px solid ${LINE}">${items.map(row)}</table>` : ''}
${action ? button(action, head) : ''}`

const row = ({ says, url }: NonNullable<Words['items']>[number]) => html`
<tr><td class="line" style="border-top:1px solid ${LINE}"><a href="${url}" class="row" dir="auto" style="display:block;padding:14px 0;color:${INK};text-decoration:none">${says.map((piece) => (typeof piece === 'string' ? piece : html`<b>${piece.name}</b>`))}</a></td></tr>`

const button = ({ label, url }: Link, { accent }: Head) => html`
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:28px 0 0"><tr><td class="button" style="border-radius:7px;background:${accent}">
<a href="${url}" style="display:inline-block;padding:14px 26px;border-radius:7px;color:#ffffff;font:600 16px/1.25 ${SANS};text-decoration:none">${label}</a>
</td></tr></table>
${
  isTicket(url)
    ? html`<p class="soft" style="margin:20px 0 0;color:${SOFT};font:13px/1.5 ${SANS}">If the button does nothing, copy this link:<br><a href="${url}" style="color:${SOFT};text-decoration:none;word-break:break-all">${url}</a></p>`
    : ''
}`

// What a link opens can be found by foot as well, unless it carries a key of its own.
const isTicket = (url: string) => url.includes('?')

const foot = ({ footer: { why, label, url, more } }: Words, { name, tagline, origin }: Head) => html`
<p style="margin:0 0 8px" dir="auto">${why}</p>
<p style="margin:0 0 16px">${link({ label, url })} ${more ? link(more) : ''}</p>
<p style="margin:0" dir="auto"><a href="${origin}" style="color:${SOFT};font-weight:600;text-decoration:none">${name}</a><br>${tagline}</p>`

const link = ({ label, url }: Link) =>
  html`<a href="${url}" style="display:inline-block;margin:0 20px 0 0;padding:8px 0;color:${SOFT}">${label}</a>`
