import type { Piece } from '#workers/media/pieces.ts'

export const isPicture = ({ kind }: Pick<Piece, 'kind'>) => kind === 'image'

// A place in a picture, a moment in sound and film; a paper has neither.
export const pinnableOf = (pieces: Piece[]) =>
  pieces
    .filter(({ kind, state }) => state === 'ready' && kind !== 'file')
    .sort((one, other) => Number(isPicture(other)) - Number(isPicture(one)))
