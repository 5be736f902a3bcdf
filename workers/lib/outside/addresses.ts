// A URL writes IPv4 in four plain numbers, however it was given, and IPv6 in brackets.
export const looksLikeAnAddress = (host: string) => host.includes(':') || /^\d+(\.\d+){3}$/.test(host)

export const isPublicAddress = (address: string): boolean =>
  address.includes(':') ? isPublic6(groupsOf(address)) : isPublic4(address)

// Networks of houses, of tests, of one machine, and of many at once.
const NOT_PUBLIC: [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const isPublic4 = (address: string) =>
  NOT_PUBLIC.every(([network, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(numberOf(address) / size) !== Math.floor(numberOf(network) / size)
  })

// Only 2000::/3 is given out to the public; within it, some is for examples and for IPv4 in disguise.
function isPublic6([first = 0, second = 0]: number[]): boolean {
  if (first >> 13 !== 1) return false
  if (first === 0x2002) return false
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8)) && !(first === 0x3fff && second < 0x1000)
}

function groupsOf(address: string): number[] {
  const [head = '', tail] = address.replace(/^\[|\]$|%.*$/g, '').split('::')
  const left = numbersIn(head)
  const right = numbersIn(tail ?? '')
  return [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right]
}

const numbersIn = (part: string) =>
  part
    .split(':')
    .filter(Boolean)
    .map((group) => Number.parseInt(group, 16))
