import { createHash, createHmac, randomBytes } from 'node:crypto'

// 256 random bits: nobody guesses one, and only its hash is kept.
export const newToken = () => randomBytes(32).toString('base64url')

export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

// The token after this one can be worked out again for a moment, so that requests that cross each other agree on it.
export const successorOf = (secret: string, token: string) =>
  createHmac('sha256', secret).update(`refresh\n${token}`).digest('base64url')
