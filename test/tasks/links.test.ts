import { describe, expect, it } from 'vitest';
import { createLinks } from '../../functions/tasks/links.ts';

const links = createLinks({ key: 'key', publicUrl: 'https://plan.example' });
const task = { caseId: 'case', kind: 'assessment', key: '1', recipient: 'caseworker' } as const;
const secretOf = (link: string) => link.split('/').at(-1) ?? '';

describe('links', () => {
  it('leads to the task, with a secret of 256 bits, the same each time', () => {
    const link = links.link(task);

    expect(link).toMatch(/^https:\/\/plan\.example\/t\/case~[0-9a-f]{16}\/[\w-]{43}$/);
    expect(links.link({ ...task })).toBe(link);
  });

  it('is opened by its own secret only', () => {
    const hash = links.secretHash(task);

    expect(links.verify(secretOf(links.link(task)), hash)).toBe(true);
    expect(links.verify('', hash)).toBe(false);
    expect(links.verify('x'.repeat(43), hash)).toBe(false);
    expect(links.verify(secretOf(links.link(task)), '')).toBe(false);
  });

  it.each([{ caseId: 'other' }, { kind: 'approval' }, { key: '2' }, { recipient: 'approver' }] as const)(
    'has another secret for another %o',
    (other) => {
      expect(secretOf(links.link({ ...task, ...other }))).not.toBe(secretOf(links.link(task)));
    },
  );

  it('cannot be made without the key', () => {
    const forged = createLinks({ key: 'guess', publicUrl: 'https://plan.example' });

    expect(links.verify(secretOf(forged.link(task)), links.secretHash(task))).toBe(false);
  });
});
