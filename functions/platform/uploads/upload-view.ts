import type { PageLanguage } from '../../core/language.ts';
import { type AttachmentRecord, type AttachmentType, attachmentTypes, type CaseFile } from '../../core/records.ts';
import { mostFiles } from './content-type.ts';
import { uploadTexts } from './texts.ts';
import type { UploadTicket } from './ticket.ts';
import type { UploadedFile } from './uploads.ts';

/** What an upload form shows. */
export interface UploadViewInput {
  readonly language: PageLanguage;
  readonly ticket: UploadTicket;
  readonly files: readonly UploadedFile[];
  /** Where the remove buttons post: own path, with fields `csrf` and `file` (the id). */
  readonly remove: { readonly action: string; readonly csrf: string };
}

/** View of `{{> upload-form upload}}`: the files so far and the form for one more. Not to be put inside another form. */
export function uploadView({ language, ticket, files, remove }: UploadViewInput) {
  const t = uploadTexts[language];
  return {
    t,
    remove,
    files: files.map(({ id, bytes, type, problem }, index) => {
      const name = nameOf(index, type, language);
      const removeLabel = `${t.remove} ${index + 1}`;
      return { id, name, size: sizeOf(bytes, language), problem: problem ? t.problems[problem] : '', removeLabel };
    }),
    isFull: files.length >= mostFiles,
    action: ticket.action,
    fields: ticket.fields,
    accept: attachmentTypes.join(','),
  };
}

/** View of `{{> attachments view}}`: the files of a case, to download from `${base}/<id>` one by one. */
export function attachmentsView(file: Pick<CaseFile, 'attachments'>, base: string, language: PageLanguage) {
  const inOrder = file.attachments.toSorted((one, other) => one.at.localeCompare(other.at));
  return {
    t: uploadTexts[language],
    language,
    attachments: inOrder.map(({ id, type, bytes, name, purpose, at }, index) => ({
      href: `${base}/${id}`,
      name: name ?? nameOf(index, type, language),
      size: sizeOf(bytes, language),
      purpose,
      at,
    })),
  };
}

/** What a file is saved as: its own name says too much, or nothing. */
export function downloadName({ id, type }: AttachmentRecord): string {
  return `${id.slice(0, 8)}.${extensions[type]}`;
}

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

function nameOf(index: number, type: AttachmentType | undefined, language: PageLanguage): string {
  const t = uploadTexts[language];
  return `${t.file} ${index + 1} (${type ? t.kinds[type] : t.unknownKind})`;
}

/** `240 kB` or `3,4 MB`, as a reader of the language writes it. */
function sizeOf(bytes: number, language: PageLanguage): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [Math.ceil(bytes / 1024), 'kB'] : [bytes / 1024 / 1024, 'MB'];
  return `${amount.toFixed(unit === 'MB' ? 1 : 0).replace('.', language === 'en' ? '.' : ',')} ${unit}`;
}
