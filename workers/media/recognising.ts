import { type Announced, TAKEN } from './kinds.ts'
import { readHeader } from './pictures/header.ts'
import { isStl } from './stl.ts'

// So much of a file is read to see what it is.
export const HEAD_BYTES = 512 * 1024

// As it was announced, and how large it is.
export type Sized = Announced & { bytes: number }

export type Recognised = Announced & { width?: number; height?: number }

// What a file of this size is by its first bytes. What its maker said only decides where the same bytes may be two things: a box of MP4
// with or without pictures in it.
export function recognise(head: Uint8Array<ArrayBuffer>, announced: Sized): Recognised | undefined {
  const picture = readHeader(head)
  if (picture) return announced.kind === 'image' ? { kind: 'image', ...picture } : undefined
  const found = typesOf(head, announced.bytes).filter((type) => TAKEN[announced.kind].types.includes(type))
  const type = found.includes(announced.type) ? announced.type : found[0]
  return type ? { kind: announced.kind, type } : undefined
}

// A harmless file that every watchman knows: whoever brings it is testing whether somebody looks.
export const isTestOfWatchmen = (head: Uint8Array) =>
  latin(head, 0, head.length).includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')

function typesOf(head: Uint8Array<ArrayBuffer>, bytes: number): string[] {
  if (latin(head, 0, 5) === '%PDF-') return ['application/pdf']
  if (latin(head, 0, 8) === 'glTF\x02\0\0\0') return ['model/gltf-binary']
  if (latin(head, 0, 4) === 'OggS') return ['audio/ogg']
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 4) === 'WAVE') return ['audio/wav']
  if (latin(head, 0, 3) === 'ID3' || isFrameOfMp3(head)) return ['audio/mpeg']
  if (latin(head, 0, 4) === '\x1a\x45\xdf\xa3')
    return latin(head, 4, 60).includes('webm') ? ['video/webm', 'audio/webm'] : []
  if (latin(head, 4, 4) === 'ftyp') return typesOfBrand(latin(head, 8, 4))
  if (isStl(head, bytes)) return ['model/stl']
  return isText(head) ? ['text/plain'] : []
}

const isFrameOfMp3 = ([first = 0, second = 0, third = 0]: Uint8Array) =>
  first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3

const SOUND_BRANDS = /^M4[AB] $/
const FILM_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|dash|MSNV|M4V |qt {2}|3gp\d)$/

const typesOfBrand = (brand: string) =>
  SOUND_BRANDS.test(brand) ? ['audio/mp4'] : FILM_BRANDS.test(brand) ? ['video/mp4', 'audio/mp4'] : []

function isText(head: Uint8Array<ArrayBuffer>): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a text from anything else
    return head.length > 0 && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
  } catch {
    return false
  }
}

const latin = (bytes: Uint8Array, at: number, length: number) =>
  Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.min(at, bytes.length),
    Math.max(0, Math.min(length, bytes.length - at)),
  ).toString('latin1')
