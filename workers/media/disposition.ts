// RFC 6266: a plain name for old programs, the real one beside it; neither can break out of its header or name a path.
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const safe = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '-')
    .replace(/^[.\s]+/, '')
    .trim()
    .slice(0, 120)
    .toWellFormed()
  const shown = safe === '' ? 'file' : safe
  const plain = shown.replace(/[^\x20-\x7e]/g, '_').replace(/%/g, '_')
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(shown).replace(/['()]/g, asEscaped)}`
}

const asEscaped = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
