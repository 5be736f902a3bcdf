const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

// Text between is made safe; what was made by `html` already stays as it is.
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]) =>
  new Html(strings.map((string, n) => string + (n < values.length ? written(values[n]) : '')).join(''))

const written = (value: unknown): string =>
  value instanceof Html ? value.text : Array.isArray(value) ? value.map(written).join('') : safe(String(value ?? ''))

export const page = (title: string, body: Html, status = 200) =>
  new Response(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="icon" href="data:,"><style>${new Html(STYLE)}</style></head><body>
<p class="tape"><strong>Sandbox: no real money.</strong> This runs on your own machine and stands where the payment service would.</p>
<main>${body}</main></body></html>`.text,
    { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } },
  )

export const money = (minor: number, currency: string) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fbf8f2,#1f1b17);--card:light-dark(#fff,#292420);--ink:light-dark(#2b241d,#eee6da);--soft:light-dark(#6b6258,#b0a595);--line:light-dark(#ddd5c8,#443c33);--go:light-dark(#2f5d50,#8cc2b0);--on-go:light-dark(#fff,#10201b)}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,sans-serif}
.tape{margin:0;padding:.75rem 1.25rem;text-align:center;font-size:.9rem;background:repeating-linear-gradient(135deg,light-dark(#f7e3a1,#55471a) 0 1.5rem,light-dark(#f3d97f,#4b3e15) 1.5rem 3rem)}
main{max-width:34rem;margin:2.5rem auto;padding:0 1.25rem}main:has(table){max-width:60rem}
h1{font:600 1.9rem/1.2 Georgia,serif;margin:0 0 .25rem}h2{font:600 1.25rem/1.3 Georgia,serif;margin:2.5rem 0 .5rem}p{margin:.25rem 0 1rem}small,.soft{color:var(--soft)}
.sum{font:600 2.4rem/1.1 Georgia,serif;margin:1rem 0}form.card,section.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;display:grid;gap:.25rem}
fieldset{border:0;padding:0;margin:0 0 1rem;display:grid}legend{font-weight:600;padding:0}label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.35rem 0;border-bottom:1px solid var(--line);cursor:pointer}label span{display:grid;line-height:1.35}
input[type=radio]{inline-size:1.1rem;block-size:1.1rem;accent-color:var(--go)}input[type=text]{font:inherit;min-height:2.75rem;padding:0 .75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:inherit}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:0 1.25rem;border:1px solid var(--go);border-radius:.5rem;background:var(--go);color:var(--on-go);cursor:pointer}button.quiet{background:transparent;color:inherit;border-color:var(--line);font-weight:400}
a{color:inherit;min-height:2.75rem;display:inline-flex;align-items:center}.sorry{border-left:4px solid light-dark(#a33,#e88);padding:.5rem 1rem;background:var(--card)}
.ways{display:flex;flex-wrap:wrap;gap:.5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}td form{display:inline}td button{min-height:2.75rem;margin:0 .25rem .25rem 0}
:focus-visible{outline:3px solid var(--go);outline-offset:2px}`
