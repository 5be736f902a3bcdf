import { existsSync, readdirSync, readFileSync } from 'node:fs'

const FOLDER = '../shared/corpora'

export const corporaAreHere = existsSync(FOLDER)

if (!corporaAreHere) console.warn(`${FOLDER} is not here: the tests that read hostile inputs from it are skipped.`)

export const linesOf = (file: string): string[] =>
  read(file)
    .toString('utf8')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter(Boolean)

export const jsonFiles = (start: 'n' | 'y' | 'i') =>
  readdirSync(`${FOLDER}/json/test_parsing`)
    .filter((name) => name.startsWith(`${start}_`))
    .map((name) => ({ name, bytes: read(`json/test_parsing/${name}`) }))

export const naughtyStrings = (): string[] => JSON.parse(read('blns/blns.json').toString('utf8'))

export const scriptVectors = (): string[] =>
  read('xss/h5sc-vectors.txt')
    .toString('utf8')
    .split(/<div id="\d+">/)
    .slice(1)
    .map((vector) => vector.replace(/\/\/\["'`-->\]\]>\]<\/div>\s*$/, ''))

const read = (file: string) => readFileSync(`${FOLDER}/${file}`)
