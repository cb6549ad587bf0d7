/** A file in a tar archive. */
export interface TarredFile {
  readonly path: string;
  readonly content: Buffer;
}

const block = 512;

/** The ordinary files of a tar archive with short names (POSIX ustar). */
export function filesIn(tar: Buffer): readonly TarredFile[] {
  const files: TarredFile[] = [];
  for (let at = 0; tar[at]; ) {
    const length = Number.parseInt(text(tar, at + 124, 12), 8);
    const begin = at + block;
    const isFile = ['0', ''].includes(text(tar, at + 156, 1));
    if (isFile) files.push({ path: text(tar, at, 100), content: tar.subarray(begin, begin + length) });
    at = begin + Math.ceil(length / block) * block;
  }
  return files;
}

function text(tar: Buffer, from: number, length: number): string {
  return tar.toString('latin1', from, from + length).replace(/\0.*$/s, '');
}
