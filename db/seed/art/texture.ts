const turbulence = (frequency: string, octaves: number, seed: number, kind = 'fractalNoise') =>
  `<feTurbulence type="${kind}" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed}"/>`

const alphaOfRed = (gain: number, lift: number) =>
  `<feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ${gain} 0 0 0 ${lift}"/>`

const filter = (id: string, body: string) =>
  `<filter id="${id}" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB">${body}</filter>`

/** Ink that did not quite reach everywhere. */
export const specks = (id: string, seed: number, gain = 9, lift = -5.6, frequency = '0.55') =>
  filter(
    id,
    `${turbulence(frequency, 2, seed)}${alphaOfRed(gain, lift)}<feComposite in="SourceGraphic" operator="out"/>`,
  )

/** Edges that wander, as torn paper and brushed colour do. */
export const wander = (id: string, seed: number, frequency = '0.03', reach = 8) =>
  filter(
    id,
    `${turbulence(frequency, 3, seed)}<feDisplacementMap in="SourceGraphic" scale="${reach}" xChannelSelector="R" yChannelSelector="G"/>`,
  )

/** A colour that gathers at its rim and pools where the sheet was wettest. */
export const wash = (id: string, seed: number, frequency = '0.012', reach = 40) =>
  filter(
    id,
    `${turbulence(frequency, 4, seed)}<feDisplacementMap in="SourceGraphic" scale="${reach}" xChannelSelector="R" yChannelSelector="G" result="shape"/><feMorphology in="shape" operator="erode" radius="3"/><feGaussianBlur stdDeviation="5" result="core"/><feComposite in="shape" in2="core" operator="arithmetic" k2="1" k3="-.42" result="rim"/>${turbulence('0.02 0.03', 3, seed + 7)}${alphaOfRed(2.2, -0.35)}<feComposite in="rim" operator="in" result="pool"/><feMerge><feMergeNode in="rim"/><feMergeNode in="pool"/></feMerge>`,
  )

/** The tooth of a sheet, laid over everything. */
export const tooth = (id: string, seed: number, strength = 0.1, frequency = '0.8') =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">${turbulence(frequency, 3, seed)}<feColorMatrix values="0 0 0 0 .25 0 0 0 0 .18 0 0 0 0 .1 ${strength * 2.4} 0 0 0 ${-strength}"/></filter>`

export const covered = (id: string) => `<rect width="100%" height="100%" filter="url(#${id})"/>`
