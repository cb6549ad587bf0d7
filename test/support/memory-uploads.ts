import { createHash } from 'node:crypto';
import type { AttachmentRecord } from '../../functions/core/records.ts';
import { judgeFile, mostFiles } from '../../functions/platform/uploads/content-type.ts';
import type { Uploads } from '../../functions/platform/uploads/index.ts';

/** Uploads in memory; `put` is what a browser's post does. Real files are judged as the real ones are. */
export function memoryUploads(): Uploads & {
  readonly put: (folder: string, id: string, content: Uint8Array | string) => void;
  /** Object keys of what was kept. */
  readonly kept: Set<string>;
} {
  const folders = new Map<string, Map<string, Uint8Array>>();
  const kept = new Set<string>();
  const filesOf = (folder: string) => [...(folders.get(folder) ?? [])];
  const list: Uploads['list'] = (folder) =>
    Promise.all(
      filesOf(folder).map(async ([id, content], index) => {
        const judged = await judgeFile(content.length, async (start, end) => content.subarray(start, end));
        return { id, bytes: content.length, ...(index < mostFiles ? judged : { problem: 'too-many' as const }) };
      }),
    );
  return {
    origin: 'https://bucket.example',
    kept,
    put: (folder, id, content) => {
      folders.set(folder, new Map([...filesOf(folder), [id, Buffer.from(content)]]));
    },
    ticket: async ({ folder, returnTo }) => ({
      action: 'https://bucket.example/',
      fields: [
        { name: 'key', value: `uploads/${folder}/new` },
        { name: 'success_action_redirect', value: returnTo },
      ],
    }),
    list,
    remove: async (folder, id) => {
      folders.get(folder)?.delete(id);
    },
    keep: async ({ folder, municipality, caseId, purpose, by, now }) => {
      const good = (await list(folder)).filter(({ problem }) => problem === undefined);
      return good.flatMap(({ id, bytes, type }): AttachmentRecord[] => {
        const content = folders.get(folder)?.get(id);
        if (type === undefined || content === undefined) return [];
        const object = `attachments/${municipality}/${caseId}/${id}`;
        kept.add(object);
        const sha256 = createHash('sha256').update(content).digest('hex');
        return [{ id, purpose, type, bytes, object, sha256, at: now, by }];
      });
    },
    download: async ({ object }, { filename }) => `https://bucket.example/${object}?as=${filename}`,
  };
}
