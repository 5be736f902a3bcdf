// The letters that fraunces.woff2 holds: see site/styles/fonts.css. A wall of names from everywhere would fetch every
// other file of the family for a letter or two, so words with further letters are set whole in the reader's own serif.
const AT_HAND =
  /^[\u0020-\u007e\u00a0\u00a1\u00a3\u00a9\u00ab\u00b0\u00b7\u00bb\u00bf-\u00c2\u00c4-\u00cb\u00cd\u00ce\u00d1\u00d3\u00d6-\u00d8\u00da\u00dc\u00df-\u00ef\u00f1-\u00f6\u00f8-\u00fd\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2212]*$/

export const isAtHand = (text: string) => AT_HAND.test(text)
