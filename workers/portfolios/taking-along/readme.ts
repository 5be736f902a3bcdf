import type { Content } from '#site/portfolio/content.ts'
import { takesLetters } from '#site/portfolio/pages.ts'

type About = { content: Content; home: { name: string; url: string; site: string }; address: string | null }

// The first thing that is read in the zip: what lies in it, and how it gets to where others can see it.
export const readme = ({ content, home, address }: About): string =>
  `
${content.design.title || content.name}
A site by ${content.name}, taken along from ${home.site}


WHAT IS IN HERE

site    The whole site: every page, picture, recording and feed. It asks nothing of ${home.name}, and has no script.
data    The same as data, for other programs, and drafts of yours that are not on the site. Keep it for yourself.


LOOK AT IT

Open site/index.html with a double click. It works as it lies there, without the internet.


PUT IT WHERE OTHERS SEE IT

Any place that serves files will do, at the root of a domain as well as in any folder of one.

1. Bring all that is in the folder "site" to your host: by its upload page, by FTP, or with git.
   Take what is inside the folder, and not the zip, the folder "data" or this file.
2. Open your address. If there is a list of files instead of your site, tell your host that index.html comes first.
3. If your host asks for a page for what is not found, name 404.html.

Hosts that take a folder as it is, some of them for nothing: Cloudflare Pages, GitHub Pages, Codeberg Pages, Netlify,
Neocities, and nearly every provider that sells domains.

${address ? IT_KNOWS(address) : IT_DOES_NOT_KNOW}

WHAT STAYS BEHIND

The site is as it was when you packed it. What you change at ${home.name} afterwards is in the next copy.
${content.offers.length > 0 ? `Its shop leads to ${home.name}: pieces are paid for and kept count of there.\n` : ''}\
${takesLetters(content) ? `Its form for letters leads to ${home.name}, too.\n` : ''}\
`.slice(1)

const IT_KNOWS = (address: string) => `ITS ADDRESS

It was packed for ${address}
Its feeds, its map (sitemap.xml) and what search engines are told name that address. To move it elsewhere, pack it
again with the other address: the pages themselves work anywhere.
`

const IT_DOES_NOT_KNOW = `ITS ADDRESS

It does not know yet where it will be. Once you do, pack it again and say so: then it has a map for search engines
(sitemap.xml) as well, and its feeds carry whole addresses, which some readers insist on.
`
