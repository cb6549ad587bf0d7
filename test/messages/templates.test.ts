import { describe, expect, it } from 'vitest';
import { languages } from '../../functions/core/language.ts';
import { mailTemplates, renderMail } from '../../functions/messages/templates.ts';
import { foreignWords } from '../letters/language.ts';

const view = {
  municipality: 'Prøve & Test kommune',
  link: 'https://plan.example/t/a~b~c/s?x=1',
  caseNumber: 'GULEN-2026-000012',
  object: 'print/4635/case/decision-1.pdf',
  counts: { noticesLate: 1, tasksOverdue: 2, holdsOpen: 3, notStarted: 4 },
};
const all = mailTemplates.flatMap((template) => languages.map((language) => ({ template, language })));

/** Mail goes to whoever reads over the shoulder: it must not tell what a case is about (hol § 12-1; eFvf § 8). */
const telling = /individuell|\bplan(en)?\b|koordinator|helse|omsorg|diagnos|vedtak|søknad|klage|samtykke/i;

describe('mail templates', () => {
  it.each(all)('$template in $language has a subject of one line and a text', ({ template, language }) => {
    const { subject, text } = renderMail(template, language, view);

    expect(subject.length).toBeGreaterThan(10);
    expect(subject.length).toBeLessThan(90);
    expect(text.trim().length).toBeGreaterThan(50);
    expect(text).not.toMatch(/\{\{|\}\}|undefined|&amp;|\n{4}/);
    expect(text).toContain(view.municipality);
  });

  it.each(all)('$template in $language keeps to its written form', ({ template, language }) => {
    const { subject, text } = renderMail(template, language, { ...view, municipality: '', link: 'LINK' });

    expect(foreignWords(`${subject}\n${text}`, language)).toEqual([]);
  });

  it.each(all)('$template in $language tells nothing of the case', ({ template, language }) => {
    const { subject, text } = renderMail(template, language, { ...view, link: 'LINK' });

    expect(`${subject}\n${text}`).not.toMatch(telling);
  });

  it.each(['letter', 'letter-reminder', 'consent'] as const)('%s to a person has no case number', (template) => {
    for (const language of languages) {
      const { subject, text } = renderMail(template, language, view);
      expect(`${subject}\n${text}`).not.toContain(view.caseNumber);
    }
  });

  it.each(['letter', 'consent', 'task', 'hold'] as const)('%s fails rather than go without its link', (template) => {
    expect(() => renderMail(template, 'nb', { ...view, link: undefined })).toThrow();
  });

  it.each(['task', 'print'] as const)('%s fails rather than go without its case number', (template) => {
    expect(() => renderMail(template, 'nn', { ...view, caseNumber: undefined })).toThrow();
  });

  it('tells the post room what to do with a letter that bears no address, not whose it is', () => {
    for (const language of languages) {
      expect(renderMail('print', language, view).text).toMatch(/send det i dag/);
      expect(renderMail('print', language, { ...view, unaddressed: true }).text).not.toMatch(
        /send det i dag|sperr|skjerm/,
      );
    }
  });

  it.each(['leader-told', 'forwarded', 'coordinator-handover'] as const)('%s needs no link or number', (template) => {
    for (const language of languages) {
      const { text } = renderMail(template, language, { ...view, link: undefined, caseNumber: undefined });
      expect(text).toContain(view.municipality);
    }
  });
});
