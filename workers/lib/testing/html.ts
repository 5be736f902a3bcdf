import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

const ALLOWED: Record<string, RegExp> = {
  dir: /^auto$/,
  href: /^(?:https?:\/\/[^/]|mailto:[^?]|\/(?![/\\]))/i,
  rel: /^ugc nofollow noopener$/,
  start: /^\d+$/,
  class: /^(?:at-end|in-middle)$/,
}
const ELEMENTS = 'a blockquote br code del em h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(
  ' ',
)

// What a browser would make of it: the same document written out again, its words, and all that should not be there.
export function asBrowsersRead(html: string) {
  const tree = parseFragment(html)
  const elements = elementsIn(tree)
  return {
    again: serialize(tree),
    text: wordsIn(tree),
    links: elements.filter(({ tagName }) => tagName === 'a').map(attributesOf),
    odd: [
      ...elements.filter(({ tagName }) => !ELEMENTS.includes(tagName)).map(({ tagName }) => tagName),
      ...elements.flatMap(({ attrs }) => attrs.filter(({ name, value }) => !ALLOWED[name]?.test(value))),
      ...elements
        .filter((one) => one.tagName === 'a' && attributesOf(one).rel === undefined)
        .map(() => 'a without rel'),
    ],
  }
}

const elementsIn = (parent: Parent): Element[] =>
  parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node)] : []))

const wordsIn = (parent: Parent): string =>
  parent.childNodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? wordsIn(node) : '')).join('')

const attributesOf = ({ attrs }: Element) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
