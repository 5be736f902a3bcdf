export type Look = {
  skin: string
  shade: string
  lips: string
  width: number
  chin: number
  eyes: 'open' | 'smiling' | 'lowered'
  brow: number
  mouth: 'calm' | 'smile' | 'grin'
  hair: { cut: Cut; colour: string; light: string }
  beard?: 'full' | 'trimmed' | 'moustache' | 'goatee' | 'stubble'
  glasses?: { shape: 'round' | 'square' | 'dark'; colour: string }
  marks?: 'freckles' | 'lines'
  wears: { top: Top; colour: string; trim: string; under: string }
  extra?: Extra[]
  ground: { kind: Ground; colour: string; mark: string }
}

export type Cut =
  | 'bob'
  | 'receding'
  | 'braidsUp'
  | 'curls'
  | 'silverBob'
  | 'shaven'
  | 'sideBraid'
  | 'bun'
  | 'looseBun'
  | 'flatCap'
  | 'fringe'
  | 'scarf'
  | 'beanie'
  | 'flatTop'
  | 'plaits'
  | 'undercut'
  | 'shortCurls'
  | 'whiteCurls'
  | 'locs'
  | 'wavy'
  | 'topKnot'
  | 'twists'
  | 'longSide'
  | 'tousled'

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
export type Ground = 'sun' | 'arch' | 'stripes' | 'leaves' | 'hills' | 'dots' | 'waves' | 'window' | 'rays' | 'tiles'
