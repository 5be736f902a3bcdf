import type { Cut } from './hair.ts'

export type Look = {
  skin: string
  shade: string
  lips: string
  width: number
  chin: number
  // How broad the chin is, as a share of the face; half of it where nothing is said.
  jaw?: number
  eyes: 'open' | 'smiling' | 'lowered' | 'wide' | 'narrow'
  brow: number
  nose?: 'plain' | 'broad' | 'long' | 'button'
  mouth: 'calm' | 'smile' | 'grin' | 'wry' | 'braces'
  hair: { cut: Cut; colour: string; light: string; under?: string; band?: string; brows?: string; beard?: string }
  beard?: 'full' | 'trimmed' | 'moustache' | 'goatee' | 'stubble' | 'long' | 'chops'
  glasses?: { shape: 'round' | 'square' | 'dark' | 'cat' | 'half'; colour: string }
  marks?: 'freckles' | 'lines' | 'furrows' | 'mole' | 'vitiligo' | 'rosy' | 'flour' | 'grease'
  wears: { top: Top; colour: string; trim: string; under: string }
  extra?: Extra[]
  ground: { kind: Ground; colour: string; mark: string }
}

export type Top =
  | 'crew'
  | 'collar'
  | 'cardigan'
  | 'apron'
  | 'turtleneck'
  | 'jacket'
  | 'sari'
  | 'yoke'
  | 'hood'
  | 'overall'
  | 'vest'
  | 'stripes'
  | 'raincoat'
  | 'batik'
  | 'breton'
  | 'chef'
  | 'deel'
  | 'huipil'
  | 'kanzu'
  | 'netela'
  | 'tee'
  | 'smock'

export type Extra =
  | 'hoops'
  | 'studs'
  | 'drops'
  | 'pencil'
  | 'headphones'
  | 'noseRing'
  | 'bindi'
  | 'hearingAid'
  | 'neckScarf'
  | 'chair'
  | 'goggles'
  | 'beads'
  | 'pearls'
  | 'headset'
  | 'headlamp'
  | 'loupe'
  | 'gaiter'
  | 'tape'
  | 'camera'
  | Tool

// What somebody holds up in one hand.
export type Tool =
  | 'brush'
  | 'hammer'
  | 'needle'
  | 'spoon'
  | 'cup'
  | 'knife'
  | 'squeegee'
  | 'stick'
  | 'hook'
  | 'ukulele'
  | 'oud'

export type Ground =
  | 'grid'
  | 'moon'
  | 'scallops'
  | 'steps'
  | 'confetti'
  | 'bands'
  | 'sun'
  | 'arch'
  | 'stripes'
  | 'leaves'
  | 'hills'
  | 'dots'
  | 'waves'
  | 'window'
  | 'rays'
  | 'tiles'
