// A fault with a sentence for people: what happened and the remedy, without a stack.
export class Plain extends Error {
  override name = 'Plain'
}

export function explain(error: unknown): string {
  if (error instanceof Plain) return error.message
  const code = codeOf(error)
  if (code === 'ENOSPC') return 'The disk is full. Free some space and start again; nothing that was stored is lost.'
  if (code === 'EACCES' || code === 'EROFS')
    return `This folder cannot be written to: ${pathOf(error)}. Give yourself the right to write there and start again.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ('code' in error ? error.code : codeOf(error.cause)) : undefined

const pathOf = (error: unknown): string =>
  error instanceof Error && 'path' in error ? String(error.path) : process.cwd()
