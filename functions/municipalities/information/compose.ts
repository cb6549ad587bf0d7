import type { InformationSection } from '../schema.ts';
import type { InformationFacts } from './facts.ts';
import { lawSection } from './law.ts';
import { afterwardsSection, appealSection, applySection, privacySection, reportSection } from './process.ts';
import {
  childCoordinatorSection,
  consentSection,
  contentSection,
  coordinatorSection,
  planSection,
  rightSection,
} from './rights.ts';
import { toolSection } from './tool.ts';

/** What a municipality adds to a common section, below its paragraphs. */
export interface LocalAddition {
  /** Id of the section it belongs to. */
  readonly to: 'plan' | 'right' | 'coordinator' | 'consent' | 'apply' | 'report' | 'afterwards' | 'appeal' | 'tool';
  /** Features of the seed page it answers (domain.md § 6). */
  readonly covers: readonly string[];
  readonly nb: readonly string[];
  readonly nn: readonly string[];
  readonly en: readonly string[];
}

const sections: readonly ((facts: InformationFacts) => InformationSection)[] = [
  planSection,
  rightSection,
  coordinatorSection,
  childCoordinatorSection,
  contentSection,
  consentSection,
  applySection,
  reportSection,
  afterwardsSection,
  appealSection,
  toolSection,
  privacySection,
  lawSection,
];

/** The information page: what the law says, told alike everywhere, with each municipality's own additions. */
export function information(facts: InformationFacts, additions: readonly LocalAddition[]): InformationSection[] {
  return sections.map((section) => additions.reduce(withAddition, section(facts)));
}

function withAddition(section: InformationSection, addition: LocalAddition): InformationSection {
  if (addition.to !== section.id) return section;
  const { nb, nn, en } = section.paragraphs;
  return {
    ...section,
    covers: [...section.covers, ...addition.covers],
    paragraphs: { nb: [...nb, ...addition.nb], nn: [...nn, ...addition.nn], en: [...en, ...addition.en] },
  };
}
