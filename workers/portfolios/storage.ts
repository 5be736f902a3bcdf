import type { Drawn, SiteFile } from '#site/portfolio/rendering.ts'

// Where the sites lie in storage. What lies under a key never changes, except for the sign at a member's address, which says
// which list of files is shown there now. A file bears the turn in which it was written: no build ever writes again what the
// nightly collection may be about to throw away.
const FOLDER = '_private/sites/'
export const folderOf = (memberId: string) => `${FOLDER}${memberId}/`
export const fileAt = (memberId: string, mark: string) => `${folderOf(memberId)}${mark}`
// A style is found by its digest alone, for whoever has a page of the last build; what is no style is not. Styles stay as long
// as their member: there are only as many as there are looks.
export const styleAt = (memberId: string, digest: string) => `${folderOf(memberId)}style-${digest}`
export const isStyle = (key: string) => /\/style-[0-9a-f]{32}$/.test(key)
export const listAt = (memberId: string, digest: string) => `${folderOf(memberId)}list-${digest}`
export const SIGNS = `${FOLDER}at/`
export const signAt = (handle: string) => `${SIGNS}${handle.toLowerCase()}`

// Every file of a build by its address: where it lies and what it is.
export type FileList = {
  mayTrain: boolean
  // What is drawn when it is first asked for says from what.
  files: Record<string, [key: string, type: string, drawn?: Drawn]>
}

// What stands at an address: a site, that it is somewhere else now, or nothing any more.
export type Sign = { list: string; member: string } | { movedTo: string } | { gone: true }

export const sharedAt = (memberId: string, digest: string) => `${folderOf(memberId)}shared-${digest}`

export const isMade = (file: SiteFile): file is Extract<SiteFile, { text: string }> => 'text' in file
