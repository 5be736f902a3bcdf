import type { Visit } from '#workers/lib/context.ts'
import { networkOf } from '#workers/lib/http/pace.ts'
import { readCookie } from './cookies.ts'

export function visitOf(env: Env, { headers }: Request): Visit {
  return {
    network: networkOf(headers.get('CF-Connecting-IP') ?? 'local'),
    device: deviceOf(headers.get('User-Agent') ?? ''),
    country: countryOf(headers.get('CF-IPCountry')),
    mark: readCookie(env, headers, 'browser'),
  }
}

const countryOf = (code: string | null) => (code && /^[A-Z]{2}$/.test(code) && code !== 'XX' ? code : undefined)

const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

// As a member would say it: "Firefox on Android".
export function deviceOf(userAgent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent.slice(0, 400)))?.[1]
  const browser = named(BROWSERS)
  const system = named(SYSTEMS)
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Another device')
}
