// Where the pages and files of a site are, as one of its pages points to them.
export type Address = {
  // '' is the first page, 'work/blue-bowl' the page of a work.
  page(path: string): string
  // A file of the site itself: 'a/….css', 'i/….webp', 'feed.xml'.
  file(path: string): string
  // Something of the community that its member leads to by a path alone: '/market/blue-bowl'.
  house(path: string): string
}

// At /@handle, or at the root of a domain of its own (''): addresses without a slash at their end.
export const hosted = (base: string, house: string): Address => ({
  page: (path) => (path ? `${base}/${path}` : base || '/'),
  file: (path) => `${base}/${path}`,
  house: (path) => house + path,
})

// In a folder, wherever that is put: every step is relative to the page it begins at, and a page is the index of its folder.
export function unpacked(from: string, house: string): Address {
  const up = '../'.repeat(from ? from.split('/').length : 0)
  return {
    page: (path) => `${up}${path ? `${path}/` : ''}index.html`,
    file: (path) => `${up}${path}`,
    house: (path) => house + path,
  }
}

// Where a page lies in a folder.
export const indexOf = (path: string) => (path ? `${path}/index.html` : 'index.html')

// Where a page is for whoever comes from elsewhere. In a folder it is a folder itself.
export const wholly = (url: string, path: string, isFolder = false) =>
  isFolder ? `${url}/${path && `${path}/`}` : path ? `${url}/${path}` : url
