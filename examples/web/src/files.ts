// Files that are dropped or chosen. What is hidden, and what lies deeper than the folder itself, is not taken.

const isVisible = (file: File): boolean => !file.name.startsWith('.')

/** The files of an input: of a folder those that stand in it, as the Rust reader takes them. */
export function chosen(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])].filter(isVisible)
  const depth = (file: File): number => file.webkitRelativePath.split('/').length
  const least = Math.min(...files.map(depth))
  return files.filter((file) => depth(file) === least)
}

/** The files of a drop, of folders those that stand in them. */
export async function dropped(transfer: DataTransfer): Promise<File[]> {
  // The list is empty after the first `await`: take the entries now.
  const items = [...transfer.items].filter((item) => item.kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const files = await Promise.all(entries.map(ofEntry))
  return files.flat().filter(isVisible)
}

async function ofEntry(entry: FileSystemEntry | File | null): Promise<File[]> {
  if (!entry) return []
  if (entry instanceof File) return [entry]
  if (entry.isFile) return [await file(entry as FileSystemFileEntry)]
  const inside = await folder(entry as FileSystemDirectoryEntry)
  return Promise.all(inside.filter((one) => one.isFile).map((one) => file(one as FileSystemFileEntry)))
}

const file = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail))

// A reader gives a hundred entries at a time, and none when there are no more.
async function folder(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** The sample, which stands beside the page. */
export async function sample(told: (done: number, all: number) => void): Promise<File[]> {
  const base = new URL('sample/', document.baseURI)
  const names = (await (await fetched(new URL('index.json', base))).json()) as string[]
  let done = 0
  const load = async (name: string): Promise<File> => {
    const bytes = await (await fetched(new URL(name, base))).arrayBuffer()
    told((done += 1), names.length)
    return new File([bytes], name)
  }
  return Promise.all(names.map(load))
}

/** Something that stands beside the page. */
export async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname} is not there (${response.status})`)
  return response
}
