import type { Address } from '../address.ts'
import type { Said, SiteSkill } from '../content.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'
import type { Words } from '../words/words.ts'
import { prose } from './prose.ts'

export function aboutBody({ content, house, words }: Site, at: Address): Html {
  const { name, craft, place, story, design, skills, said, links, handle } = content
  return html`<article class="person">
<header><h1 dir="auto">${name}</h1><p class="craft" dir="auto">${[craft, place].filter(Boolean).join(' · ')}</p></header>
<div class="prose">${prose(design.about || story, at)}</div>
${skills.length > 0 && html`<section class="skills" aria-labelledby="skills"><h2 id="skills">${words.person.skills}</h2><ul>${skills.map((skill) => skillOf(skill, house.url, words))}</ul></section>`}
${said.length > 0 && html`<section class="said" aria-labelledby="said"><h2 id="said">${words.person.said}</h2>${said.map((one) => quote(one, words))}</section>`}
<section class="elsewhere" aria-labelledby="elsewhere"><h2 id="elsewhere">${words.person.elsewhere}</h2><ul>${links.map(({ title, url }) => html`<li><a href="${url}" rel="me noopener" dir="auto">${title}</a></li>`)}<li><a href="${house.url}/members/${handle}">${words.person.at(house.name)}</a></li></ul></section>
</article>`
}

const skillOf = ({ slug, name, bond, level, rung, evidence }: SiteSkill, house: string, { person }: Words) => html`<li>
<a class="in-house" href="${house}/skills/${slug}">${name}</a>${bond === 'teaches' && html` <span class="bond">${person.teaches}</span>`}${level !== null && html` <span class="level">${person.level(level)} <span dir="auto">${rung ?? ''}</span></span>`}
${evidence.length > 0 && html`<ul class="evidence">${evidence.map(({ title, url }) => html`<li><a href="${url}" rel="noopener nofollow" dir="auto">${title}</a></li>`)}</ul>`}
</li>`

const quote = ({ words, by, skill }: Said, { person }: Words) =>
  html`<figure><blockquote dir="auto"><p>${words}</p></blockquote><figcaption dir="auto">${by.name}${by.craft && `, ${by.craft}`}${skill && html` <span class="about-what">${person.on(skill)}</span>`}</figcaption></figure>`
